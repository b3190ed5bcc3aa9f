import { batch } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Part } from "../state/body";
import { clear, toggle, type Mark, type Span } from "../state/decorate";
import { parts, set, value } from "../state/document";
import { registry } from "../state/engine";
import { isObject, type Json } from "../state/json";
import { openForm } from "../wiring/navigate";
import type { Path } from "../state/schema";
import { aroundStickers, lastSource, putSticker, removeStickers } from "../state/stickers";
import { say, selected } from "../state/ui";
import { markEmpty } from "../state/untouched";
import { findAt } from "../state/find";
import { snapped } from "./text";

/** Writes a member, or says that a message which is drawn of an earlier text cannot be changed. */
function put(path: Path, next: Json | undefined): boolean {
  const written = set(path, next);
  if (!written) say("The JSON does not parse, so the message cannot be changed. Fix the JSON first.", "bad");
  return written;
}

/** The text part with the selection, and the selection as whole clusters; undefined if nothing is selected. */
function chosen(): { part: Part; whole: Span } | undefined {
  const span = selected.value;
  const part = parts.value?.find((p) => p.index === span?.part);
  if (span === undefined || part === undefined || part.type !== "text") return undefined;
  const whole = snapped(part.value, span);
  return whole.start < whole.end ? { part, whole } : undefined;
}

/** Decorates what is selected, but for the stickers in it, or removes the decoration. */
export function decorate(mark: Mark): void {
  const found = chosen();
  if (found === undefined) return;
  const { part, whole } = found;
  const spans = aroundStickers(whole, part.stickers);
  if (spans.length === 0) return say("A sticker is in place of these words, so they take no decoration.");
  const path = [...part.path, "text_decorations"];
  const list = findAt(value.value, path);
  const next = spans.reduce((all, span) => toggle(all, span, mark), Array.isArray(list) ? list : []);
  put(path, next.length === 0 ? undefined : next);
  selected.value = { part: part.index, ...whole };
}

/** Removes every decoration and sticker of what is selected. */
function clearSelected(): void {
  const found = chosen();
  const old = found && findAt(value.value, found.part.path);
  if (found === undefined || !isObject(old)) return;
  const { part, whole } = found;
  const { text_decorations: list, ...rest } = removeStickers(old, whole);
  const left = Array.isArray(list) ? clear(list, whole) : list;
  put(part.path, left === undefined || (Array.isArray(left) && left.length === 0) ? rest : { ...rest, text_decorations: left });
  selected.value = { part: part.index, ...whole };
}

/** Puts a sticker in place of what is selected in a part, or of its last cluster, and shows the field of its source if it has none yet. */
export function addSticker(part: Part, span?: Span): void {
  const old = findAt(value.value, part.path);
  if (!isObject(old)) return;
  const selection = chosen();
  const end = part.value.length;
  const on = span ?? (selection?.part.index === part.index ? selection.whole : snapped(part.value, { start: Math.max(0, end - 1), end }));
  const parts = findAt(value.value, part.path.slice(0, -1));
  const source = lastSource(Array.isArray(parts) ? parts : []);
  const next = putSticker(old, on, source);
  if (!put(part.path, next)) return;
  selected.value = { part: part.index, ...on };
  const count = Array.isArray(next.inline_stickers) ? next.inline_stickers.length : 0;
  if (source.url !== "") return;
  batch(() => {
    openForm(`[data-sticker="${part.index} ${count - 1}"] input[inputmode=url]`);
    markEmpty([...part.path, "inline_stickers", count - 1], { url: "" });
  });
}

/** Puts a sticker in place of what is selected, or removes those in it. */
function toggleSticker(): void {
  const found = chosen();
  const old = found && findAt(value.value, found.part.path);
  if (found === undefined || !isObject(old)) return;
  if (found.part.stickers.some((s) => s.start < found.whole.end && found.whole.start < s.end)) {
    put(found.part.path, removeStickers(old, found.whole));
    selected.value = { part: found.part.index, ...found.whole };
  } else addSticker(found.part, found.whole);
}

const keys: Record<string, string> = { b: "bold", i: "italic", u: "underline", s: "strikethrough" };

/** The mark of a key, as the buttons' hints name it. */
export function keyMark(key: string): Mark | undefined {
  const style = keys[key.toLowerCase()];
  return style === undefined ? undefined : { style };
}

const letters: Record<string, string> = { bold: "B", italic: "I", underline: "U", strikethrough: "S" };

/** The buttons that decorate what is selected in a text: one stop of the Tab key, the arrow keys move between them. */
export function Toolbar() {
  const [stop, setStop] = useState(0);
  const span = selected.value;
  const part = parts.value?.find((p) => p.index === span?.part && p.type === "text");
  const some = part !== undefined && span !== undefined && span.start < span.end;
  const on = (d: { style: string; animation: string; start: number; end: number }): boolean =>
    some && d.start <= span.start && d.end >= span.end;
  const active = new Set(part?.decorations.filter(on).flatMap((d) => [d.style, d.animation]));
  const withSticker = some && part.stickers.some((s) => s.start < span.end && span.start < s.end);
  const onSelected = (run: () => void): void => (some ? run() : say("Select words in the message first: with the mouse, or with Shift and the arrow keys."));
  const mark = (chosen: Mark): void => onSelected(() => decorate(chosen));
  const keep = (event: Event): void => event.preventDefault(); // the selection must stay
  const { styles, animations } = registry.value;
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = (next + buttons.length) % buttons.length;
    setStop(to);
    buttons[to]?.focus();
  };
  const tab = (i: number) => ({ tabIndex: stop === i ? 0 : -1, onFocus: () => setStop(i) });
  return (
    <div class="toolbar" role="toolbar" aria-label="Decorate the selected text" onKeyDown={move}>
      <div class="toolbar-group">
        {styles.map((style, i) => (
          <button key={style} {...tab(i)} type="button" class={`tool tool-${style}`} aria-pressed={active.has(style)} aria-disabled={!some}
            title={`${style} (${letters[style] ?? ""})`} aria-label={style} onPointerDown={keep} onMouseDown={keep} onClick={() => mark({ style })}>
            {letters[style] ?? style}
          </button>
        ))}
        <button {...tab(styles.length)} type="button" class="tool" aria-pressed={withSticker} aria-disabled={!some} onPointerDown={keep} onMouseDown={keep} onClick={() => onSelected(toggleSticker)} title="A picture in place of the words">sticker</button>
      </div>
      <div class="toolbar-group">
        {animations.map((animation, i) => (
          <button key={animation} {...tab(styles.length + 1 + i)} type="button" class="tool tool-animation" aria-pressed={active.has(animation)} aria-disabled={!some}
            onPointerDown={keep} onMouseDown={keep} onClick={() => mark({ animation })}>
            {animation}
          </button>
        ))}
        <button {...tab(styles.length + animations.length + 1)} type="button" class="tool tool-clear" aria-disabled={!some} onPointerDown={keep} onMouseDown={keep} onClick={() => onSelected(clearSelected)} title="Remove every decoration and sticker" aria-label="clear decorations">clear</button>
      </div>
    </div>
  );
}
