import { useState } from "preact/hooks";
import type { Part } from "../state/body";
import { value } from "../state/document";
import { registry } from "../state/engine";
import { findAt } from "../state/find";
import { Field } from "./fields";
import { RangeField } from "./range";

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
        <RangeField part={part} path={at} current={current} doc={range.doc} name="mention_range" of={`part ${part.index + 1}`} does="highlights" optional />
      </div>
    </details>
  );
}
