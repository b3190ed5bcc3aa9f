// @vitest-environment jsdom
import { Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { follows, squiggles } from "../src/editor/diagnostics";
import type { Diagnostic } from "../src/engine/protocol";

const docOf = (text: string): Text => Text.of(text.split("\n"));
const explained = { rule: () => undefined, open: () => undefined, apply: () => undefined };

/** What is underlined of a problem that is at some words of a text. */
function underlined(text: string, words: string): string {
  const at = text.indexOf(words);
  const place = (offset: number): Diagnostic["start"] => ({ offset, line: 1, column: 1 }) as Diagnostic["start"];
  const d: Diagnostic = { rule: "parts-max", severity: "error", message: "", hint: "", pointer: "/parts", fixes: [], args: {}, api_code: 0, start: place(at), end: place(at + words.length) } as unknown as Diagnostic;
  const found = squiggles([d], docOf(text), explained)[0];
  return text.slice(found?.from, found?.to);
}

test.each([
  ["a value", '{"to": ["+1"]}', '"+1"', '"+1"'],
  ["an array over lines, by its name", '{"range": [\n1,\n2]}', "[\n1,\n2]", '"range"'],
  ["the bracket of an array, by its name", '{"parts" : [\n{}]}', "[", '"parts"'],
  ["the bracket of an element", '{"parts": [\n{"a": 1}]}', '{"a"'.slice(0, 1), "{"],
  ["an element over lines, by the rest of its line", "[\n{ \n}]", "{ \n}", "{ "],
])("%s", (_, text, words, want) => {
  expect(underlined(text, words)).toBe(want);
});

describe("a report after a key", () => {
  const text = '{"to": ["+1"]}';
  const report = (shift: number, message = "too short"): Diagnostic[] => [5, 9].map((at) => ({
    rule: "to-handle", severity: "error", message, hint: "", pointer: "/to", fixes: [], args: {}, api_code: 0,
    start: { offset: at + shift }, end: { offset: at + shift + 2 },
  }) as unknown as Diagnostic);
  const moved = (shown: ReturnType<typeof squiggles>, by: number) => new Map(shown.map((s) => [s, [s.from + by, s.to + by] as const]));

  test("that moved its problems draws none of them again, and they are about it", () => {
    const shown = squiggles(report(0), docOf(text), explained);
    const next = report(1);
    expect(follows(shown, moved(shown, 1), squiggles(next, docOf(` ${text}`), explained))).toBe(true);
    expect(shown.map((s) => s.about)).toEqual(next);
  });
  test.each([
    ["that says something else", report(1, "too long")],
    ["that has them elsewhere", report(2)],
    ["that has fewer", report(1).slice(1)],
    ["without any", []],
  ])("%s is drawn", (_, next) => {
    const shown = squiggles(report(0), docOf(text), explained);
    expect(follows(shown, moved(shown, 1), squiggles(next, docOf(`  ${text}`), explained))).toBe(false);
  });
  test("is drawn if the editor lost one", () => {
    const shown = squiggles(report(0), docOf(text), explained);
    expect(follows(shown, new Map([...moved(shown, 0)].slice(1)), squiggles(report(0), docOf(text), explained))).toBe(false);
  });
});
