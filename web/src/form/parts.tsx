import { useRef, useState } from "preact/hooks";
import { isObject, type Json } from "../state/body";
import { follow } from "../state/decorate";
import { findAt } from "../state/find";
import { batch } from "@preact/signals";
import { content, insert, registry, selected, set, value } from "../state/workspace";
import { membersOf, type Path } from "../state/schema";
import { Icon } from "../ui/icons";
import { Toolbar } from "../preview/toolbar";
import { Fields } from "./fields";

const blanks: Record<string, Json> = {
  text: { type: "text", value: "" },
  media: { type: "media", url: "https://" },
  link: { type: "link", value: "https://" },
  imessage_app: { type: "imessage_app", app: { bundle_id: "", name: "", team_id: "" }, layout: { caption: "" } },
  app_clip: { type: "app_clip", value: "https://" },
};

/** Puts the element at one index at another. */
export function moved(list: Json[], from: number, to: number): Json[] {
  const next = [...list];
  const [it] = next.splice(from, 1);
  if (it === undefined) return list;
  next.splice(Math.max(0, Math.min(to, next.length)), 0, it);
  return next;
}

/** The text of a part, with the ranges kept on their words while it changes. */
function TextField({ path, index, now }: { path: Path; index: number; now: string }) {
  const put = (next: string): void => {
    const part = findAt(value.value, path);
    if (!isObject(part)) return;
    const list = part.text_decorations;
    if (!Array.isArray(list)) return set([...path, "value"], next);
    set(path, { ...part, value: next, text_decorations: follow(list, now, next) });
  };
  const choose = (e: { currentTarget: HTMLTextAreaElement }): void => {
    selected.value = { part: index, start: e.currentTarget.selectionStart, end: e.currentTarget.selectionEnd };
  };
  return (
    <div class="field">
      <textarea class="text-field" rows={Math.min(8, Math.max(2, Math.ceil(now.length / 48)))} aria-label={`Text of part ${index + 1}`} value={now}
        onInput={(e) => put(e.currentTarget.value)} onSelect={choose} onFocus={choose} />
      {selected.value?.part === index && <Toolbar />}
    </div>
  );
}

/** The parts: added, changed, removed, put in order by the mouse or by buttons. */
export function Parts() {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const it = content.value;
  const known = registry.value;
  if (it === undefined) return null;
  const path: Path = [...it.path, "parts"];
  const now = findAt(value.value, path);
  const parts = Array.isArray(now) ? now : [];
  const partObject = known.objects.Part?.members ?? [];

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= parts.length || from === to) return;
    batch(() => {
      set(path, moved(parts, from, to));
      selected.value = undefined;
    });
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-grip]")[to]?.focus());
  };
  const add = (type: string): void => {
    const blank = blanks[type] ?? { type };
    if (Array.isArray(now)) insert([...path, parts.length], blank);
    else set(path, [blank]);
  };
  return (
    <fieldset class="field parts">
      <legend class="field-label"><span class="mono">parts</span><span class="field-required">required</span></legend>
      <ol ref={list} class="part-list">
        {parts.map((part, i) => {
          const type = isObject(part) && typeof part.type === "string" ? part.type : "";
          const view = it.parts[i];
          return (
            <li key={i} class={`part-card ${dragged === i ? "part-dragged" : ""} ${over === i && dragged !== i ? "part-over" : ""}`}
              onDragOver={(e) => { if (dragged !== undefined) { e.preventDefault(); setOver(i); } }}
              onDrop={(e) => { e.preventDefault(); if (dragged !== undefined) move(dragged, i); setDragged(undefined); setOver(undefined); }}>
              <div class="part-head">
                <span role="button" tabIndex={0} class="icon-button grip" data-grip draggable={true} aria-label={`Part ${i + 1} of ${parts.length}, ${type || "no type"}. Arrow keys move it.`}
                  onDragStart={(e) => { setDragged(i); e.dataTransfer?.setData("text/plain", String(i)); }} onDragEnd={() => { setDragged(undefined); setOver(undefined); }}
                  onKeyDown={(e) => {
                    if (e.key !== "ArrowUp" && e.key !== "ArrowDown") return;
                    e.preventDefault();
                    move(i, i + (e.key === "ArrowUp" ? -1 : 1));
                  }}><Icon name="grip" /></span>
                <select aria-label={`Type of part ${i + 1}`} value={type} onChange={(e) => set([...path, i], blanks[e.currentTarget.value] ?? { type: e.currentTarget.value })}>
                  {!known.part_types.includes(type) && <option value={type}>{type || "no type"}</option>}
                  {known.part_types.map((t) => <option key={t} value={t}>{t}</option>)}
                </select>
                <span class="part-buttons">
                  <button type="button" class="icon-button" aria-label={`Move part ${i + 1} up`} disabled={i === 0} onClick={() => move(i, i - 1)}><Icon name="up" size={14} /></button>
                  <button type="button" class="icon-button" aria-label={`Move part ${i + 1} down`} disabled={i === parts.length - 1} onClick={() => move(i, i + 1)}><Icon name="down" size={14} /></button>
                  <button type="button" class="icon-button" aria-label={`Remove part ${i + 1}`} onClick={() => set([...path, i], undefined)}><Icon name="close" size={14} /></button>
                </span>
              </div>
              {type === "text" && view !== undefined && <TextField path={[...path, i]} index={i} now={view.value} />}
              <Fields object="Part" path={[...path, i]} skip={["type", "text_decorations", "mention_range", ...(type === "text" ? ["value"] : [])]}
                members={membersOf(known, "Part", type).length > 0 ? membersOf(known, "Part", type) : partObject} />
            </li>
          );
        })}
      </ol>
      <div class="part-add" role="group" aria-label="Add a part">
        {known.part_types.map((type) => (
          <button key={type} type="button" class="button button-small" onClick={() => add(type)}><Icon name="add" size={14} /> {type}</button>
        ))}
      </div>
    </fieldset>
  );
}
