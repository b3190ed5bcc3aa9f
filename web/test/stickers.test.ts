import { describe, expect, test } from "vitest";
import type { JsonObject } from "../src/state/json";
import { aroundStickers, lastSource, putSticker, removeStickers } from "../src/state/stickers";

const span = (start: number, end: number) => ({ start, end });
const a = { url: "https://cdn.linqapp.com/a.png" };
const text = { type: "text", value: "Sip a cup of tea" };

describe("a sticker in place of words", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["of a plain text", text, { ...text, inline_stickers: [{ range: [6, 9], ...a }] }],
    ["in a bold stretch, which gives way", { ...text, text_decorations: [{ range: [4, 12], style: "bold" }] },
      { ...text, text_decorations: [{ range: [4, 6], style: "bold" }, { range: [9, 12], style: "bold" }], inline_stickers: [{ range: [6, 9], ...a }] }],
    ["of the only decoration", { ...text, text_decorations: [{ range: [6, 9], animation: "shake" }] }, { ...text, inline_stickers: [{ range: [6, 9], ...a }] }],
    ["of another sticker", { ...text, inline_stickers: [{ range: [8, 10], attachment_id: "x" }, { range: [0, 3], ...a }] },
      { ...text, inline_stickers: [{ range: [0, 3], ...a }, { range: [6, 9], ...a }] }],
    ["beside what cannot be read", { ...text, inline_stickers: [7] }, { ...text, inline_stickers: [7, { range: [6, 9], ...a }] }],
  ])("%s", (_, part, want) => expect(putSticker(part, span(6, 9), a)).toEqual(want));

  test("is removed where it is touched", () => {
    const part = { ...text, inline_stickers: [{ range: [6, 9], ...a }, { range: [0, 3], ...a }] };
    expect(removeStickers(part, span(8, 12))).toEqual({ ...text, inline_stickers: [{ range: [0, 3], ...a }] });
    expect(removeStickers(part, span(0, 16))).toEqual(text);
    expect(removeStickers(part, span(3, 6))).toEqual(part);
  });
});

test("decorations go around stickers", () => {
  expect(aroundStickers(span(0, 16), [span(6, 9), span(12, 13)])).toEqual([span(0, 6), span(9, 12), span(13, 16)]);
  expect(aroundStickers(span(6, 8), [span(6, 9)])).toEqual([]);
});

test("a new sticker has the source of the last one", () => {
  expect(lastSource([text])).toEqual({ url: "" });
  expect(lastSource([{ inline_stickers: [{ range: [0, 1], ...a }] }, { inline_stickers: [{ range: [0, 1], url: "" }, 7] }, 7])).toEqual(a);
  expect(lastSource([{ inline_stickers: [{ url: 1, attachment_id: "x" }] }])).toEqual({ attachment_id: "x" });
});
