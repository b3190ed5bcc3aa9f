// @vitest-environment node
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { path } from "./wasm";

/** What the Go side gives for requests, in their order. */
function native(requests: object[], ...args: string[]): { ok?: unknown }[] {
  const input = requests.map((r) => JSON.stringify(r)).join("\n") + "\n";
  return execFileSync(path("generated/replay"), args, { input, encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n").map((line) => JSON.parse(line) as { ok?: unknown });
}

/** The type errors of a file in test/ that exists only here. */
function errorsOf(source: string): string[] {
  const file = path("test/protocol.values.ts");
  const options: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [], lib: ["lib.es2022.d.ts"], skipLibCheck: true, exactOptionalPropertyTypes: true };
  const host = ts.createCompilerHost(options);
  const [read, exists] = [host.readFile.bind(host), host.fileExists.bind(host)];
  host.readFile = (name) => (name === file ? source : read(name));
  host.fileExists = (name) => name === file || exists(name);
  const get = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) => (name === file ? ts.createSourceFile(name, source, target) : get(name, target));
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map((d) => ts.flattenDiagnosticMessageText(d.messageText, " "));
}

const types = 'import type { Operations, Registry, Rule } from "../src/engine/protocol";\n';

// TypeScript reports a member that the type lacks, one that the value lacks, and a value outside of its type.
test("the types are those of the Go side's values", () => {
  const contract = JSON.parse(readFileSync(path("../testdata/bridge/contract.json"), "utf8")) as { request: { op?: string } | string }[];
  const requests = contract.flatMap(({ request }) => (typeof request === "object" && request.op !== undefined ? [request as { op: string }] : []));
  const values = native(requests).flatMap(({ ok }, i) => (ok === undefined ? [] : [`export const v${i}: Operations[${JSON.stringify(requests[i]?.op)}][1] = ${JSON.stringify(ok)};`]));
  const [registry, rules] = native([{ op: "registry" }, { op: "rules" }], "reference");
  const few = (rules?.ok as object[]).filter((_, i) => i % 10 === 0);
  values.push(`export const registry: Registry = ${JSON.stringify(registry?.ok)};`, `export const rules: Rule[] = ${JSON.stringify(few)};`);
  expect(values.length).toBeGreaterThan(15);
  expect(errorsOf(types + values.join("\n"))).toEqual([]);
});

test("and a value that differs is found", () => {
  const values = ['{"messages":[],"rest":[]}', '{"messages":[]}', '{"messages":[],"rest":[],"more":1}', '{"messages":[{"kind":1,"body":""}],"rest":[]}'];
  expect(errorsOf(types + values.map((value, i) => `export const v${i}: Operations["split"][1] = ${value};`).join("\n"))).toHaveLength(3);
});
