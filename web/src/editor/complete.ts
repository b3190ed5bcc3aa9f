import { insertCompletionText, pickedCompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { getLocation, getNodeValue, findNodeAtLocation, parseTree } from "jsonc-parser";
import type { Member, Registry } from "../engine/protocol";
import { describe, limits, membersOf } from "../state/schema";

export interface Knowledge {
  registry: Registry;
  kind: string;
}

/** A body longer than this is not parsed for each key, in UTF-16 code units. */
const MOST_UNITS = 100_000;

/** Completes members and values from the registry. */
export function complete(knowledge: () => Knowledge) {
  return (context: CompletionContext): CompletionResult | null => {
    const { registry, kind } = knowledge();
    // A large body is parsed only when completions are asked for.
    if (!context.explicit && context.state.doc.length > MOST_UNITS) return null;
    const text = context.state.doc.toString();
    const location = getLocation(text, context.pos);
    const word = /"?[\w.]*$/.exec(text.slice(Math.max(0, context.pos - 64), context.pos))?.[0] ?? "";
    if (!context.explicit && word === "") return null;
    const from = context.pos - word.length;
    const to = context.pos + restOf(word, text.slice(context.pos, context.pos + 64)).length;
    const root = parseTree(text);
    const options = location.isAtPropertyKey
      ? keys(registry, kind, location.path, root, /^\s*:/.test(text.slice(to)))
      : values(registry, kind, location.path, root);
    if (options.length === 0) return null;
    return { from, options: options.map(replacing), validFor: /^"?[\w.]*$/ };
  };
}

/** What of a word is behind the cursor: what is closed already is replaced whole, "ty|pe" and "ty|" alike. */
function restOf(word: string, after: string): string {
  const rest = /^[\w.]*"?/.exec(after)?.[0] ?? "";
  return word.startsWith('"') || rest.endsWith('"') ? rest : "";
}

/** A completion that also replaces the rest of its word, by which the list is not filtered. */
function replacing(option: Completion): Completion {
  const text = typeof option.apply === "string" ? option.apply : option.label;
  return {
    ...option,
    apply: (view: EditorView, completion: Completion, from: number, to: number) => {
      const rest = restOf(view.state.sliceDoc(from, to), view.state.sliceDoc(to, to + 64));
      view.dispatch({ ...insertCompletionText(view.state, text, from, to + rest.length), annotations: pickedCompletion.of(completion) });
    },
  };
}

type Root = ReturnType<typeof parseTree>;

function valueAt(root: Root, path: (string | number)[]): unknown {
  const node = root === undefined ? undefined : findNodeAtLocation(root, path);
  return node === undefined ? undefined : getNodeValue(node);
}

function keys(registry: Registry, kind: string, path: (string | number)[], root: Root, hasColon: boolean): Completion[] {
  const parent = path.slice(0, -1);
  const place = describe(registry, kind, parent);
  if (place?.value === undefined) return [];
  const object = valueAt(root, parent);
  const present = new Set(typeof object === "object" && object !== null ? Object.keys(object) : []);
  present.delete(String(path.at(-1)));
  const type = typeof object === "object" && object !== null ? (object as { type?: unknown }).type : undefined;
  return membersOf(registry, place.value, place.value === "Part" ? type : undefined)
    .filter((m) => !present.has(m.name))
    .map((m, i) => ({
      label: `"${m.name}"`,
      displayLabel: m.name,
      detail: m.required || m.needs?.includes(String(type)) === true ? `${m.type}, required` : m.type,
      info: () => documentation(m),
      type: "property",
      boost: -i,
      apply: hasColon ? `"${m.name}"` : `"${m.name}": `,
    }));
}

function values(registry: Registry, kind: string, path: (string | number)[], root: Root): Completion[] {
  const place = describe(registry, kind, path);
  const member = place?.member;
  if (member === undefined) return [];
  let list = member.enum ?? [];
  if (member.name === "name" && place?.object === "MessageEffect") {
    const type = valueAt(root, [...path.slice(0, -1), "type"]);
    const fitting = registry.effects.filter((e) => e.type === type).map((e) => e.name);
    if (fitting.length > 0) list = fitting;
  }
  if (list.length > 0) {
    return list.map((value, i) => ({
      label: `"${value}"`, displayLabel: value, type: "enum", boost: -i, info: () => documentation(member),
    }));
  }
  if (member.type === "a boolean") {
    return ["true", "false"].map((label) => ({ label, type: "keyword", info: () => documentation(member) }));
  }
  if (typeof path.at(-1) === "number" && member.object === "Part") {
    return registry.part_types.map((type, i) => ({
      label: `{ "type": "${type}" }`, displayLabel: `${type} part`, type: "class", boost: -i,
      apply: type === "text" ? `{ "type": "text", "value": "" }` : type === "media" ? `{ "type": "media", "url": "https://" }` : `{ "type": "${type}" }`,
    }));
  }
  return [];
}

/** A member's documentation as an element; backquotes become code. */
export function documentation(member: Member): HTMLElement {
  const box = document.createElement("div");
  box.className = "doc";
  const head = box.appendChild(document.createElement("div"));
  head.className = "doc-head";
  const name = head.appendChild(document.createElement("strong"));
  name.textContent = member.name;
  const facts = [member.type, member.required ? "required" : "", limits(member)].filter((t) => t !== "");
  head.append(` ${facts.join(" · ")}`);
  const text = box.appendChild(document.createElement("div"));
  member.doc.split("`").forEach((piece, i) => {
    if (i % 2 === 0) text.append(piece);
    else text.appendChild(document.createElement("code")).textContent = piece;
  });
  if (member.enum !== undefined && member.enum.length > 0) {
    const list = box.appendChild(document.createElement("div"));
    list.className = "doc-values";
    member.enum.forEach((value) => (list.appendChild(document.createElement("code")).textContent = value));
  }
  if (member.later !== undefined) {
    const later = box.appendChild(document.createElement("div"));
    later.className = "doc-later";
    later.textContent = `In the documentation since ${member.later}.`;
  }
  return box;
}
