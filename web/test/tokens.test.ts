import { Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { readingOf } from "../src/editor/language";
import { endsInString, tokensOf } from "../src/editor/tokens";

const told = (stretch: string, inString = false): string[] => tokensOf(stretch, inString).map((t) => `${t.type} ${stretch.slice(t.from, t.to)}`);

describe("the tokens of a stretch", () => {
  test.each([
    ["names and values", '{"a": "b", "c" : -1.5e3, "d":[true,null]}', ['name "a"', 'string "b"', 'name "c"', "atom -1.5e3", 'name "d"', "atom true", "atom null"]],
    ["an escaped quote", '"a\\"b": "\\\\", 1', ['name "a\\"b"', 'string "\\\\"', "atom 1"]],
    ["a string that nothing closes ends with its line", '"a\n"b": 1', ['string "a', 'name "b"', "atom 1"]],
    ["words that are not JSON", "truest, x1y", ["atom 1"]],
  ])("%s", (_, stretch, want) => expect(told(stretch)).toEqual(want));
  test.each([
    ["the rest of a value", 'b c", "d"', ['string b c"', 'string "d"']],
    ["the rest of a name", 'b": 1', ['name b"', "atom 1"]],
    ["nothing but text", "true 1", ["string true 1"]],
    ["a quote at once", '", 1', ['string "', "atom 1"]],
  ])("that begins in a string: %s", (_, stretch, want) => expect(told(stretch, true)).toEqual(want));
});

test.each([
  ["", false], ['{"a', true], ['{"a"', false], ['{"a\\"', true], ['{"a\\\\"', false], ['"a": "\\\\\\"', true], ['\\"', true],
])("%j ends in a string: %s", (line, want) => expect(endsInString(line)).toBe(want));

test("a long text is not parsed, and long lines are not wrapped", () => {
  const read = (line: string, times: number): string => readingOf(Text.of(Array.from({ length: times }, () => line)));
  expect(read("x".repeat(20_000), 1)).toBe("parsed"); // the longest text that the API takes
  expect(read("x".repeat(30), 1000)).toBe("parsed");
  expect(read("x".repeat(30), 2000)).toBe("tokens");
  expect(read("x".repeat(40_000), 1)).toBe("long lines");
  expect(read("x".repeat(130_000), 8)).toBe("long lines");
});
