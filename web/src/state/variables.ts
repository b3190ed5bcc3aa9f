/** Template variables, {{name}}, in the texts of a message, and the sample data that the page shows in their place. */
import { computed, signal } from "@preact/signals";
import { readContent, type Part } from "./body";
import { parts } from "./document";
import { applyEdits } from "./edits";
import { isObject, isSame, parseBody, setAt, type Json, type JsonObject } from "./json";

const pattern = /\{\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}\}/gu;

/** Sample data by the variable's name; without any the variable is shown as it is written. */
export const samples = signal<Record<string, string>>({});

const takesVariables = (part: Part): boolean => part.type === "text" || part.type === "link";

let lastNames: string[] = [];

/** The variables of the drawn texts and links, each once; the same list as long as they are the same, since every text is drawn with it. */
export const names = computed<string[]>(() => {
  const found = [...new Set(parts.value?.flatMap((p) => (takesVariables(p) ? [...p.value.matchAll(pattern)].map((m) => m[1] ?? "") : [])) ?? [])];
  return isSame(found, lastNames) ? lastNames : (lastNames = found);
});

interface Piece {
  /** The variable's span in the text as it is written. */
  start: number;
  end: number;
  /** The sample's span in the text as it is shown. */
  shownStart: number;
  shownEnd: number;
}

export interface Filled {
  text: string;
  pieces: Piece[];
}

/** A text with its sample data. */
export function fill(text: string, data: Record<string, string>): Filled {
  const pieces: Piece[] = [];
  let out = "";
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const sample = Object.hasOwn(data, match[1] ?? "") ? data[match[1] ?? ""] : undefined;
    if (sample === undefined || sample === "") continue;
    out += text.slice(from, match.index);
    const end = match.index + match[0].length;
    pieces.push({ start: match.index, end, shownStart: out.length, shownEnd: out.length + sample.length });
    out += sample;
    from = end;
  }
  return { text: out + text.slice(from), pieces };
}

/** Where an offset of the written text is in the shown one; inside of a variable it is the sample's start or end. */
export function toShown({ pieces }: Filled, offset: number, side: "start" | "end"): number {
  let shift = 0;
  for (const p of pieces) {
    if (offset <= p.start) break;
    if (offset < p.end) return side === "start" ? p.shownStart : p.shownEnd;
    shift = p.shownEnd - p.end;
  }
  return offset + shift;
}

/** The other way round. */
export function toWritten({ pieces }: Filled, offset: number, side: "start" | "end"): number {
  let shift = 0;
  for (const p of pieces) {
    if (offset <= p.shownStart) break;
    if (offset < p.shownEnd) return side === "start" ? p.start : p.end;
    shift = p.end - p.shownEnd;
  }
  return offset + shift;
}

/** The text that is shown for a written one. */
export const sampled = (text: string): string => (names.value.length === 0 ? text : fill(text, samples.value).text);

/** A part as it is shown: its ranges stay on their words. */
export function sampledPart(part: Part): Part {
  if (part.type !== "text" || names.value.length === 0) return part;
  const filled = fill(part.value, samples.value);
  if (filled.pieces.length === 0) return part;
  const moved = <T extends { start: number; end: number }>(range: T): T => ({ ...range, start: toShown(filled, range.start, "start"), end: toShown(filled, range.end, "end") });
  return {
    ...part,
    value: filled.text,
    decorations: part.decorations.map(moved),
    stickers: part.stickers.map(moved),
    mentionRange: part.mentionRange === undefined ? undefined : [toShown(filled, part.mentionRange[0], "start"), toShown(filled, part.mentionRange[1], "end")],
  };
}

const movedList = (list: Json | undefined, filled: Filled): Json | undefined =>
  Array.isArray(list) ? list.map((entry) => (isObject(entry) ? { ...entry, ...(entry.range === undefined ? {} : { range: movedRange(entry.range, filled) }) } : entry)) : list;

function movedRange(range: Json, filled: Filled): Json {
  if (!Array.isArray(range) || typeof range[0] !== "number" || typeof range[1] !== "number") return range;
  return [toShown(filled, range[0], "start"), toShown(filled, range[1], "end")];
}

/** A body with the sample data in its texts, so that lengths and segments are those of the message that is sent. */
export function sampledBody(body: string): string {
  if (names.value.length === 0 || Object.values(samples.value).every((sample) => sample === "")) return body;
  // What is drawn may be of another text than this one.
  const { value } = parseBody(body);
  if (!isObject(value)) return body;
  return applyEdits(body, readContent(value).parts.flatMap((part) => {
    const filled = fill(part.value, samples.value);
    if (!takesVariables(part) || filled.pieces.length === 0) return [];
    const next: JsonObject = { ...(part.json as JsonObject), value: filled.text };
    for (const name of ["text_decorations", "inline_stickers"]) if (next[name] !== undefined) next[name] = movedList(next[name], filled) as Json;
    if (next.mention_range !== undefined) next.mention_range = movedRange(next.mention_range, filled);
    return setAt(body, part.path, next);
  }));
}
