/**
 * The one state of the page: a text, what it is judged as, and what the engine
 * says about it. The editor holds the text; the form, the preview and the
 * fixes change it through the editor, so there is one history to undo.
 */
import registered from "../../generated/registry.json";
import { batch, computed, effect, signal } from "@preact/signals";
import type { EditorView } from "@codemirror/view";
import { EngineError, stale, type Engine } from "../engine/client";
import { format } from "jsonc-parser";
import type { Edit, Forecast, Measure, Registry, Report, Rule } from "../engine/protocol";
import { parseBody, readContent, setAt, shown, isObject, spanAt, type Json, type Parsed } from "./body";
import { follow, none, sourceOf, type Pictures } from "./pictures";
import { clusters } from "./clusters";
import { loadRules } from "./rules";
import type { Path } from "./schema";
import type { Span } from "./decorate";

export type Tab = "problems" | "forecast" | "code" | "split" | "markdown" | "rule";
export type View = "iMessage" | "RCS" | "SMS" | "all";
export type Region = "message" | "editor" | "more";

export interface Selected extends Span {
  /** The part's index. */
  part: number;
}

export const text = signal("");
export const kindChoice = signal("");
export const report = signal<Report>({ kind: "", truncated: 0, diagnostics: [] });
/** The text that report speaks of. */
export const reported = signal<string | undefined>(undefined);
/** Written by the bridge when the page is built, so that it is there before the engine. */
export const registry = signal(registered as unknown as Registry);
export const rules = signal<Rule[]>([]);
export const measures = signal<{ texts: string[]; of: Measure[] }>({ texts: [], of: [] });

export const forecast = signal<Forecast | undefined>(undefined);

/** Whether notes are looked for too. */
export const advice = signal(false);

export const tab = signal<Tab>("problems");
export const ruleShown = signal<string | undefined>(undefined);
export const editing = signal<"json" | "form">("json");
export const region = signal<Region>("message");
export const view = signal<View>("iMessage");
export const dark = signal<boolean | undefined>(undefined);
export const replays = signal(0);
export const selected = signal<Selected | undefined>(undefined);
export const dialog = signal<"gallery" | "share" | undefined>(undefined);
export const notice = signal<{ text: string; tone: "good" | "bad" } | undefined>(undefined);
/** Pictures that were dropped on a part; they never leave the page. */
export const pictures = signal<Pictures>(none);
/** The records of a dropped NDJSON file. */
export const records = signal<{ name: string; lines: string[]; errors: (number | undefined)[]; at: number } | undefined>(undefined);

