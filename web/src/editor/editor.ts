import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { forEachDiagnostic, lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Squiggle } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, type Text } from "@codemirror/state";
import {
  EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, type ViewUpdate,
} from "@codemirror/view";
import type { Diagnostic } from "../engine/protocol";
import { editBetween, type KnownEdit } from "../state/edits";
import { completion, type Knowledge } from "./complete";
import { follows, squiggles, type Explained, type Underline } from "./diagnostics";
import { hoverDocumentation } from "./hover";
import { language, MOST_PARSED } from "./language";
import { keepForLater, placeOfLater } from "./later";
import { largePastes } from "./paste";
import { theme } from "./theme";

export { complete as completeEditor } from "./later";

export interface Hooks {
  text: string;
  /** The reader changed the text; keys of one typing have the same tag. A single edit of the text before is given, too. */
  changed(text: string, tag: string | undefined, edit: KnownEdit | undefined): void;
  /** The cursor moved, by the reader or by a change. */
  moved(): void;
  /** The editor got or lost the focus. */
  focused(on: boolean): void;
  knowledge(): Knowledge;
  explained: Explained;
}

/** Marks a change that comes from the page's text, which has the history. */
const external = Annotation.define<boolean>();

/** A longer text is given to the page in a task of its own, so that neither blocks for long, in UTF-16 code units. */
const LARGE = 1_000_000;

/** The text of the newest document, which is put together from its lines once for everyone who asks. */
let joined: { doc: Text; text: string } | undefined;
export const textOf = (doc: Text): string => (joined?.doc === doc ? joined : (joined = { doc, text: doc.toString() })).text;

/** The single edit of an update, unless it has several or the text before is not at hand. */
function editOf({ changes, startState }: ViewUpdate): KnownEdit | undefined {
  if (joined?.doc !== startState.doc) return undefined;
  const edits: KnownEdit[] = [];
  const { text } = joined;
  changes.iterChanges((start, end, _, __, inserted) => edits.push({ from: text, start, end, text: inserted.toString(), removed: startState.doc.sliceString(start, end) }));
  return edits.length === 1 ? edits[0] : undefined;
}

/** Gives each change of the reader to the page; those of a large text when the task is over, but before the next key. */
function following(hooks: Hooks) {
  let waiting: { timer: ReturnType<typeof setTimeout>; tag: string | undefined; edit: KnownEdit | undefined } | undefined;
  const flush = (view: EditorView): boolean => {
    if (waiting === undefined) return false;
    clearTimeout(waiting.timer);
    const { tag, edit } = waiting;
    waiting = undefined;
    hooks.changed(textOf(view.state.doc), tag, edit);
    return false; // the event is handled as ever
  };
  const follow = EditorView.updateListener.of((update: ViewUpdate) => {
    if (update.docChanged && !update.transactions.some((t) => t.annotation(external) === true)) {
      const { view } = update;
      const [tag, edit] = [tagOf(update), editOf(update)];
      if (update.state.doc.length <= LARGE) hooks.changed(textOf(update.state.doc), tag, edit);
      else if (waiting === undefined) waiting = { timer: setTimeout(() => flush(view)), tag, edit };
      else waiting = { timer: waiting.timer, tag: waiting.tag === tag ? tag : undefined, edit: undefined };
    }
    if (update.docChanged || update.selectionSet) hooks.moved();
    if (update.focusChanged) hooks.focused(update.view.hasFocus);
  });
  return [follow, EditorView.domEventHandlers({ keydown: (_, view) => flush(view), blur: (_, view) => flush(view) })];
}

/**
 * Text that is typed over a selection, or into a large text. Left to the browser
 * the one is put in with the style of what it replaces, as an attribute that the
 * page's policy forbids, and the other costs an editing command of the browser,
 * and reading what that did, more than the editor's own change.
 */
const typed = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const text = event.data;
    if (event.inputType !== "insertText" || text === null || (empty && view.state.doc.length <= MOST_PARSED) || view.composing || view.state.selection.ranges.length > 1) return false;
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
        highlightActiveLine(), language(hooks.text), largePastes(), typed, theme,
        EditorView.contentAttributes.of({ "aria-label": "Request body, JSON", "aria-description": "Escape, then Tab, leaves the editor.", spellcheck: "false", tabindex: "0" }),
        placeOfLater,
        following(hooks),
      ],
    }),
  });
  keepForLater(view, () => [
    indentOnInput(), indentUnit.of("  "), bracketMatching({ maxScanDistance: 2000 }), closeBrackets(), highlightSelectionMatches(),
    completion(hooks.knowledge, view.state.doc.length),
    hoverDocumentation(hooks.knowledge),
    keymap.of([
      { key: "Mod-.", run: quickFix, preventDefault: true },
      ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...foldKeymap,
      ...completionKeymap, ...lintKeymap,
      // Escape, then Tab, leaves the editor: CodeMirror's own way out of the trap.
      indentWithTab,
    ]),
  ]);
  return view;
}

const tagOf = (update: ViewUpdate): string | undefined =>
  update.transactions.every((t) => t.isUserEvent("input.type") || t.isUserEvent("delete")) ? "editor" : undefined;

/** What is underlined in each editor. */
const underlines = new WeakMap<EditorView, Underline[]>();

/** Draws a report, unless it only says again what is drawn: most keys move problems and change none. */
export function showDiagnostics(view: EditorView, diagnostics: Diagnostic[], explained: Explained): void {
  const wanted = squiggles(diagnostics, view.state.doc, explained);
  const places = new Map<Squiggle, [number, number]>();
  forEachDiagnostic(view.state, (d, from, to) => places.set(d, [from, to]));
  if (follows(underlines.get(view) ?? [], places, wanted)) return;
  underlines.set(view, wanted);
  view.dispatch(setDiagnostics(view.state, wanted));
}

/** Shows another text, changing only what differs; the cursor goes behind the change if the reader is in the editor. */
export function showText(view: EditorView, text: string): void {
  const edit = editBetween(textOf(view.state.doc), text);
  if (edit === undefined) return;
  const end = edit.start + edit.text.length;
  view.dispatch({
    changes: { from: edit.start, to: edit.end, insert: edit.text },
    annotations: external.of(true),
    ...(view.hasFocus ? { selection: { anchor: end }, scrollIntoView: true } : {}),
  });
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
