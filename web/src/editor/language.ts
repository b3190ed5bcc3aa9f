/**
 * JSON in the editor. A text of ordinary length is parsed, which colors, folds
 * and indents it. A parser reads a large one again for each key, so of that only
 * what is in sight is colored, by its tokens.
 */
import { json } from "@codemirror/lang-json";
import { highlightingFor } from "@codemirror/language";
import { Compartment, EditorState, RangeSetBuilder, Text, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { endsInString, tokensOf, type Token } from "./tokens";

/** A longer text is not parsed, in UTF-16 code units. */
export const MOST_PARSED = 50_000;
/** A text with more UTF-16 code units, and so many of them in a line on average, is neither parsed nor wrapped; the longest text that the API takes is. */
const MOST_WRAPPED = 25_000;
const LONG_LINE = 2500;

const tagOf = { name: tags.propertyName, string: tags.string, atom: tags.number };

/** Colors what is in sight, as the parsed text is colored. */
function visible(view: EditorView): DecorationSet {
  const marks = Object.fromEntries(Object.entries(tagOf).map(([type, tag]) => [type, Decoration.mark({ class: highlightingFor(view.state, [tag]) ?? "" })])) as Record<Token["type"], Decoration>;
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    const line = view.state.doc.lineAt(from);
    const inString = endsInString(line.text.slice(0, from - line.from));
    for (const found of tokensOf(view.state.sliceDoc(from, to), inString)) builder.add(from + found.from, from + found.to, marks[found.type]);
  }
  return builder.finish();
}

const colors = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  constructor(view: EditorView) {
    this.decorations = visible(view);
  }
  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged) this.decorations = visible(update.view);
  }
}, { decorations: (plugin) => plugin.decorations });

const large: Extension = [
  colors,
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["[", "{", '"'] } }]),
  EditorView.contentAttributes.of({ class: "cm-large" }), // what is not a token has the color of brackets and commas
];

const compartment = new Compartment();
type Reading = "parsed" | "tokens" | "long lines";
const readings: Record<Reading, Extension> = {
  parsed: [json(), EditorView.lineWrapping],
  tokens: [large, EditorView.lineWrapping],
  "long lines": large,
};

/** How a text is read. Of a wrapped line 20,000 UTF-16 code units are laid out for each key, of another one what is in sight. */
export function readingOf(doc: Text): Reading {
  if (doc.length > MOST_WRAPPED && doc.length > LONG_LINE * doc.lines) return "long lines";
  return doc.length > MOST_PARSED ? "tokens" : "parsed";
}

/** A change after which a text is read in another way. */
const follow = EditorState.transactionExtender.of((transaction) => {
  if (!transaction.docChanged) return null;
  const reading = readingOf(transaction.newDoc);
  return reading === readingOf(transaction.startState.doc) ? null : { effects: compartment.reconfigure(readings[reading]) };
});

/** The language of a text, as long as it is read in the same way. */
export const language = (text: string): Extension => [compartment.of(readings[readingOf(Text.of(text.split("\n")))]), follow];
