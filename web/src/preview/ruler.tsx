import { useLayoutEffect, useRef } from "preact/hooks";
import { content, measureOf, selected } from "../state/workspace";
import type { Decoration } from "../state/body";

/** So many units are drawn; a longer text is shown around what is selected. */
const MOST_UNITS = 400;

interface Bar extends Decoration {
  lane: number;
}

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

/** The selected text part, cluster by cluster over its UTF-16 code units, its ranges below. */
export function Ruler() {
  const scroller = useRef<HTMLDivElement>(null);
  // What is selected is brought into sight, without moving anything else.
  useLayoutEffect(() => {
    const box = scroller.current;
    const cell = box?.querySelector<HTMLElement>(".ruler-chosen");
    if (box === null || cell === null || cell === undefined) return;
    const left = cell.offsetLeft;
    if (left < box.scrollLeft || left + cell.offsetWidth > box.scrollLeft + box.clientWidth) box.scrollLeft = left - box.clientWidth / 3;
  }, [selected.value?.part, selected.value?.start]);
  const texts = content.value?.parts.filter((p) => p.type === "text" && p.value !== "") ?? [];
  const part = texts.find((p) => p.index === selected.value?.part) ?? texts[0];
  if (part === undefined) return null;
  const measure = measureOf(part.value);
  const from = measure.units <= MOST_UNITS ? 0 : Math.max(0, (selected.value?.part === part.index ? selected.value.start : 0) - 20);
  const to = Math.min(measure.units, from + MOST_UNITS);
  const clusters = measure.clusters
    .map((start, i, all) => ({ start, end: all[i + 1] ?? measure.units }))
    .filter((c) => c.start >= from && c.end <= to);
  const mention = part.mentionRange === undefined ? [] : [{ index: -1, start: part.mentionRange[0], end: part.mentionRange[1], style: "mention", animation: "" }];
  const bars = lanes([...part.decorations, ...mention]).filter((d) => d.end > from && d.start < to);
  const rows = bars.reduce((n, b) => Math.max(n, b.lane + 1), 0);
  const chosen = selected.value?.part === part.index && selected.value.start < selected.value.end ? selected.value : undefined;
  const column = (n: number): number => Math.max(from, Math.min(n, to)) - from + 1;
  return (
    <section class="ruler" aria-label="UTF-16 ruler">
      <p class="ruler-title">
        <strong>Part {part.index + 1}</strong> {measure.units} UTF-16 code units · {measure.code_points} code points · {measure.clusters.length} grapheme clusters
        {chosen !== undefined && <span class="ruler-range"> [{chosen.start}, {chosen.end})</span>}
      </p>
      <div ref={scroller} class="ruler-scroll" tabIndex={0} role="img"
        aria-label={`Ranges: ${bars.map((b) => `${nameOf(b)} ${b.start} to ${b.end}`).join(", ") || "none"}`}>
        <div class="ruler-grid" style={{ gridTemplateColumns: `repeat(${to - from}, 22px)`, gridTemplateRows: `26px 16px repeat(${rows}, 18px)` }}>
          {clusters.map((c) => (
            <span key={c.start} class={chosen !== undefined && c.start < chosen.end && c.end > chosen.start ? "ruler-cluster ruler-chosen" : "ruler-cluster"}
              style={{ gridColumn: `${column(c.start)} / ${column(c.end)}`, gridRow: "1" }}>
              {part.value.slice(c.start, c.end).replace(/^\s$/, (space) => (space === "\n" ? "↵" : "·"))}
            </span>
          ))}
          {Array.from({ length: to - from }, (_, i) => (
            <span key={i} class="ruler-unit" style={{ gridColumn: String(i + 1), gridRow: "2" }}>{(from + i) % 5 === 0 ? from + i : "·"}</span>
          ))}
          {bars.map((b) => (
            <span key={b.index} class={`ruler-bar ${b.animation !== "" ? "ruler-bar-animation" : b.index < 0 ? "ruler-bar-mention" : ""}`}
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
