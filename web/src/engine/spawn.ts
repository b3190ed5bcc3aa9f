import type { Port } from "./client";
import type { Modules } from "./messages";

/** Starts a worker; what is compiled it need not fetch. */
export function spawn(modules: Modules = {}): Port {
  const first = modules.linqlint === undefined;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: first ? "linqlint" : "linqlint-again" });
  if (!first) worker.postMessage({ modules });
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
