/**
 * The reader's texts in this browser. Each tab keeps its own text, so that a
 * reload shows what was there; the newest text that the reader edited is what a
 * new tab opens; the ten before it are the recent ones. Storage may be refused;
 * then nothing is kept and the page works all the same.
 */
import { signal } from "@preact/signals";

const TAB = "linqlint.tab";
const NEWEST = "linqlint.text";
const RECENT = "linqlint.recent";
const MOST_RECENT = 10;
/** A longer text is kept while its tab is open, but not among the recent ones, in UTF-16 code units. */
const MOST_UNITS = 500_000;

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

interface TabState extends Kept {
  id: string;
  edited: boolean;
  file?: KeptFile | undefined;
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

/** The newest text that the reader edited, in any tab. */
export function newest(): Kept | undefined {
  const kept = read(local, NEWEST);
  return isRecord(kept) && typeof kept.text === "string" ? { text: kept.text, kind: typeof kept.kind === "string" ? kept.kind : "" } : undefined;
}

/** What this tab showed when it was left. */
export function tabState(): (Kept & { edited: boolean; file?: KeptFile | undefined }) | undefined {
  const kept = read(session, TAB);
  if (!isKept(kept)) return undefined;
  const { edited, file } = kept as TabState;
  const whole = isRecord(file) && typeof file.name === "string" && Array.isArray(file.lines) && file.lines.every((l) => typeof l === "string") && Array.isArray(file.texts) && typeof file.at === "number";
  return { text: kept.text, kind: kept.kind, edited: edited === true, file: whole ? file : undefined };
}

/** Whether the browser does not keep what the reader wrote: storage is refused, or has no room for it. */
export const unkept = signal(false);

/** Browsers give a tab about five million UTF-16 code units: a longer file is not even tried. */
const MOST_IN_TAB = 5_000_000;

const lengths = new WeakMap<string[], number>();

function lengthOf(lines: string[]): number {
  const length = lengths.get(lines) ?? lines.reduce((n, line) => n + line.length, 0);
  lengths.set(lines, length);
  return length;
}

type State = Kept & { edited: boolean; file?: KeptFile | undefined };

/** Keeps what this tab shows, and as the reader's newest text if they edited it. */
export function keep(state: State): void {
  keepInTab(state);
  keepAsNewest(state);
}

/** Keeps what this tab shows. */
export function keepInTab(state: State): void {
  id ??= tabId();
  const whole = (state.file === undefined || lengthOf(state.file.lines) <= MOST_IN_TAB) && put(session, TAB, { id, ...state });
  if (!whole && state.file !== undefined) put(session, TAB, { id, ...state, file: undefined });
  unkept.value = !whole && state.edited && state.text.trim() !== "";
}

/** Keeps a text that the reader edited as the newest one. */
export function keepAsNewest(state: State): void {
  if (!state.edited) return;
  id ??= tabId();
  // Another tab's text is not lost when this one's takes its place.
  const before = isOwn(NEWEST, id) ? undefined : read(local, NEWEST);
  if (isKept(before) && before.text !== state.text) remember(before);
  put(local, NEWEST, { id, text: state.text, kind: state.kind });
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
