import type { Edit } from "../engine/protocol";

/** Applies edits that do not overlap, given by their places in the text before any of them. */
export function applyEdits(text: string, edits: Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let from = 0;
  for (const edit of sorted) {
    pieces.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

/** Long texts are compared in stretches of so many UTF-16 code units, which the browser does faster than one by one. */
const STRETCH = 4096;

/** Shorter texts are compared each time, in UTF-16 code units. */
const SHORT = 50_000;

/** An edit with what it removes. */
export type Change = Edit & { removed: string };

/** A change and the text that it is of. */
export type KnownEdit = Change & { from: string };

/** The last long texts that were compared, or of which the change is known: the history and the worker ask about the same two. */
let known: { before: string; after: string; head: number; tail: number; change?: Change | undefined } | undefined;

/** Notes the change between two texts, so that nobody needs to look at them: a text that was just typed into is in pieces until somebody does. */
export function note(before: string, after: string, { start, end, text, removed }: Change): void {
  if (after.length > SHORT) known = { before, after, head: start, tail: before.length - end, change: { start, end, text, removed } };
}

/** How many UTF-16 code units two texts have in common at their start and, behind that, at their end. */
export function common(before: string, after: string): { head: number; tail: number } {
  if (after.length <= SHORT) return compared(before, after);
  if (known?.before !== before || known.after !== after) known = { before, after, ...compared(before, after) };
  return known;
}

function compared(before: string, after: string): { head: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head + STRETCH <= shorter && before.slice(head, head + STRETCH) === after.slice(head, head + STRETCH)) head += STRETCH;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  const same = (from: number): boolean => before.slice(before.length - from - STRETCH, before.length - from) === after.slice(after.length - from - STRETCH, after.length - from);
  while (tail + STRETCH <= shorter - head && same(tail)) tail += STRETCH;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { head, tail };
}

/** The one stretch in which two texts differ: where it starts, where it ended before, and by how much it grew. */
export function difference(before: string, after: string): { head: number; oldEnd: number; delta: number } {
  const { head, tail } = common(before, after);
  return { head, oldEnd: before.length - tail, delta: after.length - before.length };
}

/** The single edit that turns one text into the other; undefined if they are equal. */
export function editBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  if (known?.change !== undefined && known.before === before && known.after === after) return known.change;
  const { head, tail } = common(before, after);
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail), removed: before.slice(head, before.length - tail) };
}
