import "../../generated/wasm_exec.js";
import engineURL from "../../generated/linqlint.wasm?url";
import toolsURL from "../../generated/tools.wasm?url";
import sizes from "../../generated/sizes.json";
import { digest } from "../state/digest";
import { ReceivedBodies } from "./bodies";
import { Sender } from "./delta";
import { Instance } from "./instance";
import type { ModuleName, Modules, Request, Response as Answer } from "./messages";
import type { Report } from "./protocol";

const urls: Record<ModuleName, string> = { linqlint: engineURL, tools: toolsURL };

const post = (message: Answer): void => self.postMessage(message);

/** The page is told how much has arrived this often, in milliseconds: it has its own start to make meanwhile. */
const BEAT = 100;

/** Some browsers turn it off to be harder to attack. */
const NO_WASM = "this browser has no WebAssembly, or it is turned off";

/** Compiles a module while it arrives, and gives it to the page. */
async function compile(name: ModuleName): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") throw new Error(NO_WASM);
  const [url, total] = [urls[name], sizes[name]];
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
  const module = await WebAssembly.compileStreaming(new Response(counted, { headers: { "content-type": "application/wasm" } }));
  post({ type: "compiled", name, module });
  return module;
}

interface Given {
  modules: Modules;
}

/** The modules that the page gives a worker which takes another one's place. */
const taken = (): Promise<Modules> =>
  new Promise((resolve) => {
    const take = (event: MessageEvent<Given | Request>): void => {
      if (!("modules" in event.data)) return;
      self.removeEventListener("message", take);
      resolve(event.data.modules);
    };
    self.addEventListener("message", take);
  });

const given: Promise<Modules> = self.name === "linqlint-again" ? taken() : Promise.resolve({});
const instances: Partial<Record<ModuleName, Promise<Instance>>> = {};

/** A module's instance, which its first request starts. */
function instanceOf(name: ModuleName): Promise<Instance> {
  return (instances[name] ??= given.then(async (modules) => Instance.start(modules[name] ?? (await compile(name)))));
}

instanceOf("linqlint").then(
  () => post({ type: "ready" }),
  (error: unknown) => post({ type: "failed", message: String(error) }),
);

const bodies = new ReceivedBodies();
const sender = new Sender();

/** Replies with what the engine says; of a body that is read too, with what that changes of the report. */
function reply(text: string, { id, read }: Request, args: object): void {
  const { ok } = read === undefined ? {} : (JSON.parse(text) as { ok?: Report });
  if (ok === undefined || read === undefined || !("body" in args)) post({ type: "answer", id, text });
  else post({ type: "report", id, delta: sender.delta(ok, digest(String(args.body), read)) });
}

self.addEventListener("message", (event: MessageEvent<Given | Request>) => {
  if (!("id" in event.data)) return;
  const request = event.data;
  const { id, op, module } = request;
  const args = bodies.args(request);
  instanceOf(module).then(
    (go) => {
      try {
        reply(go.call(JSON.stringify({ op, ...args })), request, args);
      } catch (error) {
        post({ type: "died", id, message: error instanceof Error ? error.message : String(error) });
      }
    },
    (error: unknown) => {
      if (module === "linqlint") return post({ type: "died", id, message: String(error) });
      delete instances[module]; // the next request tries again
      const why = error instanceof Error ? error.message : String(error);
      const message = why === NO_WASM ? why : `a part of the page did not load, which is tried again with the next use (${String(error)})`;
      post({ type: "answer", id, text: JSON.stringify({ error: { code: "offline", message } }) });
    },
  );
});
