import { useState } from "preact/hooks";
import { snapped } from "../preview/text";
import type { Part } from "../state/body";
import { set } from "../state/document";
import { faultsAt } from "../state/faults";
import type { Json } from "../state/json";
import type { Path } from "../state/schema";
import { selected } from "../state/ui";
import { Faults } from "./faults";

/** A number of the range as it is typed; other text is kept until it is a number. */
const typed = (v: Json | undefined): string => (v === undefined ? "" : typeof v === "number" ? String(v) : JSON.stringify(v));
const isWhole = (text: string): boolean => /^\d{1,9}$/.test(text);

interface Props {
  part: Part;
  /** Where the array is. */
  path: Path;
  current: Json | undefined;
  doc: string;
  /** The name of the member and whose it is, for the fields' labels. */
  name: string;
  of: string;
  /** What the covered words are: "highlights", "covers". */
  does: string;
  /** Whether the range may be left out, which means the whole text. */
  optional?: boolean;
}

/** A range of a part's text: two numbers, or what is selected. */
export function RangeField({ part, path: at, current, doc, name, of, does, optional = false }: Props) {
  // Two fields for one array: it is written once both hold a number, and left out once both are empty.
  const [draft, setDraft] = useState<[string, string]>();
  const list = Array.isArray(current) ? current : [];
  const shown = draft ?? [typed(list[0]), typed(list[1])];
  const faults = faultsAt(at, true);
  const put = (index: 0 | 1, text: string): void => {
    const next: [string, string] = index === 0 ? [text, shown[1]] : [shown[0], text];
    const whole = next.every(isWhole);
    if (whole) set(at, next.map(Number));
    else if (optional && next.every((t) => t === "")) set(at, undefined);
    setDraft(whole ? undefined : next);
  };
  const span = selected.value?.part === part.index && selected.value.start < selected.value.end ? snapped(part.value, selected.value) : undefined;
  const words = typeof list[0] === "number" && typeof list[1] === "number" ? part.value.slice(list[0], list[1]) : "";
  const id = `range-${at.join("-")}`;
  return (
    <fieldset class="field" aria-describedby={`${id}-doc`}>
      <legend class="field-label"><span class="mono">{name}</span><span class="field-limits">UTF-16 code units</span></legend>
      <div class="range-row" onFocusOut={(e) => { if (!(e.relatedTarget instanceof Node) || !e.currentTarget.contains(e.relatedTarget)) setDraft(undefined); }}>
        {(["from", "to"] as const).map((side, i) => (
          <label key={side} class="range-side"><span class="quiet">{side}</span>
            <input class="mono" inputMode="numeric" aria-label={`${name} of ${of}, ${side}`} aria-invalid={faults.some((d) => d.severity === "error")}
              value={shown[i]} onInput={(e) => put(i === 0 ? 0 : 1, e.currentTarget.value.trim())} /></label>
        ))}
        <button type="button" class="button button-small" disabled={span === undefined} title="Select the words in the text or in the message first"
          onClick={() => { if (span !== undefined) { setDraft(undefined); set(at, [span.start, span.end]); } }}>Use the selection</button>
        {optional && current !== undefined && <button type="button" class="button button-small" onClick={() => { setDraft(undefined); set(at, undefined); }}>Whole text</button>}
      </div>
      {words !== "" && <p class="range-name">{does} <mark>{words}</mark></p>}
      <Faults list={faults} />
      <p class="field-doc" id={`${id}-doc`}>{doc.replaceAll("`", "")}</p>
    </fieldset>
  );
}
