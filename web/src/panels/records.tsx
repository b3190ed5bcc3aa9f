import { openRecord } from "../state/receive";
import { records } from "../state/workspace";
import { Icon } from "../ui/icons";

/** The records of an NDJSON file with their state. */
export function Records() {
  const now = records.value;
  if (now === undefined) return null;
  const wrong = now.errors.filter((n) => n !== undefined && n > 0).length;
  return (
    <section class="records" aria-label={`Records of ${now.name}`}>
      <p class="records-head"><strong>{now.name}</strong> {now.lines.length} record{now.lines.length === 1 ? "" : "s"}, {wrong} with errors
        <button type="button" class="icon-button" aria-label="Close the records" onClick={() => (records.value = undefined)}><Icon name="close" size={14} /></button></p>
      <ol class="record-list" tabIndex={0} aria-label="Records">
        {now.lines.map((line, i) => {
          const errors = now.errors[i];
          const state = errors === undefined ? "waiting" : errors === 0 ? "fine" : `${errors} error${errors === 1 ? "" : "s"}`;
          return (
            <li key={i}><button type="button" class={`record record-${errors === undefined ? "waiting" : errors === 0 ? "fine" : "bad"}`} aria-current={now.at === i}
              aria-label={`Record ${i + 1}, ${state}`} title={`${state}: ${line.slice(0, 120)}`} onClick={() => openRecord(i)}>{i + 1}</button></li>
          );
        })}
      </ol>
    </section>
  );
}
