/**
 * The reader's texts in this browser. Each tab keeps its own text, so that a
 * reload shows what was there; the newest text that the reader edited is what a
 * new tab opens; the ten before it are the recent ones. Storage may be refused;
 * then nothing is kept and the page works all the same.
 */
import { computed, signal } from "@preact/signals";

const TAB = "linqlint.tab";
const NEWEST = "linqlint.text";
const RECENT = "linqlint.recent";
export const MOST_RECENT = 10;
/** A longer text is kept while its tab is open, but not among the recent ones, in UTF-16 code units. Any body that the API takes is shorter. */
const MOST_UNITS = 1_100_000;

export interface Kept {
  text: string;
  kind: string;
}

/** A file of records as a tab keeps it. */
export interface KeptFile {
  name: string;
  lines: string[];
  texts: [number, string][];
  at: number;
}

/** What a tab shows. */
export interface TabState extends Kept {
  edited: boolean;
  file?: KeptFile | undefined;
  /** The sample data of the variables. */
  samples?: Record<string, string> | undefined;
  /** What there was no room for: the file's name, or "" for the text. */
  lost?: string | undefined;
}

export interface Recent extends Kept {
  time: number;
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null;
const isKept = (v: unknown): v is Kept => isRecord(v) && typeof v.text === "string" && typeof v.kind === "string";

function read(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? "null");
  } catch {
    return undefined; // refused, or not what this page wrote
  }
}

function put(storage: () => Storage, key: string, value: unknown): boolean {
  try {
    storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false; // full or refused
  }
}

const local = (): Storage => localStorage;
const session = (): Storage => sessionStorage;

/** A duplicated tab starts with a copy of the other's session, and is a tab of its own. */
function tabId(): string {
  const entry = performance.getEntriesByType?.("navigation")[0] as PerformanceNavigationTiming | undefined;
  const before = read(session, TAB);
  const again = entry?.type === "reload" || entry?.type === "back_forward";
  if (again && isRecord(before) && typeof before.id === "string") return before.id;
  return Math.random().toString(36).slice(2, 12);
}

let id: string | undefined;
/** The newest text that this tab kept or opened with: it is not kept again, over what another tab kept since. */
let seen: Kept | undefined;

/** The newest text that the reader edited, in any tab. */
export function newest(): Kept | undefined {
  const kept = read(local, NEWEST);
  seen = isRecord(kept) && typeof kept.text === "string" ? { text: kept.text, kind: typeof kept.kind === "string" ? kept.kind : "" } : undefined;
  return seen;
}

const isTexts = (v: unknown): v is string[] => Array.isArray(v) && v.every((text) => typeof text === "string");
const isFile = (v: unknown): v is KeptFile => isRecord(v) && typeof v.name === "string" && isTexts(v.lines) && Array.isArray(v.texts) && typeof v.at === "number";
const isSamples = (v: unknown): v is Record<string, string> => isRecord(v) && isTexts(Object.values(v));

/** What this tab showed when it was left. */
export function tabState(): TabState | undefined {
  const kept = read(session, TAB);
  if (!isKept(kept)) return undefined;
  const { text, kind, edited, file, samples, lost } = kept as TabState;
  if (edited) seen = { text, kind };
  return {
    text, kind, edited: edited === true, file: isFile(file) ? file : undefined,
    samples: isSamples(samples) ? samples : undefined, lost: typeof lost === "string" ? lost : undefined,
  };
}

/** What the browser does not keep: a text that the reader wrote, or a file as it was opened. Storage is refused, or has no room for it. */
export const unkept = computed(() => (notNewest.value ? "text" : outOfTab.value));
const outOfTab = signal<"text" | "file" | undefined>(undefined);
const notNewest = signal(false);

/** Browsers give a tab about five million UTF-16 code units: a longer file is not even tried. */
const MOST_IN_TAB = 5_000_000;

const lengths = new WeakMap<string[], number>();

