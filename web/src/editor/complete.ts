import { autocompletion, insertCompletionText, pickedCompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Member, Registry } from "../engine/protocol";
import { offersAt, wordAt, type Offer } from "../state/offers";
import { limits } from "../state/schema";

export interface Knowledge {
  registry: Registry;
  kind: string;
}

/** A body longer than this is not parsed for each key, in UTF-16 code units. */
const MOST_UNITS = 100_000;

const icons = { member: "property", value: "enum", keyword: "keyword", part: "class" };

/** Completes members and values from the registry. */
function complete(knowledge: () => Knowledge) {
  return (context: CompletionContext): CompletionResult | null => {
    const { registry, kind } = knowledge();
    // A large body is parsed only when completions are asked for.
    if (!context.explicit && context.state.doc.length > MOST_UNITS) return null;
    const text = context.state.doc.toString();
    const { from } = wordAt(text, context.pos);
    if (!context.explicit && from === context.pos) return null;
    const offers = offersAt(registry, kind, text, context.pos);
    return offers.length === 0 ? null : { from, options: offers.map(completionOf), validFor: /^"?[\w.]*$/ };
  };
}

const compartment = new Compartment();

const config = (knowledge: () => Knowledge, length: number): Extension =>
  autocompletion({ override: [complete(knowledge)], icons: false, activateOnTyping: length <= MOST_UNITS });

/** Completion; in a large text only when it is asked for. */
export const completion = (knowledge: () => Knowledge, length: number): Extension => [
  compartment.of(config(knowledge, length)),
  EditorState.transactionExtender.of(({ docChanged, startState, newDoc }) =>
    (docChanged && startState.doc.length > MOST_UNITS !== newDoc.length > MOST_UNITS ? { effects: compartment.reconfigure(config(knowledge, newDoc.length)) } : null)),
];

/** An offer that replaces all of its word, also what of it is behind the cursor, by which the list is not filtered. */
function completionOf({ what, label, detail, insert, cursor, filter, member }: Offer, i: number): Completion {
  return {
    label: filter, displayLabel: label, type: icons[what], boost: -i, info: () => documentation(member),
    ...(detail === undefined ? {} : { detail }),
    apply: (view: EditorView, picked: Completion, from: number, to: number) => {
      const end = wordAt(view.state.sliceDoc(from, to + 64), to - from).to + from;
      const change = insertCompletionText(view.state, insert, from, end);
      const selection = cursor === undefined ? {} : { selection: { anchor: from + cursor } };
      view.dispatch({ ...change, ...selection, annotations: pickedCompletion.of(picked) });
    },
  };
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
