import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Decoration, Part, Sticker } from "../state/body";
import { clusters } from "../state/clusters";
import { snap } from "../state/decorate";
import { measureOf, MOST_DRAWN } from "../state/engine";
import { replays, selected } from "../state/ui";
import { fill, samples, sampledPart, toShown, toWritten } from "../state/variables";
import { Icon } from "../ui/icons";
import { Pieces } from "./pieces";
import { segments, words } from "./segments";
import { followSelection, select } from "./selection";

/** So long a run is animated as one: thousands of moving letters help nobody. */
const MOST_LETTERS = 240;

/** A longer text is drawn in pieces, in UTF-16 code units. */
const MOST_WHOLE = 1000;

/** A text with its styles and animations. Its text content is the value, exactly. */
export function StyledText({ value, decorations, stickers = [], mention }: { value: string; decorations: Decoration[]; stickers?: Sticker[]; mention?: [number, number] | undefined }) {
  const marks = [...decorations, ...stickers.map((s) => ({ index: -1, start: s.start, end: s.end, style: "sticker", animation: "" }))];
  if (mention !== undefined) marks.push({ index: -1, start: mention[0], end: mention[1], style: "mention", animation: "" });
  return (
    <>
      {segments(value, marks).map((s) => (
        <span key={`${s.start} ${s.animation} ${replays.value}`} class={[...s.styles.map((n) => `style-${n}`), s.animation && `anim anim-${s.animation}`].filter(Boolean).join(" ") || undefined}>
          {stickers.some((sticker) => sticker.start === s.start) && s.styles.includes("sticker") && <span class="sticker-place" title={`A sticker in place of “${s.text}”`}><Icon name="image" size={15} /></span>}
          {s.animation !== "" ? <Animated text={s.text} /> : s.text.length > MOST_WHOLE ? <Pieces text={s.text} /> : s.text}
        </span>
      ))}
    </>
  );
}

function Animated({ text }: { text: string }) {
  const all = clusters(text);
  if (all.length > MOST_LETTERS) return <span class="letter letter-run" style={{ "--i": "0", "--n": "1", "--dx": "0", "--dy": "-4" }}>{text}</span>;
  return (
    <>
      {words(all).map(({ from, pieces: word }) =>
        /^\s+$/.test(word[0] ?? "") ? word[0] : (
          <span key={from} class="word">
            {word.map((letter, j) => <Letter key={j} i={from + j} n={all.length} letter={letter} />)}
          </span>
        ),
      )}
    </>
  );
}

function Letter({ i, n, letter }: { i: number; n: number; letter: string }) {
  return (
    <span class="letter" style={{ "--i": String(i), "--n": String(n), "--dx": String(((i * 37) % 11) - 5), "--dy": String(((i * 53) % 9) - 6) }}>
      {letter}
    </span>
  );
}

/**
 * A text whose selection can be decorated: by the pointer, or with the arrow
 * keys, which move by whole clusters.
 */
export function SelectableText({ part, plain, onKey }: { part: Part; plain: boolean; onKey(key: string): boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const filled = fill(part.value, samples.value);
  const current = useRef(filled);
  current.current = filled;
  const shown = sampledPart(part);

  useEffect(() => {
    if (ref.current === null) return;
    return followSelection(ref.current, (from, to) => {
      const start = toWritten(current.current, Math.min(from, to), "start");
      const end = toWritten(current.current, Math.max(from, to), "end");
      const before = selected.peek();
      if (before === undefined || before.part !== part.index || before.start !== start || before.end !== end) {
        selected.value = { part: part.index, start, end };
      }
    });
  }, [part.index]);

  const choose = (box: HTMLElement, from: number, to: number): void =>
    select(box, toShown(filled, from, from <= to ? "start" : "end"), toShown(filled, to, from <= to ? "end" : "start"));

  // A decoration replaces the nodes that the selection was in: put it back.
  useLayoutEffect(() => {
    const before = selected.peek();
    const box = ref.current;
    if (box === null || before === undefined || before.part !== part.index || before.start === before.end) return;
    if (document.activeElement !== box) return;
    choose(box, before.start, Math.min(before.end, part.value.length));
  }, [[...part.decorations, ...part.stickers].map((d) => `${d.start} ${d.end} ${"style" in d ? `${d.style} ${d.animation}` : ""}`).join(), part.index]);

  const move = (event: KeyboardEvent): void => {
    const box = ref.current;
    if (box === null || event.isComposing) return;
    const before = selected.value?.part === part.index ? selected.value : { part: part.index, start: 0, end: 0 };
    const units = part.value.length;
    const inVariable = (c: number): boolean => filled.pieces.some((p) => p.start < c && c < p.end);
    const edges = [...measureOf(part.value).clusters.filter((c) => !inVariable(c)), units];
    const focus = anchor.current === before.start ? before.end : before.start;
    const all = event.key === "a" && (event.ctrlKey || event.metaKey);
    let next: number;
    if (event.key === "ArrowRight" || event.key === "ArrowDown") next = edges.find((c) => c > focus) ?? units;
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") next = edges.findLast((c) => c < focus) ?? 0;
    else if (event.key === "Home") next = 0;
    else if (event.key === "End" || all) next = units;
    else {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && onKey(event.key)) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (all) anchor.current = 0;
    else if (!event.shiftKey) anchor.current = next;
    choose(box, anchor.current, next);
    selected.value = { part: part.index, start: Math.min(anchor.current, next), end: Math.max(anchor.current, next) };
  };

  return (
    <div ref={ref} class="bubble-text" tabIndex={0} role="textbox" aria-readonly="true" aria-multiline="true"
      aria-label={`Text of part ${part.index + 1}. Select with Shift and the arrow keys, then press B, I, U or S.`}
      data-text-part={part.index} onKeyDown={move}
      onFocus={() => { if (selected.value?.part !== part.index) selected.value = { part: part.index, start: 0, end: 0 }; }}
      onPointerDown={() => (anchor.current = -1)}
      onPointerUp={() => { if (selected.value?.part === part.index) anchor.current = selected.value.start; }}>
      <StyledText value={shown.value.slice(0, MOST_DRAWN)} decorations={plain ? [] : shown.decorations} stickers={plain ? [] : shown.stickers}
        mention={plain || part.mention === "" ? undefined : (shown.mentionRange ?? [0, shown.value.length])} />
      {shown.value.length > MOST_DRAWN && <span class="text-cut" contentEditable={false}>{(shown.value.length - MOST_DRAWN).toLocaleString("en")} more UTF-16 code units are not drawn</span>}
    </div>
  );
}

/** The selected span as whole clusters, for what decorates it. */
export function snapped(value: string, span: { start: number; end: number }): { start: number; end: number } {
  return snap(span, measureOf(value).clusters, value.length);
}
