/** Inline stickers: pictures in place of stretches of a text. */
import { clear, overlaps, type Span } from "./decorate";
import { isObject, type Json, type JsonObject } from "./json";

/** The span of an element of inline_stickers or text_decorations. */
function spanOf(v: Json): Span | undefined {
  if (!isObject(v) || !Array.isArray(v.range)) return undefined;
  const [start, end] = v.range;
  return typeof start === "number" && typeof end === "number" ? { start, end } : undefined;
}

const isOver = (span: Span) => (v: Json): boolean => {
  const own = spanOf(v);
  return own !== undefined && overlaps(own, span);
};

const listOf = (v: Json | undefined): Json[] => (Array.isArray(v) ? v : []);

/** Members with a list, without it if the list is empty. */
function withList(part: JsonObject, name: string, list: Json[]): JsonObject {
  const { [name]: _, ...rest } = part;
  return list.length === 0 ? rest : { ...part, [name]: list };
}

/** A part with a sticker on a span: decorations and stickers there give way, since nothing may overlap a sticker. */
export function putSticker(part: JsonObject, span: Span, source: JsonObject): JsonObject {
  const bare = withList(part, "text_decorations", clear(listOf(part.text_decorations), span));
  return withList(bare, "inline_stickers", [...listOf(part.inline_stickers).filter((s) => !isOver(span)(s)), { range: [span.start, span.end], ...source }]);
}

/** A part without the stickers that touch a span. */
export const removeStickers = (part: JsonObject, span: Span): JsonObject => withList(part, "inline_stickers", listOf(part.inline_stickers).filter((s) => !isOver(span)(s)));

/** A span without the stickers in it, which take no decoration. */
export function aroundStickers(span: Span, stickers: Span[]): Span[] {
  let out = [span];
  for (const sticker of stickers) {
    out = out.flatMap((s) => (overlaps(s, sticker) ? [{ start: s.start, end: sticker.start }, { start: sticker.end, end: s.end }].filter((left) => left.start < left.end) : [s]));
  }
  return out;
}

/** The source of a new sticker: that of the last sticker in the parts, else an empty url. */
export function lastSource(parts: Json[]): JsonObject {
  for (const part of [...parts].reverse()) {
    for (const sticker of isObject(part) ? [...listOf(part.inline_stickers)].reverse() : []) {
      if (!isObject(sticker)) continue;
      for (const name of ["url", "attachment_id"]) {
        const source = sticker[name];
        if (typeof source === "string" && source !== "") return { [name]: source };
      }
    }
  }
  return { url: "" };
}
