/** A report in the forms that people and other tools read. */
import type { Diagnostic, Fix, Place, Related, Report, Rule } from "../engine/protocol";

/** What is reported about: the file's name, and which of its records counted from 1. */
export interface Subject {
  body: string;
  file?: string | undefined;
  record?: number | undefined;
}

const nameOf = ({ file, record }: Subject): string | undefined => (file === undefined ? undefined : `${file}, record ${record ?? 1}`);

/** A line for each problem, and below it what helps. */
export function asText(report: Report, summary: string, subject: Subject): string {
  const lines = report.diagnostics.map((d) => {
    const hint = d.hint === "" ? "" : `\n    ${d.hint}`;
    return `${d.start.line}:${d.start.column} ${d.severity}: ${d.message} (${d.rule}${d.pointer === "" ? "" : ` at ${d.pointer}`})${hint}`;
  });
  const name = nameOf(subject);
  return `${[...(name === undefined ? [] : [`${name}:`]), ...lines, summary].join("\n")}\n`;
}

export const asJSON = (report: Report, { file, record }: Subject): string => `${JSON.stringify(file === undefined ? report : { file, record, ...report }, null, 2)}\n`;

/** A body has no file of its own: a record is named after its file, and its text is in the log. */
const uriOf = ({ file, record }: Subject): string => (file === undefined ? "body.json" : encodeURIComponent(`${file.replace(/\.[^.]*$/, "").replace(/\p{Surrogate}/gu, "\ufffd")}.record-${record ?? 1}.json`));

function physical(uri: string, start: Place, end: Place): object {
  return {
    artifactLocation: { uri, index: 0 },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, charOffset: start.offset, charLength: end.offset - start.offset },
  };
}

const related = (uri: string, list: Related[]): object[] =>
  list.map((r, i) => ({ id: i + 1, physicalLocation: physical(uri, r.start, r.end), message: { text: r.message } }));

const fix = (uri: string, { title, safe, edits }: Fix): object => ({
  description: { text: safe ? title : `${title} (unsafe)` },
  artifactChanges: [{
    artifactLocation: { uri, index: 0 },
    replacements: edits.map((e) => ({ deletedRegion: { charOffset: e.start, charLength: e.end - e.start }, insertedContent: { text: e.text } })),
  }],
});

function result(d: Diagnostic, index: number, uri: string): object {
  return {
    ruleId: d.rule,
    ...(index >= 0 ? { ruleIndex: index } : {}),
    level: d.severity,
    message: { text: d.hint === "" ? d.message : `${d.message}\n${d.hint}` },
    locations: [{
      physicalLocation: physical(uri, d.start, d.end),
      ...(d.pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: d.pointer, kind: "member" }] }),
    }],
    ...(d.related.length > 0 ? { relatedLocations: related(uri, d.related) } : {}),
    ...(d.fixes.length > 0 ? { fixes: d.fixes.map((f) => fix(uri, f)) } : {}),
    properties: { apiCode: d.api_code, apiCodeStated: d.code_stated },
  };
}

/** A SARIF 2.1.0 log; columns and offsets count UTF-16 code units. */
export function asSARIF(report: Report, subject: Subject, rules: Rule[]): string {
  const used = [...new Set(report.diagnostics.map((d) => d.rule))];
  const known = used.flatMap((id) => rules.find((r) => r.id === id) ?? []);
  const uri = uriOf(subject);
  const cut = report.truncated > 0 ? [{ level: "warning", message: { text: `${report.truncated} more problems are not in this log.` } }] : [];
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "linqlint", informationUri: "https://github.com/linqlint/linqlint", rules: known.map((r) => ({
        id: r.id, shortDescription: { text: r.title }, fullDescription: { text: r.help }, defaultConfiguration: { level: r.severity },
      })) } },
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: cut }],
      artifacts: [{ location: { uri }, contents: { text: subject.body }, mimeType: "application/json", ...(subject.file === undefined ? {} : { description: { text: nameOf(subject) } }) }],
      results: report.diagnostics.map((d) => result(d, known.findIndex((r) => r.id === d.rule), uri)),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
