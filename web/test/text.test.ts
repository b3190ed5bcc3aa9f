import { expect, test } from "vitest";
import { readable } from "../src/state/text";

test.each([
  ["a body on one line is indented", '{"a":[1,2]}', '{\n  "a": [1, 2]\n}'],
  ["numbers, escapes and duplicate members stay as they are", '{"n":12345678901234567890.10,"n":1e400,"s":"\\u0041"}', '{\n  "n": 12345678901234567890.10,\n  "n": 1e400,\n  "s": "\\u0041"\n}'],
  ["one on several lines stays", '{"a":\n1}', '{"a":\n1}'],
  ["one that does not parse stays", '{"a":1,', '{"a":1,'],
  ["line ends are those of the editor", '{"a":1,\r\n"b":\r2}\r\n', '{"a":1,\n"b":\n2}\n'],
])("%s", (_, body, want) => expect(readable(body)).toBe(want));
