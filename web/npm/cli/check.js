import { lint } from "../dist/index.js";

/** Moves the places of a line's diagnostics to where they are in the file. */
function moved(diagnostic, line, base) {
  const move = (place) => ({ ...place, offset: place.offset + base, line });
  return {
    ...diagnostic,
    start: move(diagnostic.start),
    end: move(diagnostic.end),
    related: diagnostic.related.map((r) => ({ ...r, start: move(r.start), end: move(r.end) })),
    fixes: diagnostic.fixes.map((f) => ({ ...f, edits: f.edits.map((e) => ({ ...e, start: e.start + base, end: e.end + base })) })),
  };
}

/** The bodies of a text: one, or one per line that is not blank. */
function* bodies(text, lines) {
  if (!lines) {
    yield { body: text };
    return;
  }
  let base = 0;
  let line = 1;
  let record = 0;
  while (base < text.length) {
    const end = text.indexOf("\n", base);
    const body = text.slice(base, end < 0 ? text.length : end).replace(/\r$/, "");
    if (body.trim() !== "") yield { body, line, base, record: ++record };
    if (end < 0) return;
    base = end + 1;
    line++;
  }
}

/** Checks a text: how many bodies it has, and their findings. */
export async function check(text, { lines, named, options }) {
  const findings = [];
  let count = 0;
  for (const { body, line, base, record } of bodies(text, lines)) {
    const report = await lint(body, { ...options, onlyPayloads: !named });
    if (!named && report.kind === "" && report.diagnostics.length === 0) continue;
    count++;
    for (const diagnostic of report.diagnostics) {
      findings.push(lines ? { ...moved(diagnostic, line, base), record } : diagnostic);
    }
  }
  return { count, findings };
}
