/** What the page opens with: a link's body, the tab's own text, the reader's newest text, or an example. */
import { batch, signal } from "@preact/signals";
import { EngineError } from "../engine/client";
import { edited, file, kindChoice, recordAt, text, type RecordFile } from "../state/document";
import { engine } from "../state/engine";
import { unpack } from "../state/link";
import { open, undoStep } from "../state/open";
import { newest, remember, tabState, type TabState } from "../state/storage";
import { unixLines } from "../state/text";
import { titleOf } from "../state/title";
import { say, sayStep } from "../state/ui";
import { samples } from "../state/variables";
import { openFile } from "./files";

export const hasLink = (): boolean => location.hash.length > 1;

/** What the page would have opened with, while a link is opened in its place. */
let waiting: TabState | undefined;
/** Whether that is so; what is shown is not to be kept then, unless the reader writes meanwhile. */
export const linkPending = signal(false);

function show(opening: TabState): void {
  batch(() => {
    text.value = unixLines(opening.text);
    kindChoice.value = opening.kind;
    edited.value = opening.edited;
    samples.value = opening.samples ?? {};
    if (opening.file === undefined) return;
    const { name, lines, texts, at } = opening.file;
    file.value = { name, lines, texts: new Map(texts) };
    recordAt.value = at;
  });
}

export function start(example: string, kinds: string[]): void {
  const tab = tabState();
  const own = tab !== undefined && (tab.lost === undefined || tab.text !== "") ? tab : undefined;
  const kept = own ?? newest();
  const known = kinds.includes(kept?.kind ?? "") ? (kept?.kind ?? "") : "";
  const opening = { ...own, text: kept?.text ?? example, kind: known, edited: own?.edited ?? kept !== undefined };
  if (tab?.lost !== undefined) {
    say(`${tab.lost || "The text that was here"} is too large for the browser to keep. Open it again.`, "bad", { label: "Open a file…", run: () => void openFile() });
  }
  if (!hasLink()) return show(opening);
  waiting = opening;
  linkPending.value = true;
}

/** What is open, to be opened again. */
interface Before {
  text: string;
  kind: string;
  records: RecordFile | undefined;
  at: number;
}

/** Opens what was open before a link; its records are those that it had. */
function bringBack({ text: body, kind, records, at }: Before): void {
  open(body, kind, records, at);
  sayStep(`“${titleOf(body, kind)}” is back.`, undoStep);
}

/** Counts the links: only the newest is opened. */
let links = 0;

/** Opens the link in the address and takes it out of the address; the reader's text is offered back. */
export async function openLink(): Promise<void> {
  const link = ++links;
  let opened: { body: string; kind?: string } | undefined;
  let fault: unknown;
  try {
    opened = await engine.ask("decode", { payload: await unpack(location.hash) });
  } catch (error) {
    fault = error;
  }
  if (link !== links) return;
  showWaiting(opened === undefined);
  if (fault instanceof EngineError && fault.code === "panic") {
    return say("The link was not opened, since the engine did not start. It is still in the address: reload the page to try again.", "bad");
  }
  history.replaceState(history.state, "", location.pathname + location.search);
  if (opened === undefined) say(`This link cannot be opened: ${fault instanceof Error ? fault.message : String(fault)}.`, "bad");
  else openBody(opened.body, opened.kind ?? "");
}

/** Shows what the page would have opened with, if it is the reader's or there is no link; if they did not wait for the link, what they wrote stays. */
function showWaiting(always: boolean): void {
  const kept = waiting;
  waiting = undefined;
  linkPending.value = false;
  if (kept === undefined) return;
  if (text.peek() === "") {
    if (always || kept.edited || kept.file !== undefined) show(kept);
  } else if (kept.edited) remember(kept);
}

function openBody(body: string, kind: string): void {
  const before: Before = { text: text.peek(), kind: kindChoice.peek(), records: file.peek(), at: recordAt.peek() };
  if (before.text === "" && before.records === undefined) return show({ text: body, kind, edited: false });
  const own = before.records !== undefined || (edited.peek() && before.text.trim() !== "" && before.text !== unixLines(body));
  open(body, kind);
  if (own) say("The link's body is open. Your text from before is kept.", "good", { label: "Your text from before", run: () => bringBack(before) });
}

export function listenToLinks(): void {
  window.addEventListener("hashchange", () => { if (hasLink()) void openLink(); });
}
