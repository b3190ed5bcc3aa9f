import { useRef } from "preact/hooks";
import { file, recordAt } from "../state/document";
import { saveFile } from "../wiring/files";
import { badFrom, byRule, closeRecords, isBad, onlyBad, openRecord, states, type RecordState } from "../state/records";
import { Icon } from "../ui/icons";

/** As many records are listed at once, around the shown one. */
const MOST_LISTED = 400;

function stateText(state: RecordState | undefined): string {
  if (state === undefined) return "not checked yet";
  if (!isBad(state)) return "no problems";
  const words = [[state.errors, "error"], [state.warnings, "warning"]] as const;
  return words.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}${n === 1 ? "" : "s"}`).join(", ");
}

const looks = (state: RecordState | undefined): string => (state === undefined ? "waiting" : state.errors > 0 ? "bad" : state.warnings > 0 ? "warned" : "fine");

/** The records as chips: one stop of the Tab key, the arrow keys move between them. */
function Chips({ shown }: { shown: number[] }) {
  const list = useRef<HTMLOListElement>(null);
  const at = recordAt.value;
  const stop = shown.includes(at) ? at : shown[0];
  const move = (event: KeyboardEvent): void => {
    const focused = Number((document.activeElement as HTMLElement).dataset.record);
    const index = shown.indexOf(focused);
    const next = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next === undefined || index < 0) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>("button")[Math.max(0, Math.min(next, shown.length - 1))]?.focus();
  };
  return (
    <ol ref={list} class="record-list" aria-label="Records" onKeyDown={move}>
      {shown.map((i) => {
        const state = states.value[i];
        return (
          <li key={i}><button type="button" data-record={i} tabIndex={i === stop ? 0 : -1} class={`record record-${looks(state)}`} aria-current={at === i}
            aria-label={`Record ${i + 1}, ${stateText(state)}`} title={stateText(state)} onClick={() => openRecord(i)}>{i + 1}</button></li>
        );
      })}
    </ol>
  );
}

function Step({ label, icon, to }: { label: string; icon: "left" | "right"; to: number | undefined }) {
  return <button type="button" class="icon-button" aria-label={label} title={label} aria-disabled={to === undefined} onClick={() => to !== undefined && openRecord(to)}><Icon name={icon} size={14} /></button>;
}

/** The records of an NDJSON file: their problems, and ways through them. */
export function Records() {
  const records = file.value;
  if (records === undefined) return null;
  const at = recordAt.value;
  const bad = states.value.filter(isBad).length;
  const all = records.lines.map((_, i) => i).filter((i) => !onlyBad.value || isBad(states.value[i]) || i === at);
  const from = Math.max(0, Math.min(all.indexOf(at) - MOST_LISTED / 2, all.length - MOST_LISTED));
  const shown = all.slice(from, from + MOST_LISTED);
  return (
    <section class="records" aria-label={`Records of ${records.name}`}>
      <div class="records-head">
        <strong>{records.name}</strong>
        <span>record {at + 1} of {records.lines.length.toLocaleString("en")}, {bad.toLocaleString("en")} with problems</span>
        <span class="records-steps">
          <Step label="Previous record with problems" icon="left" to={badFrom(at, -1)} />
          <Step label="Next record with problems" icon="right" to={badFrom(at, 1)} />
        </span>
        <label class="check"><input type="checkbox" checked={onlyBad.value} onChange={(e) => (onlyBad.value = e.currentTarget.checked)} /> <span>Only with problems</span></label>
        <span class="records-end">
          <button type="button" class="button button-small" onClick={() => void saveFile()}>Save as NDJSON</button>
          <button type="button" class="icon-button" aria-label="Close the records" onClick={closeRecords}><Icon name="close" size={14} /></button>
        </span>
      </div>
      <Chips shown={shown} />
      {all.length > shown.length && <p class="quiet records-more">{(all.length - shown.length).toLocaleString("en")} more records are not listed.</p>}
      {byRule.value.length > 0 && (
        <details class="records-rules">
          <summary>Problems by rule</summary>
          <ul>{byRule.value.map(([rule, n]) => <li key={rule}><span class="mono">{rule}</span> <strong>{n.toLocaleString("en")}</strong></li>)}</ul>
        </details>
      )}
    </section>
  );
}