/** How many UTF-16 code units the lines of a file have. */
export function lengthOf(lines: string[]): number {
  const length = lengths.get(lines) ?? lines.reduce((n, line) => n + line.length, 0);
  lengths.set(lines, length);
  return length;
}

/** Keeps what this tab shows, and as the reader's newest text if they edited it. */
export function keep(state: TabState): void {
  keepInTab(state);
  keepAsNewest(state);
}

/** Keeps what this tab shows, or what of it there is room for, with the name of the rest. */
export function keepInTab(state: TabState): void {
  id ??= tabId();
  const { file } = state;
  const whole = (file === undefined || lengthOf(file.lines) <= MOST_IN_TAB) && put(session, TAB, { id, ...state });
  const unwritten = file !== undefined || state.text.length > MOST_UNITS ? "file" : undefined;
  outOfTab.value = whole ? undefined : isWritten(state) ? "text" : unwritten;
  if (whole || (file !== undefined && put(session, TAB, { id, ...state, file: undefined, lost: file.name }))) return;
  put(session, TAB, { id, text: "", kind: "", edited: false, lost: file?.name ?? "" });
}

const isWritten = ({ edited, text }: TabState): boolean => edited && text.trim() !== "";

/** Keeps a text that the reader edited as the newest one, unless this tab did so before: another one may have kept a newer one since. */
export function keepAsNewest(state: TabState): void {
  const { text, kind } = state;
  if (!state.edited) return;
  notNewest.value = false;
  if (seen?.text === text && seen.kind === kind) return;
  id ??= tabId();
  // Another tab's text is not lost when this one's takes its place.
  const before = isOwn(NEWEST, id) ? undefined : read(local, NEWEST);
  if (isKept(before) && before.text !== text) remember(before);
  const kept = { id, text, kind };
  const done = put(local, NEWEST, kept) || putWithFewer(kept);
  if (done) seen = { text, kind };
  notNewest.value = !done && isWritten(state);
}

/** Keeps the newest text in the place of the oldest recent ones; if that does not do, they stay. */
function putWithFewer(kept: object): boolean {
  loadRecent();
  const before = recent.peek();
  for (let n = before.length - 1; n >= 0; n--) {
    put(local, RECENT, before.slice(0, n));
    if (!put(local, NEWEST, kept)) continue;
    recent.value = before.slice(0, n);
    return true;
  }
  put(local, RECENT, before);
  return false;
}

/** Whether a tab wrote what is kept, which its start tells: to read all of a large text takes long. */
function isOwn(key: string, tab: string): boolean {
  try {
    return localStorage.getItem(key)?.startsWith(`{"id":${JSON.stringify(tab)},`) === true;
  } catch {
    return false; // refused
  }
}

export const recent = signal<Recent[]>([]);

export function loadRecent(): void {
  const list = read(local, RECENT);
  recent.value = Array.isArray(list) ? list.filter((entry): entry is Recent => isKept(entry) && typeof (entry as Recent).time === "number").slice(0, MOST_RECENT) : [];
}

function store(list: Recent[]): void {
  recent.value = list;
  // Where there is no room for all of them the oldest go first.
  for (let n = list.length; n > 0; n--) if (put(local, RECENT, list.slice(0, n))) return;
  forgetKey(RECENT);
}

/** Puts a text among the recent ones; a blank one is not worth it. */
export function remember(kept: Kept): void {
  if (kept.text.trim() === "" || kept.text.length > MOST_UNITS) return;
  loadRecent(); // another tab may have added some
  store([{ text: kept.text, kind: kept.kind, time: Date.now() }, ...recent.peek().filter((entry) => entry.text !== kept.text)].slice(0, MOST_RECENT));
}

/** Takes a text off the recent ones. */
export function forget(text: string): void {
  loadRecent();
  store(recent.peek().filter((entry) => entry.text !== text));
}

/** Removes every text from the storage. */
export function forgetAll(): void {
  recent.value = [];
  forgetKey(RECENT);
  forgetKey(NEWEST);
}

function forgetKey(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
