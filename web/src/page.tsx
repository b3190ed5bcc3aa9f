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
import { followParts } from "./state/drawn";
import { connect, registry } from "./state/engine";
import { onceSettled, settle, whenIdle } from "./state/idle";
import { listenToFocus } from "./wiring/focus";
import { keepShown } from "./wiring/keep";
import { listenToKeys } from "./wiring/keys";
import { hasLink, listenToLinks, openLink, start } from "./wiring/start";
import { listenToPastes } from "./wiring/pastes";
import { checkRecords } from "./state/records";
import { loadRecent } from "./state/storage";
import { say } from "./state/ui";
import { followUntouched } from "./state/untouched";

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
keepShown();
setTimeout(settle, 1500);

/** Keeps the page for use without a network. If that is not allowed the page works all the same. */
function workOffline(): void {
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

if ("serviceWorker" in navigator && import.meta.env.PROD) onceSettled(workOffline);
