import { describe, expect, test } from "vitest";
import type { Diagnostic, Report } from "../src/engine/protocol";
import { applyIgnores, readSettings, withKnownMember } from "../src/state/settings";

const problem = (rule: string, pointer: string): Diagnostic => ({ rule, pointer, severity: "error" }) as Diagnostic;
const report: Report = { kind: "", truncated: 0, diagnostics: [problem("to-handle", "/to/0"), problem("media-url-private", "/message/parts/2/url"), problem("text-empty", "/message/parts/0/value")] };
const left = (text: string, today = "2026-11-29"): string[] => applyIgnores(report, readSettings(text), today).diagnostics.map((d) => d.rule);
const all = ["to-handle", "media-url-private", "text-empty"];

describe("the ignores of a project", () => {
  test.each([
    ["nothing", "", all],
    ["comments and commas", '// ours\n{ "ignores": [{ "rule": "to-handle", },], }', all.slice(1)],
    ["an ignore at a place", '{"ignores": [{"rule": "media-*", "pointer": "/message/parts/*/url", "reason": "x"}]}', [all[0], all[2]]],
    ["an ignore below a place", '{"ignores": [{"rule": "*", "pointer": "/message/**"}]}', [all[0]]],
    ["an ignore elsewhere", '{"ignores": [{"rule": "*", "pointer": "/message"}]}', all],
    ["an ignore on its last day", '{"ignores": [{"rule": "*", "expires": "2026-11-29"}]}', []],
    ["an ignore that is over", '{"ignores": [{"rule": "*", "expires": "2026-11-28"}]}', all],
    ["an ignore for files", '{"ignores": [{"rule": "*", "files": "a/**"}]}', all],
    ["what is not JSON", "{", all],
  ])("%s", (_, text, want) => expect(left(text)).toEqual(want));
});

test("severities and known names are read as the engine takes them", () => {
  const { severities, known, remarks } = readSettings(`{
    "rules": { "*": "off", "text-*": "note" }, // the last one wins
    "known": { "members": ["campaign"], "effects": ["snow"], "part_types": ["map"], "values": { "effect.name": ["rain"], "decoration.style": ["wavy"] }, "media_extensions": ["avif"] },
  }`);
  expect(Object.entries(severities)).toEqual([["*", "off"], ["text-*", "note"]]);
  expect(known).toEqual({ members: ["campaign"], "effect.name": ["snow", "rain"], "part.type": ["map"], "decoration.style": ["wavy"], media_extensions: ["avif"] });
  expect(remarks).toEqual([]);
});

test("say what does not apply", () => {
  const text = '{"rules": {"to-large": "loud", "to-larg": "off"}, "known": {"colors": []}, "kinds": {}, "ignores": [{"rule": "b", "files": "x"}, 7]}';
  expect(readSettings(text)).toMatchObject({ severities: {}, known: {}, ignores: [] });
  expect(readSettings(text).remarks).toHaveLength(6);
});

test("a known member is added, and comments are kept", () => {
  const first = withKnownMember("", "campaign");
  expect(readSettings(first).known).toEqual({ members: ["campaign"] });
  const second = withKnownMember(`// ours\n${first}`, "season");
  expect(second).toContain("// ours");
  expect(readSettings(second).known).toEqual({ members: ["campaign", "season"] });
  expect(withKnownMember(second, "season")).toBe(second);
  expect(readSettings(withKnownMember("not JSON", "a")).known).toEqual({ members: ["a"] });
});
