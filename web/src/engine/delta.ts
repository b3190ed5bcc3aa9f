/**
 * What a reply about a large body says anew. A key there moves hundreds of
 * problems and changes few: the worker sends the new ones, and the places of all.
 */
import { messageOf, type Digest } from "../state/digest";
import type { Json } from "../state/json";
import type { Diagnostic, Edit, Place, Report } from "./protocol";

export interface Delta {
  kind: string;
  truncated: number;
  /** The index of each diagnostic in the report before, -1 for a new one; undefined if they are the same in the same order. */
  from: number[] | undefined;
  added: Diagnostic[];
  /** The places of all diagnostics, as eachPlace visits them. */
  places: Int32Array;
  read: Digest;
  /** Whether the parts are those of the last body that had any; they are left out then. */
  sameParts: boolean;
}

/** Visits every place of the diagnostics in one order; a fix has edits, whose places have no line. */
function eachPlace(list: Diagnostic[], place: (at: Place) => void, edit: (at: Edit) => void): void {
  for (const d of list) {
    place(d.start);
    place(d.end);
    for (const r of d.related) {
      place(r.start);
      place(r.end);
    }
    for (const f of d.fixes) f.edits.forEach(edit);
  }
}

function placesOf(list: Diagnostic[]): Int32Array {
  const out: number[] = [];
  eachPlace(list, (at) => out.push(at.offset, at.line, at.column), (at) => out.push(at.start, at.end));
  return Int32Array.from(out);
}

/** Gives the diagnostics their places. */
export function moveTo(list: Diagnostic[], places: Int32Array): void {
  let i = 0;
  const next = (): number => places[i++] as number;
  eachPlace(list, (at) => {
    at.offset = next();
    at.line = next();
    at.column = next();
  }, (at) => {
    at.start = next();
    at.end = next();
  });
}

const placeless = (name: string, value: unknown): unknown => (name === "start" || name === "end" ? undefined : value);

/** What a diagnostic says, without its places. */
const contentOf = ({ args, ...d }: Diagnostic): string => `${JSON.stringify(args)} ${JSON.stringify(d, placeless)}`;

/** The worker's side: knows what the page has. */
export class Sender {
  private contents: string[] = [];
  private parts = "";

  delta({ kind, truncated, diagnostics }: Report, read: Digest): Delta {
    const before = new Map<string, number[]>();
    this.contents.forEach((content, i) => {
      const list = before.get(content);
      if (list === undefined) before.set(content, [i]);
      else list.push(i);
    });
    const contents = diagnostics.map(contentOf);
    const from = contents.map((content) => before.get(content)?.shift() ?? -1);
    const same = from.length === this.contents.length && from.every((at, i) => at === i);
    this.contents = contents;
    const message = messageOf(read.value);
    let sameParts = false;
    if (Array.isArray(message?.parts)) {
      const parts = JSON.stringify(message.parts);
      sameParts = parts === this.parts;
      this.parts = parts;
      if (sameParts) message.parts = null;
    }
    return { kind, truncated, from: same ? undefined : from, added: diagnostics.filter((_, i) => from[i] === -1), places: placesOf(diagnostics), read, sameParts };
  }
}

/** The page's side. */
export class Receiver {
  private report: Report = { kind: "", truncated: 0, diagnostics: [] };
  private parts: Json[] = [];

  /**
   * The report: the one before if only places differ, and of another one what
   * did not change is the same object. The places of those are still the former
   * ones until move is called, since the page may show them meanwhile.
   */
  take({ kind, truncated, from, added, places, read, sameParts }: Delta): { report: Report; read: Digest; move(): void } {
    const before = this.report;
    if (from !== undefined || kind !== before.kind || truncated !== before.truncated) {
      let next = 0;
      const diagnostics = from?.map((at) => (at < 0 ? added[next++] : before.diagnostics[at]) as Diagnostic) ?? before.diagnostics;
      this.report = { kind, truncated, diagnostics };
    }
    const message = messageOf(read.value);
    if (message !== undefined && sameParts) message.parts = this.parts;
    else if (Array.isArray(message?.parts)) this.parts = message.parts;
    const { report } = this;
    return { report, read, move: () => moveTo(report.diagnostics, places) };
  }
}
