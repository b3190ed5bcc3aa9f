/** The built module in Node, as the page's worker has it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { moduleOf } from "../src/engine/client";
import { Instance } from "../src/engine/instance";
import type { ModuleName } from "../src/engine/messages";

export const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

export async function startModule(name: ModuleName): Promise<Instance> {
  await import(/* @vite-ignore */ path("generated/wasm_exec.js"));
  return Instance.start(readFileSync(path(`generated/${name}.wasm`)));
}

/** The modules as one: each request goes to the module that has its operation. */
export async function startEngine(): Promise<(request: string) => string> {
  const modules = { linqlint: await startModule("linqlint"), tools: await startModule("tools") };
  return (request) => modules[moduleOf(/"op":\s*"(\w+)"/.exec(request)?.[1] ?? "")].call(request);
}

export interface CorpusEntry {
  name: string;
  kind?: string;
  detect?: boolean;
  body?: unknown;
  raw?: string;
  raw_base64?: string;
}

/** What the whole corpus is asked for: each body, by each operation that reads one. */
export function corpusRequests(): string[] {
  return readFileSync(path("../testdata/corpus.jsonl"), "utf8").trim().split("\n").flatMap((line) => {
    const entry = JSON.parse(line) as CorpusEntry;
    // What is not valid UTF-8 cannot be a JavaScript string: it arrives as one
    // with U+FFFD, in a browser as here.
    const body = entry.raw ?? (entry.raw_base64 !== undefined ? Buffer.from(entry.raw_base64, "base64").toString("utf8") : JSON.stringify(entry.body));
    const kind = entry.detect === true ? undefined : entry.kind;
    return [
      { op: "lint", body, kind, notes: true },
      { op: "fix", body, kind, unsafe: true },
      { op: "forecast", body, kind },
      { op: "split", body, kind },
      { op: "code", body, kind, lang: "go" },
      { op: "encode", body, kind, mask: true },
    ].map((request) => JSON.stringify(request));
  });
}
