/** A large text is pasted in two tasks: one takes it, the next one puts it in. */
import { Text, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** A shorter text is left to CodeMirror, in UTF-16 code units. */
const LARGE = 1_000_000;

/** A text in lines; without carriage returns they are found faster. */
const textIn = (pasted: string): Text => Text.of(pasted.includes("\r") ? pasted.split(/\r\n?|\n/) : pasted.split("\n"));

/** Puts large texts in after the event that brought them, but before any other that the editor gets. */
export function largePastes(): Extension {
  let waiting: { timer: ReturnType<typeof setTimeout>; pasted: string } | undefined;
  const flush = (view: EditorView): boolean => {
    if (waiting === undefined) return false;
    clearTimeout(waiting.timer);
    const { pasted } = waiting;
    waiting = undefined;
    view.dispatch(view.state.replaceSelection(textIn(pasted)), { userEvent: "input.paste", scrollIntoView: true });
    return false; // the event is handled as ever
  };
  const before = (_: Event, view: EditorView): boolean => flush(view);
  return EditorView.domEventHandlers({
    paste(event, view) {
      flush(view);
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (pasted.length < LARGE || view.state.readOnly || view.state.selection.ranges.length > 1) return false;
      waiting = { timer: setTimeout(() => flush(view)), pasted };
      event.preventDefault();
      return true;
    },
    keydown: before, beforeinput: before, compositionstart: before, mousedown: before, drop: before, cut: before, copy: before, blur: before,
  });
}
