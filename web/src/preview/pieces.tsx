import { useRef } from "preact/hooks";
import { difference } from "../state/edits";

/** About so many UTF-16 code units are a piece of a long text. */
const LENGTH = 500;

export interface Piece {
  id: number;
  text: string;
}

/** Cuts a text after white space, where no letters are drawn together. */
function cut(text: string): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest.length > 2 * LENGTH) {
    const space = rest.slice(LENGTH).search(/\s/);
    if (space < 0) break;
    out.push(rest.slice(0, LENGTH + space + 1));
    rest = rest.slice(LENGTH + space + 1);
  }
  return rest === "" ? out : [...out, rest];
}

/** The pieces of a text that was another one before: those that did not change are the same. */
export function recut(old: Piece[], text: string): Piece[] {
  const before = old.map((p) => p.text).join("");
  const { head, oldEnd } = difference(before, text);
  const first: Piece[] = [];
  const last: Piece[] = [];
  const rest = [...old];
  let from = 0;
  let tail = 0;
  while (rest[0] !== undefined && from + rest[0].text.length <= head) {
    from += rest[0].text.length;
    first.push(rest.shift() as Piece);
  }
  for (let p = rest.at(-1); p !== undefined && tail + p.text.length <= before.length - oldEnd; p = rest.at(-1)) {
    tail += p.text.length;
    last.unshift(rest.pop() as Piece);
  }
  // What is written between two pieces goes into one of them, not into one of its own each time.
  if (rest.length === 0 && from + tail < text.length) {
    const near = first.pop() ?? last.shift();
    if (near !== undefined) rest.push(near);
    from = first.reduce((n, p) => n + p.text.length, 0);
    tail = last.reduce((n, p) => n + p.text.length, 0);
  }
  let id = Math.max(0, ...old.map((p) => p.id));
  const middle = cut(text.slice(from, text.length - tail)).map((piece, i) => ({ id: rest[i]?.id ?? ++id, text: piece }));
  return [...first, ...middle, ...last];
}

/**
 * A long text in pieces, so that a key lays out the piece that it changed and
 * not ten thousand code points.
 */
export function Pieces({ text }: { text: string }) {
  const kept = useRef<Piece[]>([]);
  kept.current = recut(kept.current, text);
  return <>{kept.current.map((p) => <span key={p.id}>{p.text}</span>)}</>;
}
