/**
 * The colors of a large text, whose tokens are read where they are in sight. The
 * editor draws 2000 UTF-16 code units on both sides of what is in sight of a long
 * line; a key lays out every colored one of them again, so they are not colored.
 */
import { highlightingFor } from "@codemirror/language";
import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { endsInString, tokensOf, type Token } from "./tokens";

/** Of a longer line only the stretch in sight is colored, in UTF-16 code units. */
const LONG_LINE = 1000;
/** How much is colored on both sides of what is in sight, and at the start of what is not measured yet. */
const MARGIN = 200;

const tagOf = { name: tags.propertyName, string: tags.string, atom: tags.number };

interface Stretch {
  from: number;
  to: number;
}

/** The stretches to color: of a long line that is clipped what is in sight. */
function stretches(view: EditorView, clipped: boolean, sight: Stretch[]): Stretch[] {
  if (!clipped) return [...view.visibleRanges];
  const out: Stretch[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const end = Math.min(to, line.to);
      const seen = sight.filter((s) => s.from <= line.to && s.to >= line.from);
      if (line.length <= LONG_LINE) out.push({ from: at, to: end });
      else if (seen.length === 0) out.push({ from: at, to: Math.min(end, at + 2 * MARGIN) });
      else for (const s of seen) if (s.from < end && s.to > at) out.push({ from: Math.max(at, s.from), to: Math.min(end, s.to) });
      at = line.to + 1;
    }
  }
  return out;
}

/** What is in sight of each long line, with a margin. */
function inSight(view: EditorView): Stretch[] {
  const box = view.scrollDOM.getBoundingClientRect();
  const out: Stretch[] = [];
  for (const block of view.viewportLineBlocks) {
    const y = view.documentTop + block.top + Math.min(5, block.height / 2);
    if (block.length <= LONG_LINE || y > box.bottom || view.documentTop + block.bottom < box.top) continue;
    const [from, to] = [view.posAtCoords({ x: box.left + 1, y }, false), view.posAtCoords({ x: box.right - 1, y }, false)];
    out.push({ from: Math.max(block.from, Math.min(from, to) - MARGIN), to: Math.min(block.to, Math.max(from, to) + MARGIN) });
  }
  return out;
}

/** How far an update may move what is in sight along a line; a change of the lines may bring any other. */
function driftOf({ changes, state, startState }: ViewUpdate): number {
  if (state.doc.lines !== startState.doc.lines) return Infinity;
  let moved = 0;
  changes.iterChanges((fromA, toA, fromB, toB) => { moved += toA - fromA + toB - fromB; });
  return moved;
}

class Colors {
  decorations: DecorationSet;
  /** What was in sight of the long lines when it was last measured. */
  private sight: Stretch[] = [];
  private again = false;
  /** How far changes may have moved what is in sight since then, in UTF-16 code units. */
  private drift = 0;

  constructor(private readonly view: EditorView, private readonly clipped: boolean) {
    this.decorations = this.drawn();
    this.measure();
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.sight = this.sight.map((s) => ({ from: update.changes.mapPos(s.from, -1), to: update.changes.mapPos(s.to, 1) }));
    if (update.docChanged || update.viewportChanged || this.again) this.decorations = this.drawn();
    this.again = false;
    if (update.docChanged) this.drift += driftOf(update);
    // A key moves little: the margin is colored.
    if (update.docChanged ? this.drift > MARGIN / 2 : update.viewportChanged) this.measure();
  }

  /** Looks what is in sight, and colors it if it is not. */
  measure(): void {
    if (!this.clipped) return;
    this.view.requestMeasure({
      key: this,
      read: inSight,
      write: (seen, view) => {
        this.drift = 0;
        const isColored = (s: Stretch): boolean => this.sight.some((old) => old.from < s.from + MARGIN && old.to > s.to - MARGIN);
        if (seen.every(isColored)) return;
        this.sight = seen;
        this.again = true;
        queueMicrotask(() => { if (this.again && view.dom.isConnected) view.dispatch({}); });
      },
    });
  }

  private drawn(): DecorationSet {
    const { state } = this.view;
    const marks = Object.fromEntries(Object.entries(tagOf).map(([type, tag]) => [type, Decoration.mark({ class: highlightingFor(state, [tag]) ?? "" })])) as Record<Token["type"], Decoration>;
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to } of stretches(this.view, this.clipped, this.sight)) {
      const line = state.doc.lineAt(from);
      const inString = endsInString(line.text.slice(0, from - line.from));
      for (const found of tokensOf(state.sliceDoc(from, to), inString)) builder.add(from + found.from, from + found.to, marks[found.type]);
    }
    return builder.finish();
  }
}

/** Colors what is in sight, as a parsed text is colored; clipped if the lines are not wrapped. */
export const colors = (clipped: boolean): Extension =>
  ViewPlugin.define((view) => new Colors(view, clipped), {
    decorations: (plugin) => plugin.decorations,
    eventObservers: { scroll() { this.measure(); } },
  });
