/**
 * One history for everything that changes the body: keys in the editor, fields
 * of the form, decorations, fixes, opened texts. A step stores what differs, not
 * the texts, so a thousand steps of a large body stay small.
 */
import { signal } from "@preact/signals";
import { editBetween } from "./edits";

/** What a text belongs to: its kind, and the record of the file it is from. */
export interface Origin<File> {
  kind: string;
  file: File | undefined;
  /** The record's index; 0 without a file. */
  at: number;
}

export interface Step<File> {
  start: number;
  removed: string;
  inserted: string;
  before: Origin<File>;
  after: Origin<File>;
  /** What typing it belongs to; steps of the same typing are joined. */
  tag: string | undefined;
  time: number;
}

/** Keys further apart than this are steps of their own, in milliseconds. */
const PAUSE = 1000;
const MOST_STEPS = 1000;
/** How many UTF-16 code units all steps may hold. */
const MOST_UNITS = 64 << 20;

export class History<File> {
  readonly undoable = signal(0);
  readonly redoable = signal(0);
  /** Counts every change, so that a notice knows whether its step is still the last. */
  readonly version = signal(0);
  private past: Step<File>[] = [];
  private future: Step<File>[] = [];
  private units = 0;

  /** Records a change from one text to another; nothing if both are the same. */
  record(from: string, to: string, before: Origin<File>, after: Origin<File>, tag?: string, time = Date.now()): void {
    const edit = editBetween(from, to);
    if (edit === undefined && before.kind === after.kind && before.file === after.file) return;
    const step: Step<File> = {
      start: edit?.start ?? 0, removed: edit?.removed ?? "", inserted: edit?.text ?? "",
      before, after, tag, time,
    };
    const last = this.past.at(-1);
    const joined = last !== undefined && this.future.length === 0 && joins(last, step) ? join(last, step) : undefined;
    if (joined !== undefined && last !== undefined) {
      this.past[this.past.length - 1] = joined;
      this.units += weight(joined) - weight(last);
    } else {
      this.past.push(step);
      this.units += weight(step);
    }
    this.future = [];
    while (this.past.length > 1 && (this.past.length > MOST_STEPS || this.units > MOST_UNITS)) {
      this.units -= weight(this.past.shift() as Step<File>);
    }
    this.changed();
  }

  /** Takes the last step off; the caller turns the text back. */
  undo(): Step<File> | undefined {
    const step = this.past.pop();
    if (step === undefined) return undefined;
    this.future.push(step);
    this.changed();
    return step;
  }

  /** Puts the last step that was undone back on; the caller applies it. */
  redo(): Step<File> | undefined {
    const step = this.future.pop();
    if (step === undefined) return undefined;
    this.past.push({ ...step, tag: undefined });
    this.changed();
    return step;
  }

  private changed(): void {
    this.undoable.value = this.past.length;
    this.redoable.value = this.future.length;
    this.version.value++;
  }
}

const weight = (step: Step<unknown>): number => step.removed.length + step.inserted.length;

function joins(last: Step<unknown>, next: Step<unknown>): boolean {
  return next.tag !== undefined && next.tag === last.tag && next.time - last.time < PAUSE && next.before.file === last.after.file && next.before.at === last.after.at;
}

/** Both steps as one, where their places touch. */
function join<File>(last: Step<File>, next: Step<File>): Step<File> | undefined {
  const end = last.start + last.inserted.length;
  const nextEnd = next.start + next.removed.length;
  if (next.start > end || nextEnd < last.start) return undefined;
  // What the second step removes is partly what the first inserted, and partly text around it.
  const left = Math.max(0, last.start - next.start);
  const right = Math.max(0, nextEnd - end);
  const removed = next.removed.slice(0, left) + last.removed + next.removed.slice(next.removed.length - right);
  const inserted = last.inserted.slice(0, Math.max(0, next.start - last.start)) + next.inserted + (nextEnd < end ? last.inserted.slice(nextEnd - last.start) : "");
  return { ...next, start: Math.min(last.start, next.start), removed, inserted, before: last.before };
}

/** The text before a step, given the text after it. */
export const unapplied = (text: string, step: Step<unknown>): string =>
  text.slice(0, step.start) + step.removed + text.slice(step.start + step.inserted.length);

/** The text after a step, given the text before it. */
export const applied = (text: string, step: Step<unknown>): string =>
  text.slice(0, step.start) + step.inserted + text.slice(step.start + step.removed.length);
