/** In place of the page's state/navigate: places are shown in the editor beside the preview. */
import { parsed, value } from "../../../web/src/state/document";
import { pathOf } from "../../../web/src/state/find";
import { spanAt } from "../../../web/src/state/json";
import { tell } from "./port";

export const showTab = (): void => tell({ type: "problems" });
export const showRule = showTab;
export const openForm = (): void => undefined;
export const setEditor = (): void => undefined;
export const editorView = (): undefined => undefined;

export const reveal = (start: number, end: number): void => tell({ type: "reveal", start, end });

export function revealBroken(): void {
  const at = parsed.peek().brokenAt() ?? 0;
  reveal(at, at);
}

export const goTo = (place: { start: { offset: number }; end: { offset: number } }): void => reveal(place.start.offset, place.end.offset);

export function goToPointer(pointer: string): void {
  const span = spanAt(parsed.peek(), pathOf(pointer, value.peek()));
  if (span !== undefined) reveal(span.start, span.end);
}