export const kind = computed(() => (kindChoice.value !== "" ? kindChoice.value : report.value.kind));
export const parsed = computed<Parsed>(() => parseBody(text.value));
let lastGood: Json | undefined;
/** What the preview shows: the newest text that parses. */
export const value = computed<Json | undefined>(() => {
  if (parsed.value.broken === undefined) lastGood = parsed.value.value;
  else if (text.value.trim() === "") lastGood = undefined;
  return lastGood;
});
export const preview = computed(() => shown(value.value, kind.value));
export const content = computed(() => (isObject(value.value) ? readContent(value.value) : undefined));
export const counts = computed(() => {
  const by = { error: 0, warning: 0, note: 0 };
  for (const d of report.value.diagnostics) by[d.severity]++;
  return by;
});
/** "2 errors, 1 warning": what the live region and the page say. */
export const summary = computed(() => {
  if (text.value.trim() === "") return "nothing to check";
  const { error, warning, note } = counts.value;
  const parts = ([[error, "error"], [warning, "warning"], [note, "note"]] as const)
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}${n === 1 ? "" : "s"}`);
  return parts.length === 0 ? "no problems" : parts.join(", ");
});

export let engine: Engine;
let editor: EditorView | undefined;

export const setEditor = (v: EditorView | undefined): void => void (editor = v);
export const editorView = (): EditorView | undefined => editor;

/** Changes the text, through the editor where there is one. */
export function change(edits: Edit[]): void {
  if (edits.length === 0) return;
  if (editor === undefined) {
    text.value = [...edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text.value);
    return;
  }
  editor.dispatch({ changes: edits.map((e) => ({ from: e.start, to: e.end, insert: e.text })), userEvent: "input.form" });
}

/** Replaces the whole text. */
export function replace(next: string): void {
  change([{ start: 0, end: text.value.length, text: next }]);
}

/** Gives a member a value, or removes it. */
export function set(path: Path, next: Json | undefined): void {
  const span = spanAt(parsed.value, path);
  if (next === undefined && span === undefined) return;
  change(setAt(text.value, path, next));
}

/** Puts an element into an array. */
export function insert(path: Path, next: Json): void {
  change(setAt(text.value, path, next, true));
}

/** Opens a body as a new document. */
export function open(body: string, chosen = ""): void {
  lastGood = undefined; // of another document
  batch(() => {
    kindChoice.value = chosen;
    selected.value = undefined;
    forgetPictures();
    replays.value++;
  });
  replace(body);
}

function forgetPictures(): void {
  const { at, away } = pictures.value;
  for (const picture of [...at.values(), ...away.map((a) => a.picture)]) URL.revokeObjectURL(picture);
  pictures.value = none;
}

/** Draws a picture for a part, in place of the one that it had. */
export function drop(index: number, picture: string): void {
  const { at, away } = pictures.value;
  const old = at.get(index);
  if (old !== undefined) URL.revokeObjectURL(old);
  pictures.value = { sources: content.value?.parts.map(sourceOf) ?? [], at: new Map(at).set(index, picture), away };
}

/** Opens an example of a rule. */
export function openExample(rule: string, list: "bad" | "good", at: number): void {
  const example = rules.value.find((r) => r.id === rule)?.[list][at];
  if (example !== undefined) open(indented(example.body), example.kind);
}

/** A body on several lines where it stands on one and parses. */
function indented(body: string): string {
  if (body.includes("\n") || body.length > 100_000 || parseBody(body).broken !== undefined) return body;
  const edits = format(body, undefined, { tabSize: 2, insertSpaces: true, eol: "\n" });
  return edits.reduceRight((text, e) => text.slice(0, e.offset) + e.content + text.slice(e.offset + e.length), body);
}

export function say(message: string, tone: "good" | "bad" = "good"): void {
  notice.value = { text: message, tone };
}

export function showTab(name: Tab): void {
  batch(() => {
    tab.value = name;
    region.value = "more";
  });
}

export function showRule(id: string): void {
  batch(() => {
    ruleShown.value = id;
    showTab("rule");
  });
}

const starts = (pieces: string[]): number[] => {
  let at = 0;
  return pieces.map((piece) => (at += piece.length) - piece.length);
};

/** A text part's measure: the engine's, or the browser's own until that answers. */
export function measureOf(value: string): Measure {
  const at = measures.value.texts.indexOf(value);
  return measures.value.of[at] ?? {
    code_points: [...value].length,
    units: value.length,
    clusters: starts(clusters(value)),
  };
}

/** Ties the state to the engine: each change is judged at once, the newest wins. */
export function connect(to: Engine): void {
  engine = to;
  const refuse = (error: unknown): void => {
    if (!(error instanceof EngineError)) throw error;
  };
  // Behind the first report, which does not need the rules and should be drawn before they are read.
  let explaining: ReturnType<typeof setTimeout> | undefined;
  const explain = (): void => void loadRules().then((list) => (rules.value = list), () => say("the rules' explanations did not load", "bad"));
  effect(() => {
    const [body, chosen, notes] = [text.value, kindChoice.value, advice.value];
    engine.latest("lint", () => engine.ask("lint", { body, kind: chosen, notes })).then((answer) => {
      if (answer === stale || text.value !== body) return;
      batch(() => {
        // That an empty page is no body is true, and no fault of anybody's.
        report.value = body.trim() === "" ? { ...answer, diagnostics: [] } : answer;
        reported.value = body;
      });
      explaining ??= setTimeout(explain, 250);
    }, refuse);
  });
  effect(() => {
    const texts = content.value?.parts.filter((p) => p.type === "text").map((p) => p.value) ?? [];
    engine.latest("measure", () => engine.ask("measure", { texts })).then((answer) => {
      if (answer !== stale) measures.value = { texts, of: answer };
    }, refuse);
  });
  effect(() => {
    const sources = content.value?.parts.map(sourceOf) ?? [];
    pictures.value = follow(pictures.peek(), sources);
  });
  effect(() => {
    const body = text.value;
    const of = kind.value;
    engine.latest("forecast", () => engine.ask("forecast", { body, kind: of })).then(
      (answer) => { if (answer !== stale) forecast.value = answer; },
      (error: unknown) => { forecast.value = undefined; refuse(error); },
    );
  });
}
