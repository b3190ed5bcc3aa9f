import { redoable, undoable } from "../state/document";
import { redoStep, undoStep } from "../state/open";
import { Icon } from "./icons";

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Undo and redo, for the pointer and for touch. */
export function HistoryButtons({ narrow = false }: { narrow?: boolean }) {
  return (
    <span class={narrow ? "history narrow-only" : "history"} role="group" aria-label="History">
      <button type="button" class="icon-button" aria-label="Undo" title={`Undo (${isApple ? "⌘Z" : "Ctrl+Z"})`} aria-disabled={undoable.value === 0} onClick={undoStep}><Icon name="undo" /></button>
      <button type="button" class="icon-button" aria-label="Redo" title={`Redo (${isApple ? "⇧⌘Z" : "Ctrl+Shift+Z"})`} aria-disabled={redoable.value === 0} onClick={redoStep}><Icon name="redo" /></button>
    </span>
  );
}
