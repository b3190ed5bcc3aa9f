import { SourceLine, textWidth } from "./cells.js";
import { diffOf } from "./diff.js";
import { severityStyle, styles } from "./color.js";
import { visible } from "./visible.js";

const trimmed = (text) => text.replace(/[ \n]+$/, "") + "\n";

/** Draws the excerpts of one finding, as the command does. */
export class Snippet {
  constructor(text, color, width, finding) {
    Object.assign(this, { text, color, width, finding });
    const lines = [finding.start.line, finding.end.line, ...finding.related.map((r) => r.start.line)];
    this.gutterWidth = String(Math.max(...lines)).length;
    this.room = Math.max(20, width - this.gutterWidth - 4);
  }

  toString() {
    const { start, end, severity } = this.finding;
    const primary = { start: start.offset, end: end.offset, line: start.line, sign: "^", style: severityStyle(severity), label: "" };
    const { line, under, separate } = this.related(primary);
    separate.sort((a, b) => a.start - b.start);
    let out = trimmed(this.gutter("", "│"));
    let last = 0;
    let drawn = false;
    const draw = () => {
      out += this.elided(last, primary.line) + (end.line > start.line ? this.span(primary, line) : this.line(line, [primary, ...under]));
      last = end.line;
      drawn = true;
    };
    for (const mark of separate) {
      if (!drawn && mark.start > primary.start) draw();
      out += this.elided(last, mark.line) + this.separate(mark);
      last = mark.line;
    }
    if (!drawn) draw();
    return out + trimmed(this.gutter("", "│"));
  }

  /** Splits the related places into those below the excerpt's line and the others; widens the line if both fit. */
  related(primary) {
    const f = this.finding;
    let line = this.around(primary.start, primary.end, f.start.line);
    const under = [];
    const separate = [];
    for (const r of f.related) {
      const mark = { start: r.start.offset, end: r.end.offset, line: r.start.line, label: visible(r.message), sign: "-", style: styles.blue };
      const same = mark.line === f.start.line && r.end.line === mark.line && f.end.line === f.start.line;
      if (same && !line.holds(mark.start, mark.end)) {
        const from = Math.min(mark.start, primary.start);
        const to = Math.max(mark.end, primary.end);
        const wider = this.around(from, to, f.start.line);
        if (wider.holds(from, to)) line = wider;
      }
      (same && line.holds(mark.start, mark.end) ? under : separate).push(mark);
    }
    return { line, under, separate };
  }

  around(start, end, number) {
    const line = SourceLine.around(this.text, start, end, number);
    line.window(start, end, this.room);
    return line;
  }

  separate(mark) {
    const line = SourceLine.around(this.text, mark.start, mark.end, mark.line);
    const end = Math.min(mark.end, line.end);
    line.window(mark.start, end, this.room);
    return this.line(line, [{ ...mark, end }]);
  }

  /** A line of the source and, below it, its marks and their labels. */
  line(line, marks) {
    let out = trimmed(this.gutter(String(line.number), "│") + line) + this.gutter("", "│") + this.underlines(line, marks) + "\n";
    for (const mark of marks.filter((m) => m.label !== "")) {
      let [column, width] = line.place(mark.start, mark.end);
      const wide = textWidth(mark.label);
      if (column + wide > this.room) column = Math.max(0, Math.min(column, column + width - wide));
      out += this.gutter("", "│") + " ".repeat(column) + this.color(mark.style, mark.label) + "\n";
    }
    return out;
  }

  /** All marks of a line in one row; of two at the same column the first wins. */
  underlines(line, marks) {
    let out = "";
    let at = 0;
    for (;;) {
      let next;
      for (const mark of marks) {
        const [column, width] = line.place(mark.start, mark.end);
        if (column >= at && (next === undefined || column < next.column)) next = { mark, column, width };
      }
      if (next === undefined) return out;
      out += " ".repeat(next.column - at) + this.color(next.mark.style, next.mark.sign.repeat(next.width));
      at = next.column + next.width;
    }
  }

  /** The first and the last line of a place of several lines. */
  span(mark, first) {
    const { start, end } = this.finding;
    let out = this.line(first, [{ ...mark, end: first.end }]) + this.elided(start.line, end.line);
    const last = SourceLine.around(this.text, Math.max(mark.end - 1, 0), mark.end, end.line);
    last.window(Math.max(last.start, mark.end - 1), mark.end, this.room);
    let from = last.start;
    while (from < mark.end - 1 && /[ \t]/.test(this.text[from])) from++;
    return out + this.line(last, [{ ...mark, start: from }]);
  }

  elided(above, line) {
    return above === 0 || line === above + 1 ? "" : trimmed(this.gutter("", "⋮"));
  }

  gutter(number, sign) {
    return ` ${" ".repeat(this.gutterWidth - number.length)}${this.color(styles.dim, number)} ${this.color(styles.dim, sign)} `;
  }

  note(word, text) {
    return this.gutter("", "=") + this.color(styles.bold, `${word}:`) + " ".repeat(5 - word.length) + visible(text) + "\n";
  }

  fix(fix) {
    return diffOf(this.text, fix.edits, { color: this.color, indent: this.gutterWidth + 10, room: this.room - 8 });
  }
}
