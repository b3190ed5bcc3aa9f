import { reach, SourceLine } from "./cells.js";
import { styles } from "./color.js";

/** How many lines of a fix are shown on each side. */
const mostLines = 4;

function lineStart(text, i) {
  const low = Math.max(0, i - reach);
  const found = text.slice(low, i).lastIndexOf("\n");
  return found >= 0 ? low + found + 1 : low;
}

function lineEnd(text, i) {
  const high = Math.min(text.length, i + reach);
  const found = text.slice(i, high).indexOf("\n");
  return found >= 0 ? i + found : high;
}

/** A fix as removed and added lines, truncated around the change. */
export function diffOf(text, edits, layout) {
  let out = "";
  for (let i = 0; i < edits.length; ) {
    const first = i;
    const from = edits[i].start;
    let to = edits[i].end;
    let end = lineEnd(text, to);
    for (i++; i < edits.length && edits[i].start <= end && edits[i].start - to < reach; i++) {
      to = Math.max(to, edits[i].end);
      end = lineEnd(text, to);
    }
    out += change(text, edits.slice(first, i), from, to, layout);
  }
  return out;
}

/** The lines around edits in [from, to), before and after. */
function change(text, edits, from, to, layout) {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  const before = text.slice(start, end);
  let after = "";
  let at = start;
  for (const edit of edits) {
    after += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const changed = [from - start, after.length];
  after += text.slice(at, end);
  const indent = before.length - before.replace(/^[ \t]+/, "").length;
  return (
    side({ sign: "-", style: styles.gone, text: before, at: [from - start, to - start], indent }, layout) +
    side({ sign: "+", style: styles.added, text: after, at: changed, indent }, layout)
  );
}

/** The lines of one side. */
function side(d, layout) {
  let out = "";
  let shown = 0;
  let offset = 0;
  for (const line of d.text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    let start = offset;
    const end = offset + line.length;
    offset = end;
    if (line.trim() === "" && d.text.trim() !== "") continue;
    out += " ".repeat(layout.indent);
    if (++shown > mostLines) return `${out}${layout.color(d.style, `${d.sign} ⋮`)}\n`;
    const blank = Math.min(d.indent, line.match(/^[ \t]*/)[0].length);
    const bare = line.slice(blank).replace(/[\r\n]+$/, "");
    start += blank;
    const drawn = new SourceLine(" ".repeat(start) + bare, start, start + bare.length, 0);
    drawn.window(Math.max(start, d.at[0]), Math.min(end, d.at[1]), layout.room);
    out += layout.color(d.style, `${d.sign} ${drawn}`).replace(/[ \n]+$/, "") + "\n";
  }
  return out;
}
