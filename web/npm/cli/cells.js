import { visible } from "./visible.js";

/** How many code units of a line are read on either side of a span. */
export const reach = 2048;

const segments = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide = /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18d08}\u{1b000}-\u{1b2fb}\u{20000}-\u{3fffd}]/u;
const zero = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** The columns of one grapheme cluster. */
function clusterWidth(cluster) {
  if (/^[ -~]$/.test(cluster)) return 1;
  if (zero.test(cluster)) return 0;
  return wide.test(cluster) ? 2 : 1;
}

/** The columns of a text. */
export function textWidth(text) {
  let n = 0;
  for (const { segment } of segments.segment(text)) n += clusterWidth(segment);
  return n;
}

/** Splits text into what a terminal draws; base is the offset of its first code unit. */
export function cellsOf(text, base) {
  const cells = [];
  for (const { segment, index } of segments.segment(text)) {
    const shown = segment === "\t" ? "    " : visible(segment);
    const width = shown === segment ? clusterWidth(segment) : textWidth(shown);
    cells.push({ text: shown, start: base + index, end: base + index + segment.length, width });
  }
  return cells;
}

const columns = (cells) => cells.reduce((n, cell) => n + cell.width, 0);

/** A cut between the two halves of a surrogate pair moves before it. */
const whole = (text, i) => (i > 0 && i < text.length && /[\udc00-\udfff]/.test(text[i]) ? i - 1 : i);

/** The part of a line around a span. */
export class SourceLine {
  constructor(text, start, end, number) {
    this.number = number;
    this.cutLeft = this.cutRight = false;
    this.start = start;
    this.end = end;
    this.cells = cellsOf(text.slice(start, end), start);
  }

  /** The line of text that holds the code unit at start; end is the end of the span. */
  static around(text, start, end, number) {
    const at = Math.min(Math.max(start, 0), text.length);
    const low = Math.max(0, at - reach);
    const before = text.slice(low, at).lastIndexOf("\n");
    const from = before >= 0 ? low + before + 1 : whole(text, low);
    const limit = Math.min(text.length, Math.max(Math.min(end, at + reach), at) + reach);
    const after = text.slice(at, limit).indexOf("\n");
    let to = after >= 0 ? at + after : whole(text, limit);
    if (after >= 0 && to > from && text[to - 1] === "\r") to--;
    const line = new SourceLine(text, from, to, number);
    line.cutLeft = before < 0 && from > 0;
    line.cutRight = after < 0 && limit < text.length;
    return line;
  }

  /** Truncates the line to width columns around [from, to). */
  window(from, to, width) {
    if (columns(this.cells) <= width && !this.cutLeft && !this.cutRight) return;
    let [lo, hi] = this.indexes(from, to);
    let used = columns(this.cells.slice(lo, hi));
    while (hi > lo + 1 && used > width - 2) used -= this.cells[--hi].width;
    // A third of the room is before the span; room that one side does not need goes to the other.
    let room = width - 2 - used;
    let before = Math.trunc(room / 3);
    const right = columns(this.cells.slice(hi));
    if (right < room - before) before = room - right;
    while (lo > 0 && this.cells[lo - 1].width <= before) {
      const { width: taken } = this.cells[--lo];
      before -= taken;
      room -= taken;
    }
    while (hi < this.cells.length && this.cells[hi].width <= room) room -= this.cells[hi++].width;
    this.cutLeft ||= lo > 0;
    this.cutRight ||= hi < this.cells.length;
    this.cells = this.cells.slice(lo, hi);
  }

  /** The range of cells that overlap [from, to). */
  indexes(from, to) {
    let first = 0;
    while (first < this.cells.length && this.cells[first].end <= from) first++;
    let last = first;
    while (last < this.cells.length && this.cells[last].start < to) last++;
    return [first, last];
  }

  holds(from, to) {
    return this.cells.length > 0 && this.cells[0].start <= from && to <= this.cells.at(-1).end;
  }

  /** The first column, from 0, and the width of [from, to) in the window. An empty span has one column. */
  place(from, to) {
    const [first, last] = this.indexes(from, to);
    return [columns(this.cells.slice(0, first)) + (this.cutLeft ? 1 : 0), Math.max(1, columns(this.cells.slice(first, last)))];
  }

  toString() {
    return (this.cutLeft ? "…" : "") + this.cells.map((cell) => cell.text).join("") + (this.cutRight ? "…" : "");
  }
}
