/** The one engine of this module: started by the first call, and again after it died. */
import { goRuntime } from "./go.js";
import { Instance } from "./instance.js";

/** What load takes: where the module is, its bytes, or the module itself. */
export type Source = URL | string | Response | ArrayBuffer | ArrayBufferView | Module;

/** A WebAssembly.Module, which only TypeScript's library of the DOM has a name for. */
export type Module = object;

/** A call that the engine refuses: a rule that does not exist, a body that cannot be read. */
export class LinqlintError extends Error {
  /** "argument" or "refused" for what the caller gave; "op", "request" or "panic" for a fault of ours. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "LinqlintError";
    this.code = code;
  }
}

let engine: Promise<Instance> | undefined;
/** What the engine was started from: one that died starts again without its source, which may be read only once. */
let compiled: WebAssembly.Module | undefined;

/**
 * Loads the engine now instead of at the first call, once. A source is needed
 * only where the module does not lie beside this file, or must be imported, as
 * in some workers at the edge.
 */
export async function load(source?: Source): Promise<void> {
  await start(source);
}

function start(source?: Source): Promise<Instance> {
  engine ??= open(source).catch((error: unknown) => {
    engine = undefined; // the next call tries again
    throw error;
  });
  return engine;
}

async function open(source: Source = compiled ?? new URL("./linqlint.wasm", import.meta.url)): Promise<Instance> {
  const module = await compile(source);
  const instance = await Instance.start(module, goRuntime());
  compiled = module;
  return instance;
}

async function compile(source: Source): Promise<WebAssembly.Module> {
  const located = typeof source === "string" ? new URL(source, import.meta.url) : source;
  const found = located instanceof URL ? await read(located) : located;
  if (found instanceof Response) return WebAssembly.compileStreaming(found);
  // A module has no members by which its type differs from bytes.
  return found instanceof WebAssembly.Module ? found : WebAssembly.compile(found as BufferSource);
}

/** Reads a file: URL from the disk and any other by fetch. */
async function read(url: URL): Promise<Response | BufferSource> {
  if (url.protocol === "file:") {
    // Asked for at run time, so that no bundler looks for it.
    const files = globalThis.process?.getBuiltinModule?.("node:fs/promises");
    if (files !== undefined) return files.readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href} answers ${response.status}, but must give the engine`);
  // Streaming insists on the content type, which not every server sends.
  return response.headers.get("content-type") === "application/wasm" ? response : response.arrayBuffer();
}

/** The name of an argument as the options have it. */
const inOptions = (argument: string): string => argument.replace(/_[a-z]/g, (at) => at.charAt(1).toUpperCase());

export async function call<T>(request: Record<string, unknown>): Promise<T> {
  const text = JSON.stringify(request); // what fails here is the caller's
  const started = start();
  const instance = await started;
  let answer: { ok: T; error?: undefined } | { error: { code: string; message: string } };
  try {
    answer = JSON.parse(instance.call(text));
  } catch (error) {
    if (engine === started) engine = undefined; // the next call starts a new one
    throw error;
  }
  if (answer.error !== undefined) throw new LinqlintError(answer.error.code, answer.error.message.replace(/^"(new_chat|only_payloads|as_of|max_diagnostics)"/, inOptions));
  return answer.ok;
}
