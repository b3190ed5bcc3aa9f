import { useState } from "preact/hooks";
import { addSticker } from "../preview/toolbar";
import type { Part } from "../state/body";
import { set, value } from "../state/document";
import { registry } from "../state/engine";
import { faultsAt, faultsOf } from "../state/faults";
import { touchAll } from "../state/untouched";
import { findAt } from "../state/find";
import { isObject, type Json } from "../state/json";
import type { Path } from "../state/schema";
import { Icon } from "../ui/icons";
import { Faults } from "./faults";
import { Field } from "./fields";
import { RangeField } from "./range";

/** The pictures in place of words of a text. */
export function Stickers({ part }: { part: Part }) {
  const path: Path = [...part.path, "inline_stickers"];
  const found = findAt(value.value, path);
  const list = Array.isArray(found) ? found : [];
  const [open, setOpen] = useState(list.length > 0);
  const member = registry.value.objects.Part?.members.find((m) => m.name === "inline_stickers");
  if (member === undefined) return null;
  return (
    <details class="mention" open={open || list.length > 0} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Stickers <span class="quiet">{list.length > 0 ? list.length : "pictures in place of words"}</span></summary>
      <div class="mention-body">
        <p class="field-doc">{member.doc.replaceAll("`", "")}</p>
        <Faults list={faultsAt(path)} />
        {list.map((sticker, i) => <OneSticker key={i} part={part} path={[...path, i]} sticker={sticker} index={i} remove={() => { touchAll(); set(list.length > 1 ? [...path, i] : path, undefined); }} />)}
        <button type="button" class="button button-small" onClick={() => addSticker(part)}><Icon name="add" size={14} /> Add sticker</button>
      </div>
    </details>
  );
}

function OneSticker({ part, path, sticker, index, remove }: { part: Part; path: Path; sticker: Json; index: number; remove(): void }) {
  const members = registry.value.objects.InlineSticker?.members ?? [];
  const of = `sticker ${index + 1} of part ${part.index + 1}`;
  const member = (name: string): Json | undefined => (isObject(sticker) ? sticker[name] : undefined);
  return (
    <fieldset class="group" data-sticker={`${part.index} ${index}`}>
      <legend>Sticker {index + 1}
        <button type="button" class="icon-button" aria-label={`Remove ${of}`} onClick={remove}><Icon name="close" size={14} /></button></legend>
      <Faults list={faultsOf(path, members.map((m) => m.name))} />
      <RangeField part={part} path={[...path, "range"]} current={member("range")} doc={members.find((m) => m.name === "range")?.doc ?? ""} name="range" of={of} does="covers" />
      {members.filter((m) => m.name !== "range").map((m) => <Field key={m.name} member={m} path={[...path, m.name]} current={member(m.name)} />)}
    </fieldset>
  );
}
