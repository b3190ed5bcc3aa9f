import { difference } from "./edits";
import type { Json } from "./json";

export interface Span {
  start: number;
  end: number;
}

export type Mark = { style: string } | { animation: string };

/** The least span of whole grapheme clusters that holds a span. */
export function snap(span: Span, clusters: number[], units: number): Span {
  const start = Math.max(0, Math.min(span.start, units));
  const end = Math.max(start, Math.min(span.end, units));
  const before = clusters.findLast((c) => c <= start) ?? 0;
  const after = clusters.find((c) => c >= end) ?? units;
  return { start: before, end: Math.max(after, before) };
}

interface Entry extends Span {
  json: { [name: string]: Json };
  style: string;
  animation: string;
}

function entry(d: Json): Entry | undefined {
  if (typeof d !== "object" || d === null || Array.isArray(d) || !Array.isArray(d.range)) return undefined;
  const [start, end] = d.range;
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  return {
    json: d, start, end,
    style: typeof d.style === "string" ? d.style : "",
    animation: typeof d.animation === "string" ? d.animation : "",
  };
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;

/** What is left of a span when another is cut out of it. */
function without(a: Span, cut: Span): Span[] {
  if (!overlaps(a, cut)) return [a];
  return [{ start: a.start, end: cut.start }, { start: cut.end, end: a.end }].filter((s) => s.start < s.end);
}

/**
 * The text_decorations after a mark was put on a span, or taken off it where
 * the whole span has it already. An animation overlaps nothing, so what it is
 * put on gives way, and so does an animation to a style. Entries that cannot
 * be read stay as they are.
 */
export function toggle(list: Json[], span: Span, mark: Mark): Json[] {
  if (span.start >= span.end) return list;
  const style = "style" in mark ? mark.style : "";
  const animation = "animation" in mark ? mark.animation : "";
  const same = (e: Entry): boolean => (style !== "" ? e.style === style && e.animation === "" : e.animation === animation && e.style === "");

  let open: Span[] = [span];
  for (const d of list) {
    const e = entry(d);
    if (e !== undefined && same(e)) open = open.flatMap((s) => without(s, e));
  }
  const remove = open.length === 0;

  let grown = { ...span };
  const out: Json[] = [];
  for (const d of list) {
    const e = entry(d);
    if (e === undefined) {
      out.push(d);
      continue;
    }
    if (same(e) && !remove && e.start <= grown.end && grown.start <= e.end) {
      // Touching marks of one sort become one.
      grown = { start: Math.min(e.start, grown.start), end: Math.max(e.end, grown.end) };
      continue;
    }
    const yields = same(e) || (animation !== "" ? !remove : !remove && e.animation !== "");
    const rest = yields ? without(e, span) : [e];
    for (const s of rest) out.push(s.start === e.start && s.end === e.end ? d : { ...e.json, range: [s.start, s.end] });
  }
  if (!remove) out.push({ range: [grown.start, grown.end], ...(style !== "" ? { style } : { animation }) });
  return out;
}

/** Takes every mark off a span. */
export function clear(list: Json[], span: Span): Json[] {
  return list.flatMap((d) => {
    const e = entry(d);
    if (e === undefined || !overlaps(e, span)) return [d];
    return without(e, span).map((s) => ({ ...e.json, range: [s.start, s.end] }));
  });
}

/** Moves ranges along when a text changes, so that they stay on their words. */
export function follow(list: Json[], before: string, after: string): Json[] {
  const { head, oldEnd, delta } = difference(before, after);
  // What is typed at the end of a range belongs to it, at its start it does not.
  const start = (n: number): number => (n >= oldEnd && n >= head ? n + delta : Math.min(n, head));
  const end = (n: number): number => (n >= oldEnd ? n + delta : Math.min(n, head));
  return list.flatMap((d) => {
    const e = entry(d);
    if (e === undefined) return [d];
    const range = [start(e.start), end(e.end)] as const;
    if (range[0] >= range[1]) return e.start >= e.end ? [d] : [];
    return [{ ...e.json, range: [...range] }];
  });
}

/**
 * Moves a mention's range along. Unlike a decoration it outlives its name, for
 * without a range the whole text would be the mention; the next name that is
 * written in its place fills it again.
 */
export function followMention(range: Json, before: string, after: string): Json {
  if (!Array.isArray(range) || typeof range[0] !== "number" || typeof range[1] !== "number") return range;
  const [start, end] = range;
  const { head, delta } = difference(before, after);
  if (start === end) {
    if (start === head && delta > 0) return [head, head + delta];
    return start > head ? [Math.max(head, start + delta), Math.max(head, start + delta)] : range;
  }
  const moved = follow([{ range }], before, after).map(entry)[0];
  return moved === undefined ? [Math.min(start, head), Math.min(start, head)] : [moved.start, moved.end];
}
