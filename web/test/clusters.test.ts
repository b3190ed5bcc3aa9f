import { expect, test } from "vitest";
import { clusters, emojiOnly } from "../src/state/clusters";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const whole = (text: string): string[] => Array.from(segmenter.segment(text), (s) => s.segment);

test.each([
  ["nothing", ""],
  ["ASCII", "Your order\nhas shipped."],
  ["CR LF is one", "a\r\nb"],
  ["umlauts, one code point and two", "é é"],
  ["a family", "👨‍👩‍👧 x"],
  ["a skin tone", "👋🏽"],
  ["flags", "🇺🇸🇩🇪"],
  ["a keycap", "1️⃣"],
  ["a heart with its selector", "❤️ ❤"],
  ["Hangul in parts", "각"],
  ["Devanagari", "नमस्ते"],
  ["Thai", "กำ"],
  ["half a pair", "\ud83c"],
])("%s", (_, text) => {
  expect(clusters(text)).toEqual(whole(text));
});

test("what is taken for a cluster by itself is one, beside any other such", () => {
  const ranges = [[0x20, 0x7e], [0xa1, 0x24f], [0x370, 0x482], [0x48a, 0x52f], [0x2010, 0x2027], [0x2030, 0x205e], [0x20a0, 0x20c0], [0x2600, 0x27bf], [0x3000, 0x3029],
    [0x3041, 0x3096], [0x30a1, 0x30ff], [0x4e00, 0x4e80], [0x1f300, 0x1f3fa], [0x1f400, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1f9ff], [0x1fa70, 0x1faff]] as const;
  const points = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)));
  // Each beside each of a few of every range, on both sides.
  const beside = ranges.flatMap(([from, to]) => [from, (from + to) >> 1, to]).map((n) => String.fromCodePoint(n));
  for (const point of points) {
    const text = beside.map((other) => other + point).join("") + "\n" + point;
    if (clusters(text).length !== whole(text).length) expect(clusters(text), point).toEqual(whole(text));
  }
});

test.each([
  ["🎉", true], ["🎉🎉🎉", true], ["🎉🎉🎉🎉", false], ["🇩🇪", true], ["1️⃣", true], ["👨‍👩‍👧🇩🇪", true], ["❤️", true],
  ["1", false], ["12", false], ["#", false], ["é", false], ["日本", false], ["🎉 🎉", false], ["ok 🎉", false], ["", false],
])("emoji and nothing else: %s is %s", (text, want) => {
  expect(emojiOnly(text)).toBe(want);
});
