import { describe, expect, test } from "vitest";
import type { Diagnostic, Report } from "../src/engine/protocol";
import { applySettings, readSettings } from "../src/state/settings";

const problem = (rule: string, pointer: string): Diagnostic => ({ rule, pointer, severity: "error" }) as Diagnostic;
const report: Report = { kind: "", truncated: 0, diagnostics: [problem("to-handle", "/to/0"), problem("media-url-private", "/message/parts/2/url"), problem("text-empty", "/message/parts/0/value")] };
const left = (text: string, today = "2026-11-29"): string[] => applySettings(report, readSettings(text), today).diagnostics.map((d) => `${d.rule} ${d.severity}`);
const all = ["to-handle error", "media-url-private error", "text-empty error"];

describe("the settings of a project", () => {
  test.each([
    ["nothing", "", all],
    ["comments and commas", '// ours\n{ "rules": { "to-handle": "off", }, }', all.slice(1)],
    ["the last selector wins", '{"rules": {"*": "off", "text-*": "note"}}', ["text-empty note"]],
    ["an ignore at a place", '{"ignores": [{"rule": "media-*", "pointer": "/message/parts/*/url", "reason": "x"}]}', [all[0], all[2]]],
    ["an ignore below a place", '{"ignores": [{"rule": "*", "pointer": "/message/**"}]}', [all[0]]],
    ["an ignore elsewhere", '{"ignores": [{"rule": "*", "pointer": "/message"}]}', all],
    ["an ignore on its last day", '{"ignores": [{"rule": "*", "expires": "2026-11-29"}]}', []],
    ["an ignore that is over", '{"ignores": [{"rule": "*", "expires": "2026-11-28"}]}', all],
    ["an ignore for files", '{"ignores": [{"rule": "*", "files": "a/**"}]}', all],
    ["what is not JSON", "{", all],
  ])("%s", (_, text, want) => expect(left(text)).toEqual(want));
  test("say what does not apply", () => {
    expect(readSettings('{"rules": {"a": "loud"}, "known": {}, "ignores": [{"rule": "b", "files": "x"}, 7]}').remarks).toHaveLength(4);
  });
});
