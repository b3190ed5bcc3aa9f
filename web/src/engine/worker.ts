import "../../generated/wasm_exec.js";
import engineURL from "../../generated/linqlint.wasm?url";
import markdownURL from "../../generated/markdown.wasm?url";
import sizes from "../../generated/sizes.json";
import { Instance } from "./instance";
import type { Request, Response as Answer } from "./messages";

const post = (message: Answer): void => self.postMessage(message);

/** The page is told how much has arrived this often, in milliseconds: it has its own start to make meanwhile. */
const BEAT = 100;

/** Compiles a module while it arrives. */
async function compile(url: string, total: number): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
  let loaded = 0;
  let told = performance.now();
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        if (performance.now() - told >= BEAT || loaded >= total) {
          told = performance.now();
          post({ type: "progress", loaded, total });
        }
        controller.enqueue(chunk);
      },
    }),
  );
  return WebAssembly.compileStreaming(new Response(counted, { headers: { "content-type": "application/wasm" } }));
}

interface Given {
  type: "module";
  module: WebAssembly.Module;
}

/** The module that the page gives a worker which takes another one's place. */
const given = (): Promise<WebAssembly.Module> =>
  new Promise((resolve) => {
    const take = (event: MessageEvent<Given | Request>): void => {
      if (!("module" in event.data) || typeof event.data.module === "string") return;
      self.removeEventListener("message", take);
      resolve(event.data.module);
    };
    self.addEventListener("message", take);
  });

const first = self.name !== "linqlint-again";
const module = first ? compile(engineURL, sizes.linqlint) : given();
const engine = module.then((compiled) => Instance.start(compiled));
let markdown: Promise<Instance> | undefined;

engine.then(
  async () => post(first ? { type: "ready", module: await module } : { type: "ready" }),
  (error: unknown) => post({ type: "failed", message: String(error) }),
);

self.addEventListener("message", (event: MessageEvent<Given | Request>) => {
  if (!("id" in event.data)) return;
  const { id, op, args, module: wanted } = event.data;
  if (wanted === "markdown") markdown ??= compile(markdownURL, sizes.markdown).then((compiled) => Instance.start(compiled));
  const instance = wanted === "markdown" ? (markdown as Promise<Instance>) : engine;
  instance.then(
    (go) => {
      try {
        post({ type: "answer", id, text: go.call(JSON.stringify({ op, ...args })) });
      } catch (error) {
        post({ type: "died", id, message: error instanceof Error ? error.message : String(error) });
      }
    },
    (error: unknown) => {
      if (wanted === "linqlint") return post({ type: "died", id, message: String(error) });
      markdown = undefined; // the next request tries again
      const message = `the code of this panel could not be loaded (${String(error)})`;
      post({ type: "answer", id, text: JSON.stringify({ error: { code: "offline", message } }) });
    },
  );
});
