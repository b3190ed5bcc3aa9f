/**
 * What the editor can do without while the page starts: it has its text and its
 * problems first. The reader never notices, since the first event that reaches
 * the editor finds it whole.
 */
import { Compartment, type Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { read } from "./language";

const events = ["focusin", "keydown", "beforeinput", "compositionstart", "pointerdown", "mousedown", "pointermove", "mousemove", "paste", "cut", "copy", "dragover", "drop"];

const compartment = new Compartment();
const waiting = new WeakMap<EditorView, () => void>();

/** Where the later extensions are going to be, which their order depends on. */
export const placeOfLater: Extension = compartment.of([]);

/** Keeps extensions for complete, or the first event. */
export function keepForLater(view: EditorView, extensions: () => Extension): void {
  const now = (): void => {
    waiting.delete(view);
    for (const type of events) view.dom.removeEventListener(type, now, true);
    view.dispatch({ effects: [compartment.reconfigure(extensions()), read(view.state.doc)] });
  };
  waiting.set(view, now);
  for (const type of events) view.dom.addEventListener(type, now, true);
}

/** Gives an editor what it did without. */
export const complete = (view: EditorView): void => waiting.get(view)?.();
