import { expect, test } from "vitest";
import { visible } from "../src/state/visible";

// The rows of internal/wire's TestVisible, and what else has no shape.
test.each([
  ["plain text is left alone", "plain, ümlaut, 日本", "plain, ümlaut, 日本"],
  ["an emoji keeps its joiners", "👨‍👩‍👧", "👨‍👩‍👧"],
  ["an escape sequence loses its escape", "\u001b[2J", "␛[2J"],
  ["a line end cannot start a forged line", "a\nb", "a␊b"],
  ["delete and the second control block", "\u007f\u009b\u0085", "␡<U+009B><U+0085>"],
  ["marks of direction", "\u202e\u2066", "<U+202E><U+2066>"],
  ["what takes no room", "\u200b\ufeff", "<U+200B><U+FEFF>"],
  ["private use", "\ue000\u{f0000}", "<U+E000><U+F0000>"],
])("%s", (_, text, want) => {
  expect(visible(text)).toBe(want);
});
