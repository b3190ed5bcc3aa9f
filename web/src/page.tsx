import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app";
import { Engine } from "./engine/client";
import { firstWorker, spawn } from "./engine/spawn";
import { samples, textOf } from "./gallery/samples";
import { unpack } from "./state/link";
import { curlBody } from "./state/paste";
import { keep, kept } from "./state/storage";
import { connect, kindChoice, notice, open, say, text } from "./state/workspace";

const first = textOf(samples[0] as (typeof samples)[number]);
const shared = location.hash.length > 1;
const before = shared ? undefined : kept();
text.value = before?.text ?? (shared ? "" : first);
kindChoice.value = before?.kind ?? "";

const engine = new Engine(() => firstWorker() ?? spawn());
connect(engine);
render(<App />, document.getElementById("app") as HTMLElement);

/** Opens what stands in the address; a broken link says so. */
async function openLink(): Promise<void> {
  try {
    const state = await engine.ask("decode", { payload: await unpack(location.hash) });
    open(state.body, state.kind ?? "");
    notice.value = undefined;
  } catch (error) {
    open(first);
    say(`This link cannot be opened: ${error instanceof Error ? error.message : String(error)}. Here is an example instead.`, "bad");
  }
}
if (shared) void openLink();
window.addEventListener("hashchange", () => { if (location.hash.length > 1) void openLink(); });

// Kept once the typing rests; storage is slow beside a keystroke.
let timer: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const it = { text: text.value, kind: kindChoice.value };
  clearTimeout(timer);
  timer = setTimeout(() => keep(it), 400);
});

// A curl command that is pasted gives its body.
window.addEventListener("paste", (event) => {
  // Into a field of the form or the Markdown it goes as it is.
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const body = curlBody(event.clipboardData?.getData("text/plain") ?? "");
  if (body === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  open(body);
  say("The body was taken out of the curl command.");
}, { capture: true });

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  // Where it is not allowed the page works all the same, but not offline.
  navigator.serviceWorker.register("./sw.js").catch(() => undefined);
}
