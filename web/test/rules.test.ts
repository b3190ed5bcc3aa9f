// @vitest-environment node
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { pack } from "../scripts/engine.mjs";
import { loadRules, unpack } from "../src/state/rules";
import { path } from "./wasm";

test("the rules that the page has are those of the bridge", async () => {
  const out = execFileSync(path("generated/replay"), ["reference"], { input: '{"op":"rules"}\n', encoding: "utf8", maxBuffer: 1 << 28 });
  expect(await loadRules()).toEqual((JSON.parse(out) as { ok: unknown }).ok);
});

test.each([
  ["short", "🎉🎉🎉🎉🎉🎉🎉🎉"],
  ["one emoji again and again", `{"text":"${"🎉".repeat(10_001)}"}`],
  ["parts", `[${'{"type":"media"},'.repeat(101)}null]`],
  ["nothing that repeats", Array.from({ length: 900 }, (_, i) => i).join("-")],
  ["line breaks", "\n".repeat(5000) + "x"],
])("a text comes back from its runs: %s", (_, text) => {
  const packed = pack(text);
  expect(unpack(packed)).toBe(text);
  expect(JSON.stringify(packed).length).toBeLessThan(text.length < 1000 ? 1000 : text.length + 20);
});
