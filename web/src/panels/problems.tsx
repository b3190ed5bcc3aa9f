import { computed, useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Diagnostic, Severity } from "../engine/protocol";
import { accept, hintOf, newMember } from "../state/accept";
import { withCountryCode, writeCountryCode } from "../state/country-code";
import { fixName } from "../state/fix-name";
import { blank, outdated } from "../state/document";
import { engine, notes, preview, report, reported, rules, summary, untouchedFaults } from "../state/engine";
import { applyFix, fixAll, guessesOf, safeOf } from "../state/fixes";
import { visible } from "../state/visible";
import { goTo, showRule } from "../wiring/navigate";
import { dialog } from "../state/ui";
import { grouped } from "../ui/grouped";
import { Icon } from "../ui/icons";
import { memo } from "../ui/memo";
import { SeverityMark } from "../ui/severity";
import { CopyProblems } from "./copy-problems";

const order: Severity[] = ["error", "warning", "note"];

/** The most problems that are drawn. */
const MOST_DRAWN = 100;
/** So many are drawn until the reader comes near the last of them: a key may move all that are drawn. */
const FIRST_DRAWN = 12;
/** How near, in pixels. */
const NEAR = 400;

/** The problems in the order in which they are drawn. */
const sorted = computed(() => [...report.value.diagnostics].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)));

/** The fixes of a diagnostic, each a button; one that is a guess says so. A diagnostic that moved since is given by now. */
export function FixButtons({ diagnostic, now = () => diagnostic }: { diagnostic: Diagnostic; now?: () => Diagnostic }) {
  const number = withCountryCode(diagnostic);
  return (
    <>
      {diagnostic.fixes.map((fix) => (
        <button key={fix.title} type="button" class="fix-button" onClick={() => void applyFix(now(), fix)}>{fixName(fix)}</button>
      ))}
      {number !== undefined && <button type="button" class="fix-button" onClick={() => writeCountryCode(now(), number)}>use country code 1: {number}</button>}
    </>
  );
}

/** Whether a problem is drawn like another one, except for its place. */
const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  a.rule === b.rule && a.pointer === b.pointer && a.severity === b.severity && a.message === b.message && a.hint === b.hint && a.args.value === b.args.value
  && a.api_code === b.api_code && a.code_stated === b.code_stated && a.args.name === b.args.name
  && a.fixes.length === b.fixes.length && a.fixes.every((fix, i) => fix.title === b.fixes[i]?.title && fix.safe === b.fixes[i]?.safe);

/** A problem. A key moves most of them and changes none: only the text of a moved one's place is written again. */
const Row = memo(function Row({ diagnostic: d, at, of }: { diagnostic: Diagnostic; at: number; of: number }) {
  const isNew = newMember(d);
  const now = (): Diagnostic => sorted.peek().at(at - 1) ?? d;
  const place = useComputed(() => {
    void reported.value; // the same problem may have moved
    const { pointer, start } = sorted.value.at(at - 1) ?? d;
    return `${visible(pointer)} ${start.line}:${start.column}`;
  });
  return (
    <li class={`problem problem-${d.severity}`} aria-posinset={at} aria-setsize={of}>
      <button type="button" class="problem-go" onClick={() => goTo(now())}>
        <SeverityMark severity={d.severity} />
        <span class="problem-text">
          <span class="visually-hidden">{d.severity}: </span>
          <span class="problem-message">{d.message}</span>
          {d.hint !== "" && <span class="problem-hint">{hintOf(d)}</span>}
        </span>
      </button>
      <div class="problem-foot">
        <span class="problem-place mono">{place}</span>
        <button type="button" class="text-button mono" onClick={() => showRule(d.rule)}>{d.rule}</button>
        {d.api_code > 0 && <span class="quiet">{d.code_stated ? "API error" : "probably API error"} {d.api_code}</span>}
        <FixButtons diagnostic={d} now={now} />
        {isNew !== undefined && <button type="button" class="fix-button" onClick={() => accept(isNew)}>accept “{isNew}”</button>}
      </div>
    </li>
  );
}, (a, b) => isSame(a.diagnostic, b.diagnostic) && a.at === b.at && a.of === b.of);

function Empty() {
  const empty = untouchedFaults.value;
  const checked = reported.value !== undefined;
  const state = engine.state.value.status;
  return (
    <div class="panel-empty">
      <p class="panel-empty-title">{blank.value ? "Nothing to check yet." : empty > 0 ? "Nothing to report yet." : checked ? <><Icon name="check" size={18} /> No problems.</>
        : state === "failed" ? "Not checked: the engine did not start." : "Checking once the engine is loaded."}</p>
      {empty > 0 && <p>{empty === 1 ? "One empty field is checked when you leave it." : `${empty} empty fields are checked when you leave them.`}</p>}
      <p class="quiet">{rules.value.length > 0 && `${rules.value.length} rules check every change in this page. The body is not sent anywhere.`}</p>
    </div>
  );
}

/** The button behind the first problems, which presses itself once it is nearly in sight. */
function Rest({ count, show }: { count: number; show(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null || !("IntersectionObserver" in window)) return;
    const observer = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) show(); }, { root: button.current.closest(".panel"), rootMargin: `${NEAR}px` });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  return <p class="panel-note"><button ref={button} type="button" class="text-button" onClick={show}>Show {count} more</button></p>;
}

/** A key for each problem, which it keeps when one is added before it: its rule, its place, and which of those it is. */
function keysOf(list: Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return list.map(({ rule, pointer }) => {
    const name = `${rule} ${pointer}`;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return `${name} ${nth}`;
  });
}

/** The problems, the first of them until the reader comes near the others. */
function List({ list }: { list: Diagnostic[] }) {
  const [most, draw] = useState(FIRST_DRAWN);
  const drawn = Math.min(list.length, MOST_DRAWN);
  const shown = list.slice(0, Math.min(most, drawn));
  const keys = keysOf(shown);
  return (
    <>
      <ul class="problem-list">
        {shown.map((d, i) => <Row key={keys[i]} diagnostic={d} at={i + 1} of={drawn} />)}
      </ul>
      {most < drawn && <Rest count={drawn - most} show={() => draw(MOST_DRAWN)} />}
    </>
  );
}

export function Problems() {
  const list = sorted.value;
  const safe = safeOf(list);
  const guesses = guessesOf(list);
  const hidden = Math.max(0, list.length - MOST_DRAWN) + report.value.truncated;
  return (
    <div class="problems">
      <div class="panel-bar">
        {list.length > 0 && <span class="panel-summary">{summary.value}</span>}
        {safe > 0 && <button type="button" class="button button-small button-primary" onClick={() => void fixAll()}>Fix all ({safe} safe)</button>}
        {guesses > 0 && <button type="button" class="button button-small" onClick={() => (dialog.value = "guesses")}>Review {guesses} guess{guesses === 1 ? "" : "es"}…</button>}
        <span class="panel-tools">
          <label class="check panel-check" title="Also report what is allowed but rarely intended"><input type="checkbox" checked={notes.value} onChange={(e) => (notes.value = e.currentTarget.checked)} /><span>Show advice</span></label>
          {list.length > 0 && <CopyProblems />}
        </span>
      </div>
      {outdated.value && preview.value.type !== "nothing" && <p class="panel-note quiet">The JSON does not parse, so the message is the last one that did.</p>}
      {list.length === 0 && <Empty />}
      <List list={list} />
      {hidden > 0 && <p class="panel-note quiet">{grouped(hidden)} more are not shown.</p>}
    </div>
  );
}
