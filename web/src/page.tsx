import { effect } from "@preact/signals";
import { render } from "preact";
import "./styles/page.css";
import "./styles/message.css";
import "./styles/bubbles.css";
import "./styles/panels.css";
import "./styles/form.css";
import "./styles/animations.css";
import toolsURL from "../generated/tools.wasm?url";
import { App } from "./app";
import { Engine } from "./engine/client";
import { firstWorker, spawn } from "./engine/spawn";
import { firstSample } from "./gallery/samples";
import { edited, file, kindChoice, recordAt, text } from "./state/document";
import { followParts } from "./state/drawn";
import { connect, registry } from "./state/engine";
import { whenIdle } from "./state/idle";
import { saveFile } from "./wiring/files";
import { listenToFocus } from "./wiring/focus";
import { listenToKeys } from "./wiring/keys";
import { hasLink, linkPending, listenToLinks, openLink, start } from "./wiring/start";
import { listenToPastes } from "./wiring/pastes";
import { checkRecords } from "./state/records";
import { keep, keepAsNewest, keepInTab, lengthOf, loadRecent, unkept, type TabState } from "./state/storage";
import { say } from "./state/ui";
import { followUntouched } from "./state/untouched";
import { samples } from "./state/variables";

start(firstSample(), registry.peek().kinds.map((k) => k.name));
loadRecent();

const engine = new Engine((modules) => firstWorker() ?? spawn(modules));
connect(engine);
followParts();
followUntouched();
checkRecords();
listenToKeys();
listenToFocus();
listenToPastes();
listenToLinks();
const app = document.getElementById("app") as HTMLElement;
app.replaceChildren();
render(<App />, app);
if (hasLink()) void openLink();

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

/** A large text is written twice, which is a task each. */
function keepInTurns(): void {
  keepBy(keepInTab);
  timer = setTimeout(() => keepBy(keepAsNewest));
}

/** A larger text is kept less often, in UTF-16 code units. */
const LARGE = 100_000;

// Kept once the typing rests, since storage is slow beside a key, and at once when the page is left.
let timer: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  void [kindChoice.value, edited.value, recordAt.value, samples.value];
  const size = text.value.length + (file.value === undefined ? 0 : lengthOf(file.value.lines));
  clearTimeout(timer);
  timer = size > LARGE ? setTimeout(keepInTurns, 3000) : setTimeout(keepNow, 400);
});
window.addEventListener("pagehide", keepNow);
window.addEventListener("beforeunload", (event) => {
  keepNow();
  if (unkept.peek() === "text") event.preventDefault(); // the browser asks whether to leave
});
effect(() => {
  if (unkept.value === "text") say("The browser does not keep this text: it is lost when you leave the page.", "bad", { label: "Save as a file", run: () => void saveFile() });
  if (unkept.value === "file") say(`The browser does not keep ${file.peek()?.name ?? "this text"}: after a reload, open it again.`, "bad");
});
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keepNow(); });

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  // If it is not allowed, the page works all the same, but not offline.
  navigator.serviceWorker.register("./sw.js").catch(() => undefined);
  // The service worker keeps only what passes through it, and may control the page only after the tools were fetched:
  // they are fetched once more, from the browser's cache, so that all of the page works offline.
  const fetchTools = (): void => whenIdle(() => void fetch(toolsURL, { priority: "low" }).catch(() => undefined), 10_000);
  if (navigator.serviceWorker.controller !== null) fetchTools();
  else navigator.serviceWorker.addEventListener("controllerchange", fetchTools, { once: true });
  // A page that a service worker serves is the version that was kept: once there is a newer one, reloading opens it.
  if (navigator.serviceWorker.controller !== null) {
    navigator.serviceWorker.addEventListener("controllerchange", () => say("There is a new version of this page.", "good", { label: "Reload", run: () => location.reload() }), { once: true });
  }
}
