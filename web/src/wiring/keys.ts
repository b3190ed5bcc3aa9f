/** Keys that work wherever the focus is. */
import { text, write } from "../state/document";
import { formatted } from "../state/json";
import { redoStep, undoStep } from "../state/open";

/** Whether a field has a history of its own, such as a search field. */
function hasOwnHistory(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.readOnly) return false;
  return target.closest(".form") === null && !["checkbox", "radio", "button", "file"].includes(target.type);
}

export function listenToKeys(): void {
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]") !== null) return;
    const key = event.key.toLowerCase();
    if (key === "f" && event.shiftKey && event.altKey) {
      event.preventDefault();
      return write(formatted(text.peek()));
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y") || hasOwnHistory(event.composedPath()[0])) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === "y" || event.shiftKey) redoStep();
    else undoStep();
  }, { capture: true });
  // Undo from a menu or by a gesture, in the editor and in the form's fields.
  window.addEventListener("beforeinput", (event) => {
    if ((event.inputType !== "historyUndo" && event.inputType !== "historyRedo") || hasOwnHistory(event.composedPath()[0])) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.inputType === "historyUndo") undoStep();
    else redoStep();
  }, { capture: true });
}
