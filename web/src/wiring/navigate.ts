/** Moves the reader to a place: in the editor, in the form, in the panels. */
import { batch } from "@preact/signals";
import type { EditorView } from "@codemirror/view";
import { editorCode } from "../editor/code";
import { parsed, value } from "../state/document";
import { pathOf } from "../state/find";
import { spanAt } from "../state/json";
import { editing, region, ruleShown, selected, tab, type Tab } from "../state/ui";

let editor: EditorView | undefined;

export const setEditor = (view: EditorView | undefined): void => void (editor = view);
export const editorView = (): EditorView | undefined => editor;

export function showTab(name: Tab): void {
  batch(() => {
    tab.value = name;
    region.value = "more";
  });
}

export function showRule(id: string): void {
  batch(() => {
    ruleShown.value = id;
    showTab("rule");
  });
}

/** Shows a stretch of the text in the editor. */
export function reveal(from: number, to: number): void {
  batch(() => {
    editing.value = "json";
    region.value = "editor";
  });
  // The editor may have been hidden until now.
  requestAnimationFrame(() => {
    if (editor !== undefined) void editorCode.then(({ jump }) => editor !== undefined && jump(editor, from, to));
  });
}

/** Shows the first syntax error. */
export function revealBroken(): void {
  const at = parsed.peek().brokenAt() ?? 0;
  reveal(at, at);
}

/** Shows where a problem is: in the text, and in the message if it is in a part. */
export function goTo(place: { pointer: string; start: { offset: number }; end: { offset: number } }): void {
  const path = pathOf(place.pointer, value.peek());
  const at = path.indexOf("parts");
  const part = at >= 0 ? path[at + 1] : undefined;
  if (typeof part === "number" && selected.peek()?.part !== part) selected.value = { part, start: 0, end: 0 };
  reveal(place.start.offset, place.end.offset);
}

/** The same for a place of which only the pointer is known. */
export function goToPointer(pointer: string): void {
  const span = spanAt(parsed.peek(), pathOf(pointer, value.peek()));
  if (span !== undefined) goTo({ pointer, start: { offset: span.start }, end: { offset: span.end } });
}

/** Shows the form and puts the cursor into a field, the first one unless a selector names another. */
export function openForm(selector = ".form input, .form textarea, .form select"): void {
  batch(() => {
    editing.value = "form";
    region.value = "editor";
  });
  const focus = (left: number): void => {
    const field = document.querySelector<HTMLElement>(selector);
    if (field !== null) field.focus();
    else if (left > 0) requestAnimationFrame(() => focus(left - 1)); // the form's code may still be on its way
  };
  requestAnimationFrame(() => focus(300));
}
