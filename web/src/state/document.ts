/**
 * The request body of the page: a text, the kind it is checked as, and the
 * history of both. Everything that changes the body goes through `write`.
 */
import { batch, computed, signal } from "@preact/signals";
import type { Edit } from "../engine/protocol";
import { readContent, type Content } from "./body";
import type { Digest } from "./digest";
import { isObject, parseBody, setAt, spanAt, type Json, type Parsed } from "./json";
import { applyEdits, note, type KnownEdit } from "./edits";
import { applied, History, unapplied, type Origin, type Step } from "./history";
import type { Path } from "./schema";

/** An NDJSON file: a body on each line. */
export interface RecordFile {
  name: string;
  /** The lines as they were read. */
  lines: string[];
  /** The texts of the records that were opened, as they are now. */
  texts: Map<number, string>;
}

export const text = signal("");
/** The kind that the reader chose; "" to detect it. */
export const kindChoice = signal("");
/** The file whose record the text is. */
export const file = signal<RecordFile | undefined>(undefined);
export const recordAt = signal(0);
/** Whether the reader changed the text since it was opened. */
export const edited = signal(false);
/** Where the last change ended, in UTF-16 code units: the editor puts the cursor there. */
export const changedAt = signal(0);

const history = new History<RecordFile>();
export const { undoable, redoable, version } = history;

export const parsed = computed<Parsed>(() => parseBody(text.value));
/** The value of a text that parses once its safe fixes are applied. */
export const repaired = signal<{ text: string; value: Json } | undefined>(undefined);

/** A longer text is read in the worker, unless somebody asks for all of its value, in UTF-16 code units. */
export const MOST_READ = 100_000;
/** What the worker read of the newest long text that it has seen, or that it is about to; the message follows a little later then. */
export const digested = signal<(Digest & { text: string }) | "awaited" | undefined>(undefined);
const isLong = computed(() => text.value.length > MOST_READ);
const awaited = computed(() => isLong.value && digested.value === "awaited");
const far = computed(() => (isLong.value && digested.value !== "awaited" ? digested.value : undefined));

/** The newest text that parsed; its value is read when it is asked for. */
let lastGood: { text: string; value?: Json | undefined } | undefined;

/** The text's value, else the repaired one, else that of the newest text that parsed. */
export const value = computed<Json | undefined>(() => {
  const { broken, value: own } = parsed.value;
  if (!broken) lastGood = { text: text.value, value: own };
  else if (text.value.trim() === "") lastGood = undefined;
  else if (repaired.value?.text === text.value) lastGood = repaired.value;
  if (lastGood !== undefined && !("value" in lastGood)) lastGood.value = JSON.parse(lastGood.text) as Json;
  return lastGood?.value;
});

/** What the page draws of the value. A text that the worker read is drawn as it read it. */
interface Drawn {
  value: Json | undefined;
  /** How many parts there are; undefined if all of them are in the value. */
  total: number | undefined;
}
let lastDrawn: Drawn | undefined;
const drawn = computed<Drawn>(() => {
  if (awaited.value) return lastDrawn ?? { value: undefined, total: undefined };
  const read = far.value;
  if (read === undefined) return (lastDrawn = { value: value.value, total: undefined });
  if (!read.broken) {
    lastGood = { text: read.text };
    lastDrawn = read;
  } else if (repaired.value?.text === read.text) lastDrawn = { value: repaired.value.value, total: undefined };
  return lastDrawn ?? { value: undefined, total: undefined };
});
export const drawnValue = computed(() => drawn.value.value);

/** Whether the text is not JSON, as far as the page knows. */
export const broken = computed(() => !awaited.value && (far.value ?? parsed.value).broken);
/** Whether what the page shows is not the text's own value. */
export const outdated = computed(() => broken.value && !blank.value && repaired.value?.text !== (far.value?.text ?? text.value));
/** Whether the text is white space only. A long text that was just typed into is in pieces, which are not joined for this. */
export const blank = computed(() => far.value?.blank ?? text.value.trim() === "");
let lastContent: Content | undefined;
export const content = computed(() => (lastContent = isObject(drawn.value.value) ? readContent(drawn.value.value, lastContent, drawn.value.total) : undefined));
/** Its parts; the same list as long as none of them changes. */
export const parts = computed(() => content.value?.parts);

/** Forgets what was drawn of another document. */
function forgetDrawn(): void {
  lastGood = lastDrawn = undefined;
  digested.value = undefined;
}

const origin = (): Origin<RecordFile> => ({ kind: kindChoice.peek(), file: file.peek(), at: recordAt.peek() });

/** Changes the text. Changes with the same tag that follow each other quickly are one step of the history. The edit is the change of the text that it is from, if known. */
export function write(next: string, tag?: string, edit?: KnownEdit): void {
  const before = text.peek();
  if (next === before) return;
  if (edit?.from === before) note(before, next, edit);
  history.record(before, next, origin(), origin(), tag);
  batch(() => {
    if (before.length <= MOST_READ) digested.value = next.length > MOST_READ ? "awaited" : undefined; // what is there is of a long text before
    text.value = next;
    edited.value = true;
  });
}

/** Applies edits as one step. */
export function change(edits: Edit[], tag?: string): void {
  if (edits.length > 0) write(applyEdits(text.peek(), edits), tag);
}

/** Gives a member a value, or removes it; false if the text does not parse, so that nothing in it has a place. */
export function set(path: Path, next: Json | undefined, tag?: string): boolean {
  if (parsed.peek().broken) return false;
  if (next !== undefined || spanAt(parsed.peek(), path) !== undefined) change(setAt(text.peek(), path, next), tag);
  return true;
}

/** Puts an element into an array. */
export function insert(path: Path, next: Json): void {
  if (!parsed.peek().broken) change(setAt(text.peek(), path, next, true));
}

/** Replaces the document: another text, kind and file, as one step. */
export function replaceDocument(next: string, kind: string, records?: RecordFile, at = 0): void {
  keepRecord();
  const before = origin();
  const after: Origin<RecordFile> = { kind, file: records, at };
  history.record(text.peek(), next, before, after);
  batch(() => {
    forgetDrawn();
    show(next, after);
    edited.value = false;
  });
}

/** Remembers the shown text as its record's. */
export function keepRecord(): void {
  file.peek()?.texts.set(recordAt.peek(), text.peek());
}

/** Shows another record of the file; not a step, since nothing changes. */
export function showRecord(at: number, next: string): void {
  keepRecord();
  batch(() => {
    forgetDrawn();
    show(next, { ...origin(), at });
  });
}

function show(next: string, to: Origin<RecordFile>): void {
  batch(() => {
    text.value = next;
    kindChoice.value = to.kind;
    file.value = to.file;
    recordAt.value = to.at;
  });
}

function travel(step: Step<RecordFile> | undefined, back: boolean): boolean {
  if (step === undefined) return false;
  const [from, to] = back ? [step.after, step.before] : [step.before, step.after];
  // The reader may look at another record than the one that the step changed.
  if (file.peek() !== undefined && file.peek() === from.file && recordAt.peek() !== from.at) showRecord(from.at, from.file?.texts.get(from.at) ?? "");
  const next = back ? unapplied(text.peek(), step) : applied(text.peek(), step);
  batch(() => {
    if (from.file !== to.file) forgetDrawn();
    changedAt.value = step.start + (back ? step.removed : step.inserted).length;
    show(next, from.kind === to.kind && from.file === to.file ? { ...to, kind: kindChoice.peek() } : to);
    edited.value = true;
  });
  return true;
}

export const undo = (): boolean => travel(history.undo(), true);
export const redo = (): boolean => travel(history.redo(), false);
