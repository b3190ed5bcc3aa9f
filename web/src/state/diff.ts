/** Lines that differ between two texts, with a little of what is around them. */
import { common } from "./edits";

export interface DiffLine {
  change: "same" | "removed" | "added";
  text: string;
}

const CONTEXT = 2;
/** More pairs of lines than these are not compared one by one. */
const MOST_PAIRS = 250_000;

export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const same = (lines: string[]): DiffLine[] => lines.map((text) => ({ change: "same", text: shortened(text) }));
  return [
    ...same(a.slice(Math.max(0, head - CONTEXT), head)),
    ...changed(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail, a.length - tail + CONTEXT)),
  ];
}

const shortened = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)}…` : text);

/** The changed lines by their longest common subsequence. */
function changed(a: string[], b: string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ change: "removed", text: shortened(text) });
  const added = (text: string): DiffLine => ({ change: "added", text: shortened(text) });
  if (a.length === 1 && b.length === 1) return around(a[0] ?? "", b[0] ?? "");
  if (a.length * b.length > MOST_PAIRS) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const out: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ change: "same", text: shortened(a[i] ?? "") });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) out.push(removed(a[i++] ?? ""));
    else out.push(added(b[j++] ?? ""));
  }
  return out;
}

/** One long line: only what is around its change. */
function around(a: string, b: string): DiffLine[] {
  const { head, tail } = common(a, b);
  const cut = (text: string): string => {
    const [from, to] = [Math.max(0, head - 120), Math.min(text.length, text.length - tail + 120)];
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  };
  return [{ change: "removed", text: cut(a) }, { change: "added", text: cut(b) }];
}
