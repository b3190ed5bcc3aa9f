// @vitest-environment jsdom
import { expect, test } from "vitest";
import { squiggles } from "../src/editor/diagnostics";
import type { Diagnostic } from "../src/engine/protocol";

const explained = { rule: () => undefined, open: () => undefined, apply: () => undefined };

/** What is underlined of a problem that is at some words of a text. */
function underlined(text: string, words: string): string {
  const at = text.indexOf(words);
  const place = (offset: number): Diagnostic["start"] => ({ offset, line: 1, column: 1 }) as Diagnostic["start"];
  const d: Diagnostic = { rule: "parts-max", severity: "error", message: "", hint: "", pointer: "/parts", fixes: [], args: {}, api_code: 0, start: place(at), end: place(at + words.length) } as unknown as Diagnostic;
  const found = squiggles([d], text, explained)[0];
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
