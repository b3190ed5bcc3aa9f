/** What the page opens with: a link's body, the tab's own text, the reader's newest text, or an example. */
import { batch, signal } from "@preact/signals";
import { edited, file, kindChoice, recordAt, text } from "../state/document";
import { engine } from "../state/engine";
import { unpack } from "../state/link";
import { open, openAndSay } from "../state/open";
import { newest, tabState, type Kept } from "../state/storage";
import { titleOf } from "../state/title";
import { say } from "../state/ui";

export const hasLink = (): boolean => location.hash.length > 1;

/** The kept text while a link is opened in its place. */
let waiting: Opening | undefined;
/** Whether a link is being opened, so that what is shown is not to be kept. */
export const linkPending = signal(false);

interface Opening extends Kept {
  edited: boolean;
}

function show(opening: Opening): void {
  batch(() => {
    text.value = opening.text;
    kindChoice.value = opening.kind;
    edited.value = opening.edited;
  });
}

export function start(example: string, kinds: string[]): void {
  const tab = tabState();
  const kept = tab ?? newest();
  const known = kinds.includes(kept?.kind ?? "") ? (kept?.kind ?? "") : "";
  const opening = { text: kept?.text ?? example, kind: known, edited: tab === undefined ? kept !== undefined : tab.edited };
  if (hasLink()) {
    waiting = opening;
    linkPending.value = true;
    return;
  }
  show(opening);
  if (tab?.file === undefined) return;
  file.value = { name: tab.file.name, lines: tab.file.lines, texts: new Map(tab.file.texts) };
  recordAt.value = tab.file.at;
}

/** Opens the link in the address and takes it out of the address; the reader's text is offered back. */
export async function openLink(): Promise<void> {
  const fragment = location.hash;
  history.replaceState(history.state, "", location.pathname + location.search);
  const first = waiting;
  waiting = undefined;
  try {
    const state = await engine.ask("decode", { payload: await unpack(fragment) });
    const before: Kept = first ?? { text: text.peek(), kind: kindChoice.peek() };
    const own = (first?.edited ?? edited.peek()) && before.text.trim() !== "" && before.text !== state.body;
    if (first !== undefined && !own) show({ text: state.body, kind: state.kind ?? "", edited: false });
    else {
      if (first !== undefined) show(first);
      open(state.body, state.kind ?? "");
    }
    if (!own) return;
    say("The link's body is open. Your text from before is kept.", "good", {
      label: "Your text from before",
      run: () => openAndSay(before.text, before.kind, `“${titleOf(before.text, before.kind)}” is back.`),
    });
  } catch (error) {
    if (first !== undefined) show(first);
    say(`This link cannot be opened: ${error instanceof Error ? error.message : String(error)}.`, "bad");
  } finally {
    linkPending.value = false;
  }
}

export function listenToLinks(): void {
  window.addEventListener("hashchange", () => { if (hasLink()) void openLink(); });
}
