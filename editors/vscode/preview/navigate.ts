/** In place of the page's wiring/navigate: places are shown in the editor beside the preview. */
import { content, parsed, value } from "../../../web/src/state/document";
import { pathOf } from "../../../web/src/state/find";
import { spanAt } from "../../../web/src/state/json";
import { tell } from "./port";

export const showTab = (): void => tell({ type: "problems" });
export const showRule = showTab;
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

/** The page shows a field of its form; here it is the member: the source of a sticker. */
export function openForm(field = ""): void {
  const found = /data-sticker="(\d+) (\d+)"/.exec(field);
  if (found === null) return;
  const span = spanAt(parsed.peek(), [...(content.peek()?.path ?? []), "parts", Number(found[1]), "inline_stickers", Number(found[2]), "url"]);
  if (span !== undefined) reveal(span.start + 1, span.end - 1);
}
