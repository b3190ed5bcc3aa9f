import { useRef, useState } from "preact/hooks";
import { isObject, type Json, type Part } from "../state/body";
import { findAt } from "../state/find";
import { batch } from "@preact/signals";
import { content, insert, registry, selected, set, value } from "../state/workspace";
import type { Path } from "../state/schema";
import { Icon } from "../ui/icons";
import { SeverityMark } from "../ui/severity";
import { Faults } from "./faults";
import { faultsAt, worst } from "../state/faults";
import { gist, PartFields } from "./part";

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

/** More parts than these are folded, but for the one that is worked on. */
const MOST_UNFOLDED = 6;

interface Head {
  i: number;
  of: number;
  type: string;
  part: Part | undefined;
  path: Path;
  open: boolean;
  /** Whether parts are folded, so that this one can be opened and closed. */
  fold: boolean;
  move(from: number, to: number): void;
  drag(on: boolean): void;
}

/** The line of a part by which it is moved, changed, opened and removed. */
function PartHead({ i, of, type, part, path, open, fold, move, drag }: Head) {
  const known = registry.value.part_types;
  return (
    <div class="part-head">
      <span role="button" tabIndex={0} class="icon-button grip" data-grip draggable={true} aria-label={`Part ${i + 1} of ${of}, ${type || "no type"}. Arrow keys move it.`}
        onDragStart={(e) => { drag(true); e.dataTransfer?.setData("text/plain", String(i)); }} onDragEnd={() => drag(false)}
        onKeyDown={(e) => {
          if (e.key !== "ArrowUp" && e.key !== "ArrowDown") return;
          e.preventDefault();
          move(i, i + (e.key === "ArrowUp" ? -1 : 1));
        }}><Icon name="grip" /></span>
      {open && (
        <select aria-label={`Type of part ${i + 1}`} value={type} onChange={(e) => set(path, blanks[e.currentTarget.value] ?? { type: e.currentTarget.value })}>
          {!known.includes(type) && <option value={type}>{type || "no type"}</option>}
          {known.map((t) => <option key={t} value={t}>{t}</option>)}
        </select>
      )}
      {fold && <Fold i={i} type={type} part={part} path={path} open={open} />}
      <span class="part-buttons">
        <button type="button" class="icon-button" aria-label={`Move part ${i + 1} up`} disabled={i === 0} onClick={() => move(i, i - 1)}><Icon name="up" size={14} /></button>
        <button type="button" class="icon-button" aria-label={`Move part ${i + 1} down`} disabled={i === of - 1} onClick={() => move(i, i + 1)}><Icon name="down" size={14} /></button>
        <button type="button" class="icon-button" aria-label={`Remove part ${i + 1}`} onClick={() => set(path, undefined)}><Icon name="close" size={14} /></button>
      </span>
    </div>
  );
}

/** Opens and closes a part among many; closed it says what is in it, and whether that is wrong. */
function Fold({ i, type, part, path, open }: Pick<Head, "i" | "type" | "part" | "path" | "open">) {
  const wrong = open ? undefined : worst(faultsAt(path, true));
  return (
    <button type="button" class="part-fold" aria-expanded={open} aria-label={`Part ${i + 1}, ${type || "no type"}${wrong === undefined ? "" : `, ${wrong}`}`}
      onClick={() => (selected.value = open ? undefined : { part: i, start: 0, end: 0 })}>
      <span class="part-number">{i + 1}</span>
      {!open && part !== undefined && <span class="part-gist">{gist(part).slice(0, 80)}</span>}
      {wrong !== undefined && <SeverityMark of={wrong} />}
    </button>
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
  const fold = parts.length > MOST_UNFOLDED;

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= parts.length || from === to) return;
    batch(() => {
      set(path, moved(parts, from, to));
      selected.value = fold && selected.value?.part === from ? { part: to, start: 0, end: 0 } : undefined;
    });
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-grip]")[to]?.focus());
  };
  const add = (type: string): void => {
    const blank = blanks[type] ?? { type };
    if (Array.isArray(now)) insert([...path, parts.length], blank);
    else set(path, [blank]);
    if (fold) selected.value = { part: parts.length, start: 0, end: 0 };
  };
  return (
    <fieldset class="field parts">
      <legend class="field-label"><span class="mono">parts</span><span class="field-required">required</span><span class="field-limits">{parts.length} / {known.limits.parts}</span></legend>
      <Faults of={faultsAt(path)} />
      <ol ref={list} class="part-list">
        {parts.map((part, i) => {
          const type = isObject(part) && typeof part.type === "string" ? part.type : "";
          const view = it.parts[i];
          const open = !fold || selected.value?.part === i;
          return (
            <li key={i} class={`part-card ${dragged === i ? "part-dragged" : ""} ${over === i && dragged !== i ? "part-over" : ""}`}
              onDragOver={(e) => { if (dragged !== undefined) { e.preventDefault(); setOver(i); } }}
              onDrop={(e) => { e.preventDefault(); if (dragged !== undefined) move(dragged, i); setDragged(undefined); setOver(undefined); }}>
              <PartHead i={i} of={parts.length} type={type} part={view} path={[...path, i]} open={open} fold={fold} move={move}
                drag={(on) => { setDragged(on ? i : undefined); setOver(undefined); }} />
              {open && view !== undefined && <PartFields part={view} path={[...path, i]} />}
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
