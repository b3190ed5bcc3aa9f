/** The records of an NDJSON file: which have problems, and the file as it is now. */
import { batch, computed, effect, signal } from "@preact/signals";
import { file, keepRecord, recordAt, showRecord, text, type RecordFile } from "./document";
import { engine, report, reported } from "./engine";
import { open, openAndSay } from "./open";
import { applyIgnores, engineSettings, settings, today } from "./settings";
import { oneLine } from "./paste";
import { readable } from "./text";
import { region } from "./ui";

export interface RecordState {
  errors: number;
  warnings: number;
  rules: string[];
}

/** What was found in each record; undefined until it is checked. */
export const states = signal<(RecordState | undefined)[]>([]);
/** Whether only the records with problems are listed. */
export const onlyBad = signal(false);

export const isBad = (state: RecordState | undefined): boolean => state !== undefined && state.errors + state.warnings > 0;

/** How often each rule is reported, over all records, the most frequent first. */
export const byRule = computed(() => {
  const totals = new Map<string, number>();
  for (const state of states.value) for (const rule of state?.rules ?? []) totals.set(rule, (totals.get(rule) ?? 0) + 1);
  return [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
});

function stateOf(diagnostics: { rule: string; severity: string }[]): RecordState {
  const count = (severity: string): number => diagnostics.filter((d) => d.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), rules: diagnostics.filter((d) => d.severity !== "note").map((d) => d.rule) };
}

/** The text of a record as it is now. */
function textAt(records: RecordFile, at: number): string {
  return records.texts.get(at) ?? readable(records.lines[at] ?? "");
}

export function openRecords(name: string, lines: string[]): void {
  const records: RecordFile = { name, lines, texts: new Map() };
  batch(() => {
    onlyBad.value = false;
    region.value = "editor";
    open(textAt(records, 0), "", records);
  });
}

/** Shows a record; what was changed in the one before stays changed. */
export function openRecord(at: number): void {
  const records = file.peek();
  if (records === undefined || records.lines[at] === undefined || at === recordAt.peek()) return;
  showRecord(at, textAt(records, at));
}

/** The next record with problems in a direction, or undefined. */
export function badFrom(at: number, step: 1 | -1): number | undefined {
  const list = states.value;
  for (let i = at + step; i >= 0 && i < list.length; i += step) if (isBad(list[i])) return i;
  return undefined;
}

/** The file as NDJSON: records that were changed on a line each, the others as they were read. */
export function fileText(): string {
  const records = file.peek();
  if (records === undefined) return "";
  keepRecord();
  return records.lines.map((line, i) => {
    const now = records.texts.get(i);
    return now === undefined || now === readable(line) ? line : oneLine(now);
  }).join("\n") + "\n";
}

/** Closes the file; the shown record stays as the text. */
export function closeRecords(): void {
  const name = file.peek()?.name;
  if (name !== undefined) openAndSay(text.peek(), "", `${name} is closed; record ${recordAt.peek() + 1} stays open.`);
}

/** Checks the records of each file that is opened in the background, and the shown one as it is edited. */
export function checkRecords(): void {
  effect(() => {
    const records = file.value;
    void settings.value; // with others everything is checked again
    states.value = records === undefined ? [] : records.lines.map(() => undefined);
    if (records !== undefined) void checkAll(records);
  });
  effect(() => {
    const [found, checked] = [report.value, reported.value];
    if (file.value === undefined || checked !== text.value) return;
    const at = recordAt.value;
    const next = [...states.peek()];
    next[at] = stateOf(found.diagnostics);
    states.value = next;
  });
}

/** The states of a long file are shown this often while it is checked: each time takes as long as the file is. */
const SHOWN = 100;

async function checkAll(records: RecordFile): Promise<void> {
  const step = 50;
  const every = Math.ceil(records.lines.length / SHOWN / step) * step;
  let done: (RecordState | undefined)[] = [];
  const [wanted, options] = [settings.peek(), engineSettings.peek()];
  for (let from = 0; from < records.lines.length; from += step) {
    const bodies = records.lines.slice(from, from + step).map((line, i) => records.texts.get(from + i) ?? line);
    const found = await Promise.all(bodies.map((body) => engine.ask("lint", { body, ...options }).then((r) => stateOf(applyIgnores(r, wanted, today()).diagnostics), () => undefined)));
    if (file.peek() !== records || settings.peek() !== wanted) return;
    done = done.concat(found);
    if (done.length < every && from + step < records.lines.length) continue;
    const next = [...states.peek()];
    const first = from + found.length - done.length;
    done.forEach((state, i) => {
      if (first + i !== recordAt.peek() || next[first + i] === undefined) next[first + i] = state;
    });
    states.value = next;
    done = [];
  }
}
