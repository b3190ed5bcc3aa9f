import type { Decoration } from "../state/body";

export interface Segment {
  start: number;
  text: string;
  styles: string[];
  animation: string;
}

/** Letters word by word, each space by itself: lines break between words and not inside of them. */
export function words(pieces: string[]): { from: number; pieces: string[] }[] {
  const out: { from: number; pieces: string[] }[] = [];
  const isSpace = (piece: string): boolean => /^\s+$/.test(piece);
  pieces.forEach((piece, i) => {
    const last = out.at(-1);
    if (last === undefined || isSpace(piece) || isSpace(last.pieces[0] ?? "")) out.push({ from: i, pieces: [piece] });
    else last.pieces.push(piece);
  });
  return out;
}

/** Cuts a text wherever a decoration begins or ends; a surrogate pair stays whole. */
export function segments(text: string, decorations: Decoration[]): Segment[] {
  const whole = (n: number): number => {
    const at = Math.max(0, Math.min(Math.trunc(n), text.length));
    const code = text.charCodeAt(at);
    return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  };
  const marks = decorations.map((d) => ({ ...d, start: whole(d.start), end: whole(d.end) })).filter((d) => d.start < d.end);
  const cuts = [...new Set([0, text.length, ...marks.flatMap((d) => [d.start, d.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const over = marks.filter((d) => d.start <= start && d.end >= end);
    return {
      start,
      text: text.slice(start, end),
      styles: [...new Set(over.map((d) => d.style).filter((s) => s !== ""))],
      animation: over.find((d) => d.animation !== "")?.animation ?? "",
    };
  });
}
