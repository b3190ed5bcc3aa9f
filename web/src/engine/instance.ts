/// <reference types="vite/client" />
/**
 * A Go module in this thread: one text in, one text out. Runs in the page's
 * worker and, for the tests, in Node.
 */

interface Exports {
  mem: WebAssembly.Memory;
  input(length: number): number;
  call(length: number): bigint;
}

/** What wasm_exec.js makes. */
export interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
  exited: boolean;
}

declare const Go: new () => GoRuntime;

async function instantiate(source: Response | BufferSource | WebAssembly.Module, imports: WebAssembly.Imports) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports);
  const { instance } =
    source instanceof Response ? await WebAssembly.instantiateStreaming(source, imports) : await WebAssembly.instantiate(source, imports);
  return instance;
}

export class Instance {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  private constructor(
    private readonly runtime: GoRuntime,
    private readonly exports: Exports,
  ) {}

  /** Starts a module; globalThis.Go must be there (wasm_exec.js) unless a runtime is given. */
  static async start(source: Response | BufferSource | WebAssembly.Module, runtime: GoRuntime = new Go()): Promise<Instance> {
    const instance = await instantiate(source, runtime.importObject);
    // Go's glue would fail on another module later, where nobody can catch it.
    if (typeof instance.exports.call !== "function") throw new TypeError("the module is not an engine: it has no call");
    // main never returns, so run's promise settles only when the module dies.
    void runtime.run(instance);
    return new Instance(runtime, instance.exports as unknown as Exports);
  }

  /** Answers a request; throws when the module has died. */
  call(request: string): string {
    const bytes = this.encoder.encode(request);
    const at = this.exports.input(bytes.length) >>> 0;
    // The memory's buffer is replaced when it grows: it is looked up each time.
    new Uint8Array(this.exports.mem.buffer).set(bytes, at);
    const packed: unknown = this.exports.call(bytes.length);
    // A panic that nothing catches ends the module and gives undefined.
    if (typeof packed !== "bigint" || this.runtime.exited) throw new Error("the engine stopped");
    const answer = BigInt.asUintN(64, packed);
    const start = Number(answer >> 32n);
    const length = Number(answer & 0xffffffffn);
    return this.decoder.decode(new Uint8Array(this.exports.mem.buffer, start, length));
  }
}
