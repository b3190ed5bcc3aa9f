// @vitest-environment node
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { corpusRequests, path, startEngine, startModule } from "./wasm";

let call: (request: string) => string;
beforeAll(async () => {
  call = await startEngine();
});

describe("the contract", () => {
  const contract = JSON.parse(readFileSync(path("../testdata/bridge/contract.json"), "utf8")) as { name: string; request: unknown; answer: unknown }[];
  test.each(contract.map((e) => [e.name, e] as const))("%s", (_, entry) => {
    const request = typeof entry.request === "string" ? entry.request : JSON.stringify(entry.request);
    const answer: unknown = JSON.parse(call(request));
    expect(answer).toMatchObject(entry.answer as object);
  });
});

test("the whole corpus gives the same as natively, byte for byte", () => {
  const requests = corpusRequests();
  const native = execFileSync(path("generated/replay"), { input: requests.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
  expect(native).toHaveLength(requests.length);
  requests.forEach((request, i) => {
    if (call(request) !== native[i]) expect(call(request), request).toBe(native[i]);
  });
});

test("a large request makes the memory grow and has a response", () => {
  const value = "x".repeat(6 << 20);
  const answer = JSON.parse(call(JSON.stringify({ op: "lint", body: JSON.stringify({ message: { parts: [{ type: "text", value }] } }) }))) as { ok: { diagnostics: { rule: string }[] } };
  expect(answer.ok.diagnostics.map((d) => d.rule)).toContain("text-length");
});

describe("the tools module", () => {
  test("reads Markdown into parts", async () => {
    const tools = await startModule("tools");
    const answer = JSON.parse(tools.call(JSON.stringify({ op: "read", markdown: "**Hi** 👨‍👩‍👧 _there_" }))) as { ok: { body: string } };
    expect(JSON.parse(answer.ok.body)).toEqual({
      parts: [{ type: "text", value: "Hi 👨‍👩‍👧 there", text_decorations: [{ range: [0, 2], style: "bold" }, { range: [12, 17], style: "italic" }] }],
    });
    expect(JSON.parse(tools.call(`{"op":"lint"}`))).toMatchObject({ error: { code: "op" } });
  });
});
