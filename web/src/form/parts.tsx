import { useRef, useState } from "preact/hooks";
import { content, insert, set, value } from "../state/document";
import { registry } from "../state/engine";
import { isObject, type Json } from "../state/json";
import { selected } from "../state/ui";
import { findAt } from "../state/find";
import { batch } from "@preact/signals";
import type { Path } from "../state/schema";
import { MOST_PARTS, type Part } from "../state/body";
import { Icon } from "../ui/icons";
import { SeverityMark } from "../ui/severity";
import { Faults } from "./faults";
import { faultsAt, worst } from "../state/faults";
import { markEmpty, touchAll } from "../state/untouched";
import { gist, PartFields } from "./part";

const blanks: Record<string, Json> = {
  text: { type: "text", value: "" },
  media: { type: "media", url: "" },
  link: { type: "link", value: "" },
  imessage_app: { type: "imessage_app", app: { bundle_id: "", name: "", team_id: "" }, layout: { caption: "" } },
  app_clip: { type: "app_clip", value: "" },
};

/** Puts the element at one index at another. */
export function moved(list: Json[], from: number, to: number): Json[] {
  const next = [...list];
  const [element] = next.splice(from, 1);
  if (element === undefined) return list;
  next.splice(Math.max(0, Math.min(to, next.length)), 0, element);
  return next;
}

/** More parts than these are folded, except the one that is edited. */
const MOST_UNFOLDED = 6;

interface Head {
  i: number;
  /** How many parts there are. */
  total: number;
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
function PartHead({ i, total, type, part, path, open, fold, move, drag }: Head) {
  const known = registry.value.part_types;
  return (
    <div class="part-head">
      <span role="button" tabIndex={0} class="icon-button grip" data-grip draggable={true} aria-label={`Part ${i + 1} of ${total}, ${type || "no type"}. Arrow keys move it.`}
        onDragStart={(e) => { drag(true); e.dataTransfer?.setData("text/plain", String(i)); }} onDragEnd={() => drag(false)}
        onKeyDown={(e) => {
          if (e.key !== "ArrowUp" && e.key !== "ArrowDown") return;
          e.preventDefault();
          move(i, i + (e.key === "ArrowUp" ? -1 : 1));
        }}><Icon name="grip" /></span>
      {open && (
        <select aria-label={`Type of part ${i + 1}`} value={type} onChange={(e) => {
          const blank = blanks[e.currentTarget.value] ?? { type: e.currentTarget.value };
          set(path, blank);
          markEmpty(path, blank);
        }}>
          {!known.includes(type) && <option value={type}>{type || "no type"}</option>}
          {known.map((t) => <option key={t} value={t}>{t}</option>)}
        </select>
      )}
      {fold && <Fold i={i} type={type} part={part} path={path} open={open} />}
      <span class="part-buttons">
        <button type="button" class="icon-button" aria-label={`Move part ${i + 1} up`} disabled={i === 0} onClick={() => move(i, i - 1)}><Icon name="up" size={14} /></button>
        <button type="button" class="icon-button" aria-label={`Move part ${i + 1} down`} disabled={i === total - 1} onClick={() => move(i, i + 1)}><Icon name="down" size={14} /></button>
        <button type="button" class="icon-button" aria-label={`Remove part ${i + 1}`} onClick={() => { touchAll(); set(path, undefined); }}><Icon name="close" size={14} /></button>
      </span>
    </div>
  );
}

/** Opens and closes a part among many; closed it shows what is in it, and whether it has problems. */
function Fold({ i, type, part, path, open }: Pick<Head, "i" | "type" | "part" | "path" | "open">) {
  const worstFault = open ? undefined : worst(faultsAt(path, true));
  return (
    <button type="button" class="part-fold" aria-expanded={open} aria-label={`Part ${i + 1}, ${type || "no type"}${worstFault === undefined ? "" : `, ${worstFault}`}`}
      onClick={() => (selected.value = open ? undefined : { part: i, start: 0, end: 0 })}>
      <span class="part-number">{i + 1}</span>
      {!open && part !== undefined && <span class="part-gist">{gist(part).slice(0, 80)}</span>}
      {worstFault !== undefined && <SeverityMark severity={worstFault} />}
    </button>
  );
}

/** The parts: added, changed, removed, ordered by the mouse, buttons or keys. */
export function Parts() {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const body = content.value;
  const known = registry.value;
  if (body === undefined) return null;
  const path: Path = [...body.path, "parts"];
  const found = findAt(value.value, path);
  const parts = Array.isArray(found) ? found : [];
  const fold = parts.length > MOST_UNFOLDED;

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= parts.length || from === to) return;
    batch(() => {
      touchAll();
      set(path, moved(parts, from, to));
      selected.value = fold && selected.value?.part === from ? { part: to, start: 0, end: 0 } : undefined;
    });
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("[data-grip]")[to]?.focus());
  };
  const add = (type: string): void => {
    const blank = blanks[type] ?? { type };
    if (Array.isArray(found)) insert([...path, parts.length], blank);
    else set(path, [blank]);
    markEmpty([...path, parts.length], blank);
    if (fold || parts.length + 1 > MOST_UNFOLDED) selected.value = { part: parts.length, start: 0, end: 0 };
    const focus = (): void => list.current?.lastElementChild?.querySelector<HTMLElement>("textarea, input")?.focus();
    requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  return (
    <fieldset class="field parts">
      <legend class="field-label"><span class="mono">parts</span><span class="field-required">required</span><span class="field-limits">{parts.length} / {known.limits.parts}</span></legend>
      <Faults list={faultsAt(path)} />
      <ol ref={list} class="part-list">
        {parts.slice(0, MOST_PARTS).map((part, i) => {
          const type = isObject(part) && typeof part.type === "string" ? part.type : "";
          const view = body.parts[i];
          const open = !fold || selected.value?.part === i;
          return (
            <li key={i} class={`part-card ${dragged === i ? "part-dragged" : ""} ${over === i && dragged !== i ? "part-over" : ""}`}
              onDragOver={(e) => { if (dragged !== undefined) { e.preventDefault(); setOver(i); } }}
              onDrop={(e) => { e.preventDefault(); if (dragged !== undefined) move(dragged, i); setDragged(undefined); setOver(undefined); }}>
              <PartHead i={i} total={parts.length} type={type} part={view} path={[...path, i]} open={open} fold={fold} move={move}
                drag={(on) => { setDragged(on ? i : undefined); setOver(undefined); }} />
              {open && view !== undefined && <PartFields part={view} path={[...path, i]} />}
            </li>
          );
        })}
      </ol>
      {parts.length > MOST_PARTS && <p class="quiet">{(parts.length - MOST_PARTS).toLocaleString("en")} more parts are not shown: a message has at most {MOST_PARTS}.</p>}
      <div class="part-add" role="group" aria-label="Add a part">
        {known.part_types.map((type) => (
          <button key={type} type="button" class="button button-small" onClick={() => add(type)}><Icon name="add" size={14} /> {type}</button>
        ))}
      </div>
    </fieldset>
  );
}
