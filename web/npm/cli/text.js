import { painter, severityStyle, styles } from "./color.js";
import { Snippet } from "./snippet.js";
import { visible } from "./visible.js";

const count = (n, noun) => `${n} ${n === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;

const header = (path, f) => `${visible(path)}:${f.start.line}:${f.start.column}:`;

/** One line: file:line:col: severity[rule] message. */
export const compact = (path, f) => `${header(path, f)} ${f.severity}[${f.rule}] ${visible(f.message)}\n`;

/** The report that people read: the same as the command's. */
export class TextReport {
  constructor({ colored, width }) {
    this.color = painter(colored);
    this.width = width;
    this.shown = 0;
  }

  finding(path, text, f) {
    const snippet = new Snippet(text, this.color, this.width, f);
    const title = [this.color(styles.bold, header(path, f)), this.color(severityStyle(f.severity), `${f.severity}[${f.rule}]`), this.color(styles.bold, visible(f.message))];
    let out = `${this.shown++ > 0 ? "\n" : ""}${title.join(" ")}\n${snippet}`;
    const where = [f.pointer, f.record === undefined ? "" : `record ${f.record}`].filter((part) => part !== "").join(", ");
    if (where !== "") out += snippet.note("at", where);
    if (f.hint !== "") out += snippet.note("hint", f.hint);
    const [fix] = f.fixes;
    if (fix !== undefined) out += snippet.note("fix", fix.title + (fix.safe ? "" : " (--unsafe-fixes)")) + snippet.fix(fix);
    if (f.api_code !== 0) out += snippet.note("api", `${f.code_stated ? "" : "probably "}responds with ${f.api_code} (${f.api_doc_url})`);
    return out;
  }

  summary(s) {
    const more = [];
    if (s.safe > 0) more.push(`${s.safe} fixable with --fix`);
    if (s.unsafe > 0) more.push(s.safe > 0 ? `${s.unsafe} more with --unsafe-fixes` : `${s.unsafe} fixable with --fix --unsafe-fixes`);
    if (s.hidden > 0) more.push(`${s.hidden} below --severity not shown`);
    if (s.skipped > 0) more.push(`skipped ${count(s.skipped, "file")} without payloads`);
    if (s.unreadable > 0) more.push(`${count(s.unreadable, "file")} could not be read`);
    const blank = this.shown > 0 ? "\n" : "";
    return `${blank}${[this.counts(s), ...more].join("; ")}\n${this.shown > 0 ? "https://github.com/linqlint/linqlint/blob/main/docs/rules.md explains the rules\n" : ""}`;
  }

  counts(s) {
    if (s.checked === 0) return "nothing was checked";
    const files = count(s.checked, "file") + (s.bodies === s.checked ? "" : ` (${count(s.bodies, "body")})`);
    const parts = ["error", "warning", "note"].filter((word) => s[word] > 0).map((word) => this.color(severityStyle(word), count(s[word], word)));
    if (parts.length === 0) return `${this.color(styles.added, "no problems")} in ${files}`;
    const last = parts.pop();
    const problems = parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
    return `${problems} in ${s.withFindings === s.checked ? "" : `${s.withFindings} of `}${files}`;
  }
}
