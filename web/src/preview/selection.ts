/** The selection in a text of the message, by UTF-16 offsets. */

/** How many UTF-16 code units of a container's text are before a point of the document. */
function offsetOf(container: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(container, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The text node and offset at a UTF-16 offset of a container's text. */
function pointAt(container: Node, offset: number): [Node, number] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = container;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return [last, last === container ? 0 : (last.nodeValue?.length ?? 0)];
}

/** Selects from one offset to another. */
export function select(container: HTMLElement, anchor: number, focus: number): void {
  const [a, ao] = pointAt(container, anchor);
  const [f, fo] = pointAt(container, focus);
  document.getSelection()?.setBaseAndExtent(a, ao, f, fo);
}

type Follow = (from: number, to: number) => void;

/** The texts whose selection is followed: a hundred of them have one listener. */
const followed = new Map<Element, Follow>();

function changed(): void {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return;
  const { anchorNode, focusNode } = selection;
  const box = (anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement)?.closest("[data-text-part]") ?? null;
  const follow = box === null ? undefined : followed.get(box);
  if (box === null || follow === undefined || anchorNode === null || focusNode === null || !box.contains(focusNode)) return;
  follow(offsetOf(box, anchorNode, selection.anchorOffset), offsetOf(box, focusNode, selection.focusOffset));
}

/** Tells a text about its selection until the function that is returned is called. */
export function followSelection(box: HTMLElement, follow: Follow): () => void {
  if (followed.size === 0) document.addEventListener("selectionchange", changed);
  followed.set(box, follow);
  return () => {
    followed.delete(box);
    if (followed.size === 0) document.removeEventListener("selectionchange", changed);
  };
}
