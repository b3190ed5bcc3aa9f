/** The page's message component in a webview: the document comes from the extension, and changes go back to it. */
import { batch, effect } from "@preact/signals";
import { render } from "preact";
import "../../../web/src/styles/tokens.css";
import "../../../web/src/styles/shell.css";
import "../../../web/src/styles/controls.css";
import "../../../web/src/styles/page.css";
import "../../../web/src/styles/message.css";
import "../../../web/src/styles/bubbles.css";
import "../../../web/src/styles/panels.css";
import "../../../web/src/styles/animations.css";
import "./preview.css";
import { Engine } from "../../../web/src/engine/client";
import { Stage } from "../../../web/src/preview/stage";
import { kindChoice, text } from "../../../web/src/state/document";
import { followParts } from "../../../web/src/state/drawn";
import { editBetween } from "../../../web/src/state/edits";
import { connect } from "../../../web/src/state/engine";
import { notice } from "../../../web/src/state/ui";
import { listen, open, tell } from "./port";

/** The document as the extension last sent it. */
let sent = { text: "", version: 0 };
/** The text after the change that is on its way to the document. */
let changed: string | undefined;

/** The message has the appearance of the editor's theme. */
function followTheme(): void {
  const show = (): void => {
    const { classList } = document.body;
    document.documentElement.dataset.theme = classList.contains("vscode-light") || classList.contains("vscode-high-contrast-light") ? "light" : "dark";
  };
  show();
  new MutationObserver(show).observe(document.body, { attributes: true, attributeFilter: ["class"] });
}

followTheme();
connect(new Engine(open));
followParts();
listen((message) => {
  if (message.type !== "document") return;
  sent = { text: message.text, version: message.version };
  const isOurs = message.text === changed;
  changed = undefined;
  batch(() => {
    // The reader may have gone on while the change was on its way.
    if (!isOurs) text.value = message.text;
    kindChoice.value = message.kind;
  });
  send();
});

/** Sends what the reader changed, one change at a time. */
function send(): void {
  const edit = editBetween(sent.text, text.peek());
  if (edit === undefined || changed !== undefined) return;
  changed = text.peek();
  tell({ type: "edit", version: sent.version, edit });
}

effect(() => {
  void text.value;
  send();
});
effect(() => {
  if (notice.value !== undefined) tell({ type: "say", text: notice.value.text });
});
render(<main class="region stage" data-name="message" aria-label="Message"><Stage /></main>, document.getElementById("app") as HTMLElement);
tell({ type: "ready" });
