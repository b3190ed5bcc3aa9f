import { useState } from "preact/hooks";
import { clear, toggle, type Mark } from "../state/decorate";
import { content, set, value } from "../state/document";
import { registry } from "../state/engine";
import { say, selected } from "../state/ui";
import { findAt } from "../state/find";
import { snapped } from "./text";

/** Decorates what is selected, or removes the decoration; "clear" removes all. */
export function decorate(mark: Mark | "clear"): void {
  const span = selected.value;
  const part = content.value?.parts.find((p) => p.index === span?.part);
  if (span === undefined || part === undefined || part.type !== "text") return;
  const whole = snapped(part.value, span);
  if (whole.start >= whole.end) return;
  const path = [...part.path, "text_decorations"];
  const found = findAt(value.value, path);
  const list = Array.isArray(found) ? found : [];
  const next = mark === "clear" ? clear(list, whole) : toggle(list, whole, mark);
  set(path, next.length === 0 ? undefined : next);
  selected.value = { part: part.index, ...whole };
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
  const part = content.value?.parts.find((p) => p.index === span?.part && p.type === "text");
  const some = part !== undefined && span !== undefined && span.start < span.end;
  const on = (d: { style: string; animation: string; start: number; end: number }): boolean =>
    some && d.start <= span.start && d.end >= span.end;
  const active = new Set(part?.decorations.filter(on).flatMap((d) => [d.style, d.animation]));
  const mark = (chosen: Mark | "clear"): void => (some ? decorate(chosen) : say("Select words in the message first: with the mouse, or with Shift and the arrow keys."));
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
      </div>
      <div class="toolbar-group">
        {animations.map((animation, i) => (
          <button key={animation} {...tab(styles.length + i)} type="button" class="tool tool-animation" aria-pressed={active.has(animation)} aria-disabled={!some}
            onPointerDown={keep} onMouseDown={keep} onClick={() => mark({ animation })}>
            {animation}
          </button>
        ))}
        <button {...tab(styles.length + animations.length)} type="button" class="tool tool-clear" aria-disabled={!some} onPointerDown={keep} onMouseDown={keep} onClick={() => mark("clear")} title="Remove every decoration" aria-label="clear decorations">clear</button>
      </div>
    </div>
  );
}
