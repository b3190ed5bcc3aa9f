import type { Action, Diagnostic as Squiggle } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic, Fix, Rule } from "../engine/protocol";

export interface Explained {
  rule(id: string): Rule | undefined;
  /** Shows the rule in the panel. */
  open(id: string): void;
}

/** Applies one fix as one step of the history. */
export function applyFix(view: EditorView, fix: Fix): void {
  view.dispatch({
    changes: fix.edits.map((e) => ({ from: e.start, to: e.end, insert: e.text })),
    userEvent: "input.fix",
    scrollIntoView: true,
  });
}

/** What CodeMirror underlines, with the fixes as its actions. */
export function squiggles(diagnostics: Diagnostic[], text: string, explained: Explained): Squiggle[] {
  return diagnostics
    .map((d): Squiggle => {
      const from = Math.min(d.start.offset, text.length);
      const end = Math.min(Math.max(d.end.offset, from), text.length);
      // Of what goes over several lines, such as an object, the first is enough.
      const newline = text.indexOf("\n", from);
      const to = newline > from && newline < end ? newline : end;
      return {
        from,
        to,
        severity: d.severity === "note" ? "info" : d.severity,
        source: d.rule,
        message: d.message,
        renderMessage: () => render(d, explained),
        actions: (d.fixes ?? []).map((fix): Action => ({ name: fix.title, apply: (view) => applyFix(view, fix) })),
        markClass: `cm-linqlint-${d.severity}`,
      };
    })
    .sort((a, b) => a.from - b.from);
}

function render(d: Diagnostic, explained: Explained): HTMLElement {
  const box = document.createElement("div");
  box.className = "finding";
  const message = box.appendChild(document.createElement("div"));
  message.className = "finding-message";
  message.textContent = d.message;
  if (d.hint !== undefined && d.hint !== "") {
    const hint = box.appendChild(document.createElement("div"));
    hint.className = "finding-hint";
    hint.textContent = d.hint;
  }
  const rule = explained.rule(d.rule);
  const source = rule?.sources[0];
  if (source !== undefined && source.quote !== "") {
    const quote = box.appendChild(document.createElement("div"));
    quote.className = "finding-quote";
    quote.textContent = `“${source.quote}”`;
  }
  const foot = box.appendChild(document.createElement("div"));
  foot.className = "finding-foot";
  const link = foot.appendChild(document.createElement("button"));
  link.type = "button";
  link.textContent = d.rule;
  link.addEventListener("click", () => explained.open(d.rule));
  if (d.api_code !== undefined && d.api_code > 0) {
    const code = foot.appendChild(document.createElement("span"));
    code.textContent = d.code_stated === true ? `the API answers ${d.api_code}` : `the API probably answers ${d.api_code}`;
  }
  return box;
}
