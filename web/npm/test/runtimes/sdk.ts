// Only compiled: the example of docs/npm.md.
import LinqAPIV3 from "@linqapp/sdk";
import { preflight, type Report } from "../../dist/index.js";

export async function send(message: LinqAPIV3.MessageCreateParams): Promise<void> {
  const client = new LinqAPIV3({ apiKey: "k", fetch: preflight(fetch, { strict: true }) });
  try {
    await client.messages.create(message);
  } catch (error) {
    if (error instanceof LinqAPIV3.APIError) console.error((error.error as { report?: Report }).report?.diagnostics);
  }
}
