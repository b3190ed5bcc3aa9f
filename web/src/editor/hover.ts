import { hoverTooltip } from "@codemirror/view";
import { getLocation } from "jsonc-parser";
import { describe } from "../state/schema";
import { documentation, type Knowledge } from "./complete";

/** Documentation of the member under the pointer, on its name or its value. */
export function hoverDocumentation(knowledge: () => Knowledge) {
  return hoverTooltip((view, pos) => {
    const { registry, kind } = knowledge();
    const location = getLocation(view.state.doc.toString(), pos);
    const node = location.previousNode;
    if (node === undefined || pos < node.offset || pos > node.offset + node.length) return null;
    const member = describe(registry, kind, location.path)?.member;
    if (member === undefined) return null;
    return { pos: node.offset, end: node.offset + node.length, above: true, create: () => ({ dom: documentation(member) }) };
  });
}
