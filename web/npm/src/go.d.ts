import type { GoRuntime } from "./instance.js";

/** The Go toolchain's wasm_exec.js in a scope of its own: no global is set. */
export function goRuntime(): GoRuntime;
