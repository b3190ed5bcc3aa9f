import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { forEachDiagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, type ViewUpdate,
} from "@codemirror/view";
import { format } from "jsonc-parser";
import type { Diagnostic } from "../engine/protocol";
import { complete, type Knowledge } from "./complete";
import { squiggles, type Explained } from "./diagnostics";
import { hoverDocumentation } from "./hover";
import { theme } from "./theme";

export interface Hooks {
  text: string;
  changed(text: string): void;
  /** The cursor moved, by the user or by a change. */
  moved(offset: number): void;
  knowledge(): Knowledge;
  explained: Explained;
}

/**
 * Text that is typed over a selection. Left to the browser it is put in with the
 * style of what it replaces, as an attribute that the page's policy forbids.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const text = event.data;
    if (event.inputType !== "insertText" || text === null || empty || view.composing || view.state.selection.ranges.length > 1) return false;
    const insert = () => view.state.update({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: "input.type", scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler); // such as that which closes brackets
    if (!handlers.some((handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

/**
 * The editor in a shadow root: its styles go into adopted style sheets there,
 * so that the page's policy needs no exception for inline styles.
 */
export function createEditor(host: HTMLElement, hooks: Hooks): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const quickFix = (view: EditorView): boolean => {
    const at = view.state.selection.main.head;
    let done = false;
    forEachDiagnostic(view.state, (d, from, to) => {
      const action = d.actions?.[0];
      if (done || action === undefined || at < from || at > to) return;
      done = true;
      action.apply(view, from, to);
    });
    return done;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: hooks.text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), lintGutter(), foldGutter(), codeFolding(),
        history(), drawSelection(), indentOnInput(), indentUnit.of("  "), bracketMatching(), closeBrackets(),
        highlightActiveLine(), highlightSelectionMatches(), json(), typedOver, theme, EditorView.lineWrapping,
        autocompletion({ override: [complete(hooks.knowledge)], icons: false }),
        hoverDocumentation(hooks.knowledge),
        EditorView.contentAttributes.of({ "aria-label": "Request body, JSON", "aria-description": "Escape, then Tab, leaves the editor.", spellcheck: "false", tabindex: "0" }),
        keymap.of([
          { key: "Mod-.", run: quickFix, preventDefault: true },
          { key: "Shift-Alt-f", run: (v) => (formatDocument(v), true) },
          ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap,
          ...completionKeymap, ...lintKeymap,
          // Escape, then Tab, leaves the editor: CodeMirror's own way out of the trap.
          indentWithTab,
        ]),
        EditorView.updateListener.of((update: ViewUpdate) => {
          if (update.docChanged) hooks.changed(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) hooks.moved(update.state.selection.main.head);
        }),
      ],
    }),
  });
  return view;
}

/** Draws a report. */
export function showDiagnostics(view: EditorView, diagnostics: Diagnostic[], explained: Explained): void {
  view.dispatch(setDiagnostics(view.state, squiggles(diagnostics, view.state.doc.toString(), explained)));
}

/** Replaces the text as one step of the history, touching only what differs. */
export function replaceText(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) return;
  let from = 0;
  const shorter = Math.min(old.length, text.length);
  while (from < shorter && old[from] === text[from]) from++;
  let tail = 0;
  while (tail < shorter - from && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  view.dispatch({
    changes: { from, to: old.length - tail, insert: text.slice(from, text.length - tail) },
    userEvent: "input.replace",
  });
}

/** Indents the document by two spaces. */
export function formatDocument(view: EditorView): void {
  view.dispatch({ changes: formatted(view.state.doc.toString()), userEvent: "input.format" });
}

function formatted(text: string): { from: number; to: number; insert: string }[] {
  return format(text, undefined, { tabSize: 2, insertSpaces: true, eol: "\n" }).map((e) => ({
    from: e.offset, to: e.offset + e.length, insert: e.content,
  }));
}

/** Moves the cursor there and shows it. */
export function jump(view: EditorView, from: number, to: number): void {
  const length = view.state.doc.length;
  view.dispatch({
    selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
    effects: EditorView.scrollIntoView(Math.min(from, length), { y: "center" }),
  });
  view.focus();
}
