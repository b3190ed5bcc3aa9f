/**
 * JSON in the editor. A text of ordinary length is parsed, which colors, folds
 * and indents it. A parser reads a large one again for each key, so of that only
 * what is in sight is colored, by its tokens.
 */
import { json } from "@codemirror/lang-json";
import { Compartment, EditorState, Text, type Extension, type StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { colors } from "./colors";

/** A longer text is not parsed, in UTF-16 code units. */
export const MOST_PARSED = 50_000;
/** A text with more UTF-16 code units, and so many of them in a line on average, is neither parsed nor wrapped; the longest text that the API takes is. */
const MOST_WRAPPED = 25_000;
const LONG_LINE = 2500;

const large: Extension = [
  EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["[", "{", '"'] } }]),
  EditorView.contentAttributes.of({ class: "cm-large" }), // what is not a token has the color of brackets and commas
];

const compartment = new Compartment();
type Reading = "parsed" | "tokens" | "long lines";
const readings: Record<Reading, Extension> = {
  parsed: [json(), EditorView.lineWrapping],
  tokens: [large, colors(false), EditorView.lineWrapping],
  "long lines": [large, colors(true)],
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

/** The language of a text, as long as it is read in the same way; an ordinary one is only colored until it is parsed. */
export function language(text: string): Extension {
  const reading = readingOf(Text.of(text.split("\n")));
  return [compartment.of(readings[reading === "parsed" ? "tokens" : reading]), follow];
}

/** Has a text read as its length asks for. */
export const read = (doc: Text): StateEffect<unknown> => compartment.reconfigure(readings[readingOf(doc)]);
