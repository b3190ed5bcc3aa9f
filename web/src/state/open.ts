/** Opens another document, and keeps the reader's text before it. */
import { batch } from "@preact/signals";
import { edited, file, keepRecord, kindChoice, redo, replaceDocument, text, undo, type RecordFile } from "./document";
import { registry, rules } from "./engine";
import { putPicturesAway } from "./drawn";
import { MOST_RECENT, remember } from "./storage";
import { readable, unixLines } from "./text";
import { replays, say, sayStep, selected } from "./ui";
import { touchAll } from "./untouched";

/** Puts the text among the recent ones, or what the reader changed of a file's records. */
function rememberTexts(): void {
  const records = file.peek();
  keepRecord();
  const texts = records === undefined ? [text.peek()] : changedRecords(records);
  for (const changed of texts.slice(-MOST_RECENT)) remember({ text: changed, kind: kindChoice.peek() });
}

const changedRecords = ({ lines, texts }: RecordFile): string[] => [...texts].flatMap(([at, now]) => (now === readable(lines[at] ?? "") ? [] : [now]));

/** Opens a body; the one before stays in the history and, if the reader wrote it, among the recent texts. */
export function open(body: string, kind = "", records?: RecordFile, at = 0): void {
  if (edited.peek()) rememberTexts();
  batch(() => {
    selected.value = undefined;
    putPicturesAway();
    touchAll();
    replays.value++;
    // A kept text or a link may name a kind that this version does not know.
    replaceDocument(unixLines(body), registry.peek().kinds.some((k) => k.name === kind) ? kind : "", records, at);
  });
}


/** Opens a body and says so, with a button that takes it back. */
export function openAndSay(body: string, kind: string, message: string): void {
  open(body, kind);
  sayStep(message, undoStep);
}

/** Empties the page; the text can be brought back. */
export function clear(): void {
  if (text.peek() === "" && file.peek() === undefined) return;
  openAndSay("", "", "Cleared.");
}

export function undoStep(): void {
  touchAll();
  if (!undo()) say("Nothing to undo.");
}

export function redoStep(): void {
  touchAll();
  if (!redo()) say("Nothing to redo.");
}

/** Opens an example; over a text that the reader wrote it says so. */
export function openExample(body: string, kind: string): void {
  if (edited.peek()) openAndSay(body, kind, "The example is open.");
  else open(body, kind);
}

/** Opens an example of a rule. */
export function openRuleExample(rule: string, list: "bad" | "good", at: number): void {
  const example = rules.peek().find((r) => r.id === rule)?.[list][at];
  if (example !== undefined) openExample(readable(example.body), example.kind);
}
