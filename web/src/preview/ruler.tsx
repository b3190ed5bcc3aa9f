import { useEffect, useRef } from "preact/hooks";
import { fill, samples, sampledPart, toShown } from "../state/variables";
import type { Decoration } from "../state/body";
import { parts } from "../state/document";
import { MOST_DRAWN, measureOf } from "../state/engine";
import { settled } from "../state/idle";
import { selected } from "../state/ui";
import { grouped } from "../ui/grouped";

/** The most UTF-16 code units that are drawn; a longer text is shown around what is selected. */
const MOST_UNITS = 400;

interface Bar extends Decoration {
  lane: number;
}

const count = (n: number, word: string): string => `${grouped(n)} ${word}${n === 1 ? "" : "s"}`;

/** What a range does to its words; one that has both, which is an error, says both. */
const nameOf = (d: Decoration): string => [d.style, d.animation].filter((name) => name !== "").join(" + ");

/** Puts ranges that overlap into different lanes. */
export function lanes(decorations: Decoration[]): Bar[] {
  const ends: number[] = [];
  return [...decorations].filter((d) => d.start < d.end).sort((a, b) => a.start - b.start || b.end - a.end).map((d) => {
    let lane = ends.findIndex((end) => end <= d.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = d.end;
    return { ...d, lane };
  });
}

/** Fades the left edge while there is more on its left, as the right edge always does. */
const fade = (box: HTMLElement): boolean => box.toggleAttribute("data-more", box.scrollLeft > 0);

/** The selected text part, cluster by cluster over its UTF-16 code units, its ranges below. */
export function Ruler() {
  const scroller = useRef<HTMLDivElement>(null);
  // What is selected, or else the first range, is brought into sight without moving anything else. After the page is
  // painted: to ask for places while the page is put together lays all of it out once more.
  useEffect(() => {
    const box = scroller.current;
    const cell = box?.querySelector<HTMLElement>(".ruler-chosen") ?? box?.querySelector<HTMLElement>(".ruler-bar");
    if (box === null || cell === null || cell === undefined) return;
    const left = cell.offsetLeft;
    if (left < box.scrollLeft || left + cell.offsetWidth > box.scrollLeft + box.clientWidth) box.scrollLeft = left - box.clientWidth / 3;
    fade(box);
  }, [settled.value, selected.value?.part, selected.value?.start]);
  const texts = parts.value?.filter((p) => p.type === "text" && p.value !== "") ?? [];
  const written = texts.find((p) => p.index === selected.value?.part) ?? texts[0];
  if (written === undefined) return null;
  const part = sampledPart(written);
  const filled = fill(written.value, samples.value);
  const measure = measureOf(part.value);
  const span = selected.value?.part === part.index ? { start: toShown(filled, selected.value.start, "start"), end: toShown(filled, selected.value.end, "end") } : undefined;
  const from = measure.units <= MOST_UNITS ? 0 : Math.max(0, (span?.start ?? 0) - 20);
  const to = Math.min(measure.units, from + MOST_UNITS);
  const clusters = measure.clusters
    .map((start, i, all) => ({ start, end: all[i + 1] ?? measure.units }))
    .filter((c) => c.start >= from && c.end <= to);
  const stickers = part.stickers.map((s, i) => ({ index: i, start: s.start, end: s.end, style: "sticker", animation: "" }));
  const mention = part.mentionRange === undefined ? [] : [{ index: -1, start: part.mentionRange[0], end: part.mentionRange[1], style: "mention", animation: "" }];
  const bars = lanes([...part.decorations, ...stickers, ...mention]).filter((d) => d.end > from && d.start < to);
  const rows = bars.reduce((n, b) => Math.max(n, b.lane + 1), 0);
  const chosen = span !== undefined && span.start < span.end ? span : undefined;
  const column = (n: number): number => Math.max(from, Math.min(n, to)) - from + 1;
  return (
    <section class="ruler" aria-label="UTF-16 ruler">
      <p class="ruler-title">
        <strong>Part {part.index + 1}</strong> {count(measure.units, "UTF-16 code unit")} · {count(measure.code_points, "code point")}{measure.units <= MOST_DRAWN && <> · {count(measure.clusters.length, "grapheme cluster")}</>}
        {chosen !== undefined && <span class="ruler-range"> [{chosen.start}, {chosen.end})</span>}
      </p>
      <div ref={scroller} class="ruler-scroll" tabIndex={0} role="img" onScroll={(e) => void fade(e.currentTarget)}
        aria-label={`Ranges: ${bars.map((b) => `${nameOf(b)} ${b.start} to ${b.end}`).join(", ") || "none"}`}>
        <div class="ruler-grid" style={{ gridTemplateColumns: `repeat(${to - from}, 22px)`, gridTemplateRows: rows === 0 ? "26px 16px" : `26px 16px repeat(${rows}, 18px)` }}>
          {settled.value && clusters.map((c) => (
            <span key={c.start} class={chosen !== undefined && c.start < chosen.end && c.end > chosen.start ? "ruler-cluster ruler-chosen" : "ruler-cluster"}
              style={{ gridColumn: `${column(c.start)} / ${column(c.end)}`, gridRow: "1" }}>
              {part.value.slice(c.start, c.end).replace(/^\s$/, (space) => (space === "\n" ? "↵" : "·"))}
            </span>
          ))}
          {settled.value && Array.from({ length: to - from }, (_, i) => (
            <span key={i} class="ruler-unit" style={{ gridColumn: String(i + 1), gridRow: "2" }}>{(from + i) % 5 === 0 ? from + i : "·"}</span>
          ))}
          {settled.value && bars.map((b) => (
            <span key={`${b.style} ${b.index}`} class={`ruler-bar ${b.animation !== "" ? "ruler-bar-animation" : b.style === "sticker" ? "ruler-bar-sticker" : b.style === "mention" ? "ruler-bar-mention" : ""}`}
              style={{ gridColumn: `${column(b.start)} / ${Math.max(column(b.end), column(b.start) + 1)}`, gridRow: String(3 + b.lane) }}
              title={`[${b.start}, ${b.end}) ${nameOf(b)}`}>
              {nameOf(b)}
            </span>
          ))}
        </div>
      </div>
    </section>
  );
}
