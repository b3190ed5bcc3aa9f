import type { Diagnostic, Fix, Severity } from "../engine/protocol";
import { applyFix } from "../editor/diagnostics";
import { editorCode } from "../editor/code";
import { batch } from "@preact/signals";
import { advice, change, editing, editorView, engine, kindChoice, parsed, region, report, reported, replace, rules, say, selected, showRule, summary, text, value } from "../state/workspace";
import { spanAt } from "../state/body";
import { pathOf } from "../state/find";
import { Icon } from "../ui/icons";
import { SeverityMark } from "../ui/severity";

const order: Severity[] = ["error", "warning", "note"];

/** Shows where a problem is: in the text, and in the message if it is in a part. */
export function goTo(d: { pointer: string; start: { offset: number }; end: { offset: number } }): void {
  const path = pathOf(d.pointer, value.value);
  const at = path.indexOf("parts");
  const part = at >= 0 ? path[at + 1] : undefined;
  if (typeof part === "number" && selected.value?.part !== part) selected.value = { part, start: 0, end: 0 };
  reveal(d.start.offset, d.end.offset);
}

/** Shows a stretch of the text in the editor. */
export function reveal(from: number, to: number): void {
  batch(() => {
    editing.value = "json";
    region.value = "editor";
  });
  // The editor may have been hidden until now.
  requestAnimationFrame(() => {
    const view = editorView();
    if (view !== undefined) void editorCode.then(({ jump }) => jump(view, from, to));
  });
}

/** The same for a place of which only the pointer is known. */
export function goToPointer(pointer: string): void {
  const span = spanAt(parsed.value, pathOf(pointer, value.value));
  if (span !== undefined) goTo({ pointer, start: { offset: span.start }, end: { offset: span.end } });
}

function apply(fix: Fix): void {
  if (reported.value !== text.value) return; // its offsets are of another text
  const view = editorView();
  if (view !== undefined) applyFix(view, fix);
  else change(fix.edits);
}

/** Applies every safe fix, as one step of the history. */
export async function fixAll(): Promise<void> {
  const body = text.value;
  const answer = await engine.ask("fix", { body, kind: kindChoice.value });
  if (text.value !== body) return;
  if (answer.applied === 0) return say("No safe fix applies; the others are offered one by one.");
  replace(answer.body);
  say(`${answer.applied} fix${answer.applied === 1 ? "" : "es"} applied. Undo takes them back.`);
}

/** The fixes of a finding, each a button; a guess says that it is one. */
export function FixButtons({ of }: { of: Diagnostic }) {
  return (
    <>
      {(of.fixes ?? []).map((fix) => (
        <button key={fix.title} type="button" class="fix-button" onClick={() => apply(fix)}>{fix.title}{fix.safe ? "" : " (a guess)"}</button>
      ))}
    </>
  );
}

function Row({ d }: { d: Diagnostic }) {
  return (
    <li class={`problem problem-${d.severity}`}>
      <button type="button" class="problem-go" onClick={() => goTo(d)}>
        <SeverityMark of={d.severity} />
        <span class="problem-text">
          <span class="visually-hidden">{d.severity}: </span>
          <span class="problem-message">{d.message}</span>
          {d.hint !== undefined && d.hint !== "" && <span class="problem-hint">{d.hint}</span>}
        </span>
      </button>
      <div class="problem-foot">
        <span class="problem-place mono">{d.pointer} {d.start.line}:{d.start.column}</span>
        <button type="button" class="text-button mono" onClick={() => showRule(d.rule)}>{d.rule}</button>
        {(d.api_code ?? 0) > 0 && <span class="quiet">{d.code_stated === true ? "the API answers" : "the API probably answers"} {d.api_code}</span>}
        <FixButtons of={d} />
      </div>
    </li>
  );
}

export function Problems() {
  const list = [...report.value.diagnostics].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const fixable = list.some((d) => d.fixes?.some((f) => f.safe));
  const some = list.length > 0;
  const fresh = reported.value !== undefined;
  return (
    <div class="problems">
      <div class="panel-bar">
        {some && <span class="panel-summary">{summary.value}</span>}
        <label class="check panel-check"><input type="checkbox" checked={advice.value} onChange={(e) => (advice.value = e.currentTarget.checked)} /><span>Advice too</span></label>
        {fixable && <button type="button" class="button button-small" onClick={() => void fixAll()}>Fix all that is safe</button>}
      </div>
      {!some && (
        <div class="panel-empty">
          <p class="panel-empty-title">{text.value.trim() === "" ? "Nothing to check yet." : fresh ? <><Icon name="check" size={18} /> No problems.</>
            : engine.state.value.status === "failed" ? "Not checked: there is no engine." : "Checking as soon as the engine is here."}</p>
          <p class="quiet">{rules.value.length > 0 && `${rules.value.length} rules look at every change, here in the page: no body leaves it.`}</p>
        </div>
      )}
      <ul class="problem-list">
        {list.map((d, i) => <Row key={`${d.rule} ${d.pointer} ${i}`} d={d} />)}
      </ul>
      {report.value.truncated > 0 && <p class="quiet">{report.value.truncated} more are not shown.</p>}
    </div>
  );
}
