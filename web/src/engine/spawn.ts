import type { Port } from "./client";

/** Starts a worker; with a compiled module it need not fetch one. */
export function spawn(module?: WebAssembly.Module): Port {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: module === undefined ? "linqlint" : "linqlint-again" });
  if (module !== undefined) worker.postMessage({ type: "module", module });
  return worker as unknown as Port;
}

let early: Port | undefined;

/** Starts the first worker before the page is there to listen; what it says meanwhile is kept. */
export function startEarly(): void {
  early = spawn();
  early.onmessage = (event) => missed.push((port) => port.onmessage?.(event));
  early.onerror = (event) => missed.push((port) => port.onerror?.(event));
}

const missed: ((port: Port) => void)[] = [];

/** The worker that startEarly started, once; what it said before is said again. */
export function firstWorker(): Port | undefined {
  const port = early;
  early = undefined;
  if (port !== undefined) {
    queueMicrotask(() => {
      for (const tell of missed.splice(0)) tell(port);
    });
  }
  return port;
}
