/**
 * Pictures that were dropped on media parts. A body has no name for a part, so
 * a picture is kept beside what its part sends (its URL or attachment_id) and
 * goes with it when the parts are put in another order, edited, or undone.
 */
import type { Part } from "./body";

export interface Pictures {
  /** What each part sends, in order; undefined where no picture is drawn for it. */
  sources: readonly (string | undefined)[];
  /** The pictures by the part's index. */
  at: ReadonlyMap<number, string>;
  /** Those whose part is gone: undo may bring it back. */
  away: readonly { source: string; picture: string }[];
}

export const none: Pictures = { sources: [], at: new Map(), away: [] };

/** What a part with a picture sends, with the member that says so. */
export function sourceOf(part: Part): string | undefined {
  if (part.type === "imessage_app") return `image ${part.layout.image_url}`;
  if (part.type !== "media") return undefined;
  return part.attachmentId !== "" ? `attachment_id ${part.attachmentId}` : `url ${part.url}`;
}

/** Which part of before each part of after is. What is before and after a change is matched first. */
function matches(before: Pictures["sources"], after: Pictures["sources"]): (number | undefined)[] {
  const of: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const tie = (to: number, from: number): void => {
    of[to] = from;
    free.delete(from);
  };
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  for (; head < shorter && before[head] === after[head]; head++) tie(head, head);
  for (let tail = 1; tail <= shorter - head && before.at(-tail) === after.at(-tail); tail++) tie(after.length - tail, before.length - tail);
  // Between them: the same source, wherever it went.
  after.forEach((source, to) => {
    if (of[to] !== undefined || source === undefined) return;
    const from = [...free].find((i) => before[i] === source);
    if (from !== undefined) tie(to, from);
  });
  // One that is left on both sides, in the same place, is a part whose URL was edited.
  const left = after.flatMap((source, to) => (of[to] === undefined && source !== undefined ? [to] : []));
  const [place] = left;
  if (left.length === 1 && place !== undefined && before.length === after.length && free.has(place) && before[place] !== undefined) tie(place, place);
  return of;
}

/** The pictures once the parts send something else. */
export function follow(now: Pictures, sources: Pictures["sources"]): Pictures {
  const same = sources.length === now.sources.length && sources.every((s, i) => s === now.sources[i]);
  if (same || now.at.size + now.away.length === 0) return now;
  const of = matches(now.sources, sources);
  const away = [...now.away];
  for (const [index, picture] of now.at) {
    const source = now.sources[index];
    if (source !== undefined && !of.includes(index)) away.push({ source, picture });
  }
  const at = new Map<number, string>();
  of.forEach((from, to) => {
    const back = from === undefined ? away.findIndex((a) => a.source === sources[to]) : -1;
    const picture = from === undefined ? away[back]?.picture : now.at.get(from);
    if (back >= 0) away.splice(back, 1);
    if (picture !== undefined) at.set(to, picture);
  });
  return { sources, at, away };
}

/** The pictures without parts; one whose part names nothing has no way back. */
export function putAway({ sources, at, away }: Pictures): Pictures {
  const named = [...at].flatMap(([index, picture]) => {
    const source = sources[index];
    return source === undefined || source.endsWith(" ") ? [] : [{ source, picture }];
  });
  return { sources: [], at: new Map(), away: [...away, ...named] };
}
