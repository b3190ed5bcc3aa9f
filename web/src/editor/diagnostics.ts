import type { Action, Diagnostic as Squiggle } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Diagnostic, Fix, Rule } from "../engine/protocol";
import { hintOf } from "../state/accept";
import { fixName } from "../state/fix-name";

export interface Explained {
  rule(id: string): Rule | undefined;
  /** Shows the rule in the panel. */
  open(id: string): void;
  apply(diagnostic: Diagnostic, fix: Fix): void;
}

/** How far before an object the name of its member is looked for, in UTF-16 code units. */
const MOST_NAME = 300;

/** What CodeMirror underlines, with the problem that it is about: the newest report's. */
export interface Underline extends Squiggle {
  about: Diagnostic;
}

function underline(d: Diagnostic, text: Text, explained: Explained): Underline {
  const from = Math.min(d.start.offset, text.length);
  const end = Math.min(Math.max(d.end.offset, from), text.length);
  const [start, to] = underlined(text, from, end);
  const made: Underline = {
    about: d,
    from: start,
    to,
    severity: d.severity === "note" ? "info" : d.severity,
    source: d.rule,
    message: d.message,
    renderMessage: () => render(made.about, explained),
    actions: d.fixes.map((fix, i): Action => ({ name: fixName(fix), apply: () => explained.apply(made.about, made.about.fixes[i] ?? fix) })),
    markClass: `cm-linqlint-${d.severity}`,
  };
  return made;
}

/** What CodeMirror underlines, with the fixes as its actions. */
export const squiggles = (diagnostics: Diagnostic[], text: Text, explained: Explained): Underline[] =>
  diagnostics.map((d) => underline(d, text, explained)).sort((a, b) => a.from - b.from);

const isLike = (a: Diagnostic, b: Diagnostic): boolean =>
  a === b || a.rule === b.rule && a.severity === b.severity && a.message === b.message && a.hint === b.hint && a.api_code === b.api_code
  && a.fixes.length === b.fixes.length && a.fixes.every((fix, i) => fix.title === b.fixes[i]?.title && fix.safe === b.fixes[i]?.safe);

/**
 * Whether what is underlined is what a report underlines once the editor has
 * moved it along with the text; if so it is about that report from now on.
 */
export function follows(shown: Underline[], places: ReadonlyMap<Squiggle, readonly [number, number]>, wanted: Underline[]): boolean {
  const same = shown.length === wanted.length && shown.every((old, i) => {
    const next = wanted[i] as Underline;
    const [from, to] = places.get(old) ?? [];
    return from === next.from && to === next.to && isLike(old.about, next.about);
  });
  if (same) shown.forEach((old, i) => { old.about = (wanted[i] as Underline).about; });
  return same;
}

/**
 * The stretch of one line that is underlined. Of an object or array over several
 * lines, or of its bracket alone, it is the name of its member, or else the rest of its first line.
 */
function underlined(text: Text, from: number, to: number): [number, number] {
  const { from: start, to: newline } = text.lineAt(from);
  const bracket = to === from + 1 && /[[{]/.test(text.sliceString(from, to));
  if ((newline === from || newline >= to) && !bracket) return [from, to];
  const line = text.sliceString(Math.max(start, from - MOST_NAME), from);
  const name = /"(?:[^"\\]|\\.)*"(?=\s*:\s*$)/.exec(line);
  return name === null ? [from, bracket ? to : newline] : [from - line.length + name.index, from - line.length + name.index + name[0].length];
}

function render(d: Diagnostic, explained: Explained): HTMLElement {
  const box = document.createElement("div");
  box.className = "problem-tip";
  const message = box.appendChild(document.createElement("div"));
  message.className = "problem-tip-message";
  message.textContent = d.message;
  if (d.hint !== "") {
    const hint = box.appendChild(document.createElement("div"));
    hint.className = "problem-tip-hint";
    hint.textContent = hintOf(d);
  }
  const rule = explained.rule(d.rule);
  const source = rule?.sources[0];
  if (source !== undefined && source.quote !== "") {
    const quote = box.appendChild(document.createElement("div"));
    quote.className = "problem-tip-quote";
    quote.textContent = `“${source.quote}”`;
  }
  const foot = box.appendChild(document.createElement("div"));
  foot.className = "problem-tip-foot";
  const link = foot.appendChild(document.createElement("button"));
  link.type = "button";
  link.textContent = d.rule;
  link.addEventListener("click", () => explained.open(d.rule));
  if (d.api_code > 0) {
    const code = foot.appendChild(document.createElement("span"));
    code.textContent = d.code_stated ? `API error ${d.api_code}` : `probably API error ${d.api_code}`;
  }
  return box;
}
