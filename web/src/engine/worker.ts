import "../../generated/wasm_exec.js";
import engineURL from "../../generated/linqlint.wasm?url";
import markdownURL from "../../generated/markdown.wasm?url";
import sizes from "../../generated/sizes.json";
import { Instance } from "./instance";
import type { Request, Response as Answer } from "./protocol";

const post = (message: Answer): void => self.postMessage(message);

/** Fetches a module and starts it while it arrives. */
async function load(url: string, total: number): Promise<Instance> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
  let loaded = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        post({ type: "progress", loaded, total });
        controller.enqueue(chunk);
      },
    }),
  );
  return Instance.start(new Response(counted, { headers: { "content-type": "application/wasm" } }));
}

const engine = load(engineURL, sizes.linqlint);
let markdown: Promise<Instance> | undefined;

engine.then(
  () => post({ type: "ready" }),
  (error: unknown) => post({ type: "failed", message: String(error) }),
);

self.addEventListener("message", (event: MessageEvent<Request>) => {
  const { id, text, module } = event.data;
  if (module === "markdown") markdown ??= load(markdownURL, (sizes as { markdown?: number }).markdown ?? 0);
  const instance = module === "markdown" ? (markdown as Promise<Instance>) : engine;
  instance.then(
    (go) => {
      try {
        post({ type: "answer", id, text: go.call(text) });
      } catch (error) {
        post({ type: "died", id, message: error instanceof Error ? error.message : String(error) });
      }
    },
    (error: unknown) => {
      if (module === "linqlint") return post({ type: "died", id, message: String(error) });
      markdown = undefined; // the next request tries again
      const message = `the Markdown module could not be loaded (${String(error)})`;
      post({ type: "answer", id, text: JSON.stringify({ error: { code: "offline", message } }) });
    },
  );
});
