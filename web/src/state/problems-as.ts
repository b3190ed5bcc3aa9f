/** A report in the forms that people and other tools read. */
import type { Diagnostic, Report, Rule } from "../engine/protocol";

/** A line for each problem, with its fixes. */
export function asText(report: Report, summary: string): string {
  const lines = report.diagnostics.map((d) => {
    const hint = d.hint === "" ? "" : `\n    ${d.hint}`;
    return `${d.start.line}:${d.start.column} ${d.severity}: ${d.message} (${d.rule}${d.pointer === "" ? "" : ` at ${d.pointer}`})${hint}`;
  });
  return `${[...lines, summary].join("\n")}\n`;
}

export const asJSON = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

const levels = { error: "error", warning: "warning", note: "note" } as const;

function result(d: Diagnostic, index: number): object {
  return {
    ruleId: d.rule,
    ...(index >= 0 ? { ruleIndex: index } : {}),
    level: levels[d.severity],
    message: { text: d.message },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: "body.json" },
        region: { startLine: d.start.line, startColumn: d.start.column, endLine: d.end.line, endColumn: d.end.column, charOffset: d.start.offset, charLength: d.end.offset - d.start.offset },
      },
      ...(d.pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: d.pointer }] }),
    }],
  };
}

/** A SARIF 2.1.0 log; columns and offsets count UTF-16 code units. */
export function asSARIF(report: Report, body: string, rules: Rule[]): string {
  const used = [...new Set(report.diagnostics.map((d) => d.rule))];
  const known = used.flatMap((id) => rules.find((r) => r.id === id) ?? []);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "linqlint", informationUri: "https://github.com/linqlint/linqlint", rules: known.map((r) => ({
        id: r.id, shortDescription: { text: r.title }, fullDescription: { text: r.help }, defaultConfiguration: { level: levels[r.severity] },
      })) } },
      columnKind: "utf16CodeUnits",
      artifacts: [{ location: { uri: "body.json" }, contents: { text: body }, mimeType: "application/json" }],
      results: report.diagnostics.map((d) => result(d, known.findIndex((r) => r.id === d.rule))),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
