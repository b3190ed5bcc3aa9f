// @vitest-environment node
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic, Report, Settings } from "../src/engine/protocol";
import { applyIgnores, withKnownMember } from "../src/state/settings";
import { matches } from "../src/state/selectors";
import { startModule } from "./wasm";

let read: (text: string) => Settings;
beforeAll(async () => {
  const engine = await startModule("linqlint");
  read = (text) => (JSON.parse(engine.call(JSON.stringify({ op: "settings", text }))) as { ok: Settings }).ok;
});

const problem = (rule: string, pointer: string): Diagnostic => ({ rule, pointer, severity: "error" }) as Diagnostic;
const report: Report = { kind: "", truncated: 0, diagnostics: [problem("to-handle", "/to/0"), problem("media-url-private", "/message/parts/2/url"), problem("text-empty", "/message/parts/0/value")] };
const left = (text: string, today = "2026-11-29"): string[] => applyIgnores(report, read(text), today).diagnostics.map((d) => d.rule);
const all = ["to-handle", "media-url-private", "text-empty"];

describe("the ignores of a project", () => {
  test.each([
    ["none", "{}", all],
    ["comments and commas", '// ours\n{ "ignores": [{ "rule": "to-handle", "reason": "x", },], }', all.slice(1)],
    ["an ignore at a place", '{"ignores": [{"rule": "media-*", "pointer": "/message/parts/*/url", "reason": "x"}]}', [all[0], all[2]]],
    ["an ignore below a place", '{"ignores": [{"rule": "*", "pointer": "/message/**", "reason": "x"}]}', [all[0]]],
    ["an ignore elsewhere", '{"ignores": [{"rule": "*", "pointer": "/message", "reason": "x"}]}', all],
    ["an ignore on its last day", '{"ignores": [{"rule": "*", "reason": "x", "expires": "2026-11-29"}]}', []],
    ["an ignore that is over", '{"ignores": [{"rule": "*", "reason": "x", "expires": "2026-11-28"}]}', all],
    ["an ignore for files", '{"ignores": [{"rule": "*", "reason": "x", "files": "a/**"}]}', all],
    ["an ignore without a reason, as in the command", '{"ignores": [{"rule": "*"}]}', all],
    ["what is not JSON", "{", all],
  ])("%s", (_, text, want) => expect(left(text)).toEqual(want));
});

describe("pointers match as in the command", () => {
  const rows = JSON.parse(readFileSync(new URL("../../internal/settings/testdata/pointers.json", import.meta.url), "utf8")) as { name: string; pattern: string; pointer: string; want: boolean }[];
  test.each(rows.map((r) => [r.name, r] as const))("%s", (_, row) => expect(matches(row.pattern, row.pointer)).toBe(row.want));
  test("a hostile pattern", () => {
    expect(matches(`/${"*a".repeat(500)}b`, `/${"a".repeat(1000)}`)).toBe(false);
    expect(matches(`${"/**/a".repeat(500)}/b`, "/a".repeat(1000))).toBe(false);
  });
});

test("what is said about settings names no command", () => {
  for (const text of ['{"rules": {"to-larg": "off"}}', '{"rules": {"to-max": "of"}}', '{"kinds": {"a": "b"}}', '{"ignores": [{}]}', "{", '{"x": 1}']) {
    for (const d of read(text).diagnostics) expect(`${d.message} ${d.hint}`).not.toMatch(/linqlint [a-z]|--/);
  }
});

test("a known member is added, and comments are kept", () => {
  const add = (text: string, name: string): string => withKnownMember(text, read(text), name);
  const first = add("", "campaign");
  expect(read(first).known).toEqual({ members: ["campaign"] });
  const second = add(`// ours\n${first}`, "season");
  expect(second).toContain("// ours");
  expect(read(second).known).toEqual({ members: ["campaign", "season"] });
  expect(add(second, "season")).toBe(second);
  expect(read(add("not JSON", "a")).known).toEqual({ members: ["a"] });
  expect(read(add('{"known": {"members": []}, "rule": 1}', "a")).known).toEqual({ members: ["a"] });
});
