// Runs a session with the server whose command line is given, and prints what it
// got as JSON.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [command, ...args] = process.argv.slice(2);
const client = new Client({ name: "test", version: "1" });
await client.connect(new StdioClientTransport({ command, args }));
const body = { to: [], message: { parts: [{ type: "text", value: "hi" }] } };
const call = (name, args) => client.callTool({ name, arguments: args });
const result = {
  server: client.getServerVersion(),
  tools: (await client.listTools()).tools.map((tool) => tool.name),
  text: await call("lint", { body: JSON.stringify(body) }),
  object: await call("lint", { body }),
  refused: await call("lint", {}),
  resources: (await client.listResources()).resources.map((resource) => resource.uri),
  page: (await client.readResource({ uri: "linqlint://rules/to-empty" })).contents[0].text,
  missing: await client.readResource({ uri: "linqlint://rules/none" }).then(() => "found", (error) => error.message),
};
await client.close();
console.log(JSON.stringify(result));
