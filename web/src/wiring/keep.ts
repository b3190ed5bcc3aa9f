/** Keeps what the page shows in this browser: once the typing rests, and when the page is left. */
import { effect } from "@preact/signals";
import { edited, file, kindChoice, recordAt, text } from "../state/document";
import { keep, keepAsNewest, keepInTab, lengthOf, unkept, type TabState } from "../state/storage";
import { say } from "../state/ui";
import { samples } from "../state/variables";
import { saveFile } from "./files";
import { linkPending } from "./start";

/** A larger text is kept less often, in UTF-16 code units. */
const LARGE = 100_000;

/** How long the typing rests before, in milliseconds: storage is slow beside a key. */
const REST = { usual: 400, large: 3000 };

/** Has what the page shows kept, unless a link's body is about to take the place of nothing. */
function keepBy(way: (state: TabState) => void): void {
  if (linkPending.peek() && text.peek() === "") return;
  const records = file.peek();
  way({
    text: text.peek(), kind: kindChoice.peek(), edited: edited.peek(), samples: samples.peek(),
    file: records === undefined ? undefined : { name: records.name, lines: records.lines, texts: [...records.texts], at: recordAt.peek() },
  });
}

const keepNow = (): void => keepBy(keep);

let timer: ReturnType<typeof setTimeout> | undefined;

/** A large text is written twice, which is a task each. */
function keepInTurns(): void {
  keepBy(keepInTab);
  timer = setTimeout(() => keepBy(keepAsNewest));
}

export function keepShown(): void {
  effect(() => {
    void [kindChoice.value, edited.value, recordAt.value, samples.value];
    const size = text.value.length + (file.value === undefined ? 0 : lengthOf(file.value.lines));
    clearTimeout(timer);
    timer = size > LARGE ? setTimeout(keepInTurns, REST.large) : setTimeout(keepNow, REST.usual);
  });
  effect(() => {
    if (unkept.value === "text") say("The browser does not keep this text: it is lost when you leave the page.", "bad", { label: "Save as a file", run: () => void saveFile() });
    if (unkept.value === "file") say(`The browser does not keep ${file.peek()?.name ?? "this text"}: after a reload, open it again.`, "bad");
  });
  window.addEventListener("pagehide", keepNow);
  window.addEventListener("beforeunload", (event) => {
    keepNow();
    if (unkept.peek() === "text") event.preventDefault(); // the browser asks whether to leave
  });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keepNow(); });
}
