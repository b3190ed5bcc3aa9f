import { useState } from "preact/hooks";
import { snapped } from "../preview/text";
import type { Part } from "../state/body";
import { set, value } from "../state/document";
import { registry } from "../state/engine";
import type { Json } from "../state/json";
import { selected } from "../state/ui";
import { findAt } from "../state/find";
import { Faults } from "./faults";
import { faultsAt } from "../state/faults";
import { Field } from "./fields";

/** A number of the range as it is typed; other text is kept until it is a number. */
const typed = (v: Json | undefined): string => (v === undefined ? "" : typeof v === "number" ? String(v) : JSON.stringify(v));
const isWhole = (text: string): boolean => /^\d{1,9}$/.test(text);

/** Whom a text mentions, and which words of it are the name. */
export function Mention({ part }: { part: Part }) {
  const members = registry.value.objects.Part?.members ?? [];
  const mention = members.find((m) => m.name === "mention");
  const range = members.find((m) => m.name === "mention_range");
  const at = [...part.path, "mention_range"];
  const current = findAt(value.value, at);
  const used = part.mention !== "" || current !== undefined;
  const [open, setOpen] = useState(used);
  if (mention === undefined || range === undefined) return null;
  return (
    <details class="mention" open={open || used} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Mention <span class="quiet">{used ? part.mention : "a participant of a group"}</span></summary>
      <div class="mention-body">
        <Field member={mention} path={[...part.path, "mention"]} current={findAt(value.value, [...part.path, "mention"])} />
        <Range part={part} current={current} doc={range.doc} />
      </div>
    </details>
  );
}

function Range({ part, current, doc }: { part: Part; current: Json | undefined; doc: string }) {
  // Two fields for one array: it is written once both hold a number, and left out once both are empty.
  const [draft, setDraft] = useState<[string, string]>();
  const at = [...part.path, "mention_range"];
  const list = Array.isArray(current) ? current : [];
  const shown = draft ?? [typed(list[0]), typed(list[1])];
  const faults = faultsAt(at, true);
  const put = (index: 0 | 1, text: string): void => {
    const next: [string, string] = index === 0 ? [text, shown[1]] : [shown[0], text];
    const whole = next.every(isWhole);
    if (whole) set(at, next.map(Number));
    else if (next.every((t) => t === "")) set(at, undefined);
    setDraft(whole ? undefined : next);
  };
  const span = selected.value?.part === part.index && selected.value.start < selected.value.end ? snapped(part.value, selected.value) : undefined;
  const name = part.mentionRange === undefined ? undefined : part.value.slice(...part.mentionRange);
  const id = `mention-range-${part.index}`;
  return (
    <fieldset class="field" aria-describedby={`${id}-doc`}>
      <legend class="field-label"><span class="mono">mention_range</span><span class="field-limits">UTF-16 code units</span></legend>
      <div class="range-row" onFocusOut={(e) => { if (!(e.relatedTarget instanceof Node) || !e.currentTarget.contains(e.relatedTarget)) setDraft(undefined); }}>
        {(["from", "to"] as const).map((side, i) => (
          <label key={side} class="range-side"><span class="quiet">{side}</span>
            <input class="mono" inputMode="numeric" aria-label={`mention_range of part ${part.index + 1}, ${side}`} aria-invalid={faults.length > 0}
              value={shown[i]} onInput={(e) => put(i === 0 ? 0 : 1, e.currentTarget.value.trim())} /></label>
        ))}
        <button type="button" class="button button-small" disabled={span === undefined} title="Select the name in the text or in the message first"
          onClick={() => { if (span !== undefined) { setDraft(undefined); set(at, [span.start, span.end]); } }}>Use the selection</button>
        {current !== undefined && <button type="button" class="button button-small" onClick={() => { setDraft(undefined); set(at, undefined); }}>Whole text</button>}
      </div>
      {name !== undefined && name !== "" && <p class="range-name">highlights <mark>{name}</mark></p>}
      <Faults list={faults} />
      <p class="field-doc" id={`${id}-doc`}>{doc.replaceAll("`", "")}</p>
    </fieldset>
  );
}
