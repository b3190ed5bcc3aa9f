/** Opens another document, and keeps the reader's text before it. */
import { batch } from "@preact/signals";
import { edited, file, kindChoice, redo, replaceDocument, text, undo, type RecordFile } from "./document";
import { registry, rules } from "./engine";
import { forgetPictures } from "./drawn";
import { formatted, parseBody } from "./json";
import { remember } from "./storage";
import { replays, say, sayStep, selected } from "./ui";
import { touchAll } from "./untouched";

/** Opens a body; the one before stays in the history and, if the reader wrote it, among the recent texts. */
export function open(body: string, kind = "", records?: RecordFile): void {
  if (edited.peek() && file.peek() === undefined) remember({ text: text.peek(), kind: kindChoice.peek() });
  batch(() => {
    selected.value = undefined;
    forgetPictures();
    touchAll();
    replays.value++;
    // A kept text or a link may name a kind that this version does not know.
    replaceDocument(body, registry.peek().kinds.some((k) => k.name === kind) ? kind : "", records);
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

/** A body on several lines if it is on one and parses. */
function indented(body: string): string {
  return body.includes("\n") || body.length > 100_000 || parseBody(body).broken ? body : formatted(body);
}

/** Opens an example of a rule. */
export function openExample(rule: string, list: "bad" | "good", at: number): void {
  const example = rules.peek().find((r) => r.id === rule)?.[list][at];
  if (example !== undefined) open(indented(example.body), example.kind);
}
