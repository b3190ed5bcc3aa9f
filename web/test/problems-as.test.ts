// @vitest-environment node
import { execFileSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import type { Report, Rule } from "../src/engine/protocol";
import { applyEdits } from "../src/state/edits";
import { asJSON, asSARIF, asText } from "../src/state/problems-as";
import { loadRules } from "../src/state/rules";
import { path } from "./wasm";

const body = '{\n  "to": ["1", "+12025550123", "+12025550123"], "🎉🎉": 1,\n  "message": {"parts": [{"type": "text", "value": "👨‍👩‍👧 Sale", "text_decorations": [{"range": [9, 99], "style": "Bold"}]}], "preferred_service": "sms"}\n}';

interface Region { startLine: number; startColumn: number; endLine: number; endColumn: number; charOffset: number; charLength: number }
interface Location { physicalLocation: { artifactLocation: { uri: string; index: number }; region: Region } }
interface Log {
  version: string;
  runs: [{
    tool: { driver: { rules: { id: string }[] } };
    columnKind: string;
    invocations: [{ toolExecutionNotifications: { message: { text: string } }[] }];
    artifacts: [{ location: { uri: string }; contents: { text: string } }];
    results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: Location[]; relatedLocations?: Location[]; fixes?: { description: { text: string }; artifactChanges: [{ replacements: { deletedRegion: { charOffset: number; charLength: number }; insertedContent: { text: string } }[] }] }[] }[];
  }];
}

let report: Report;
let rules: Rule[];
beforeAll(async () => {
  report = (JSON.parse(execFileSync(path("generated/replay"), { input: `${JSON.stringify({ op: "lint", body })}\n`, encoding: "utf8" })) as { ok: Report }).ok;
  rules = await loadRules();
});

/** The line and column, from 1, of an offset; columns are UTF-16 code units. */
function placeOf(offset: number): [number, number] {
  const lines = body.slice(0, offset).split("\n");
  return [lines.length, (lines.at(-1) ?? "").length + 1];
}

test("a SARIF log has every problem at its place, with its rule, hint and fixes", () => {
  const run = (JSON.parse(asSARIF(report, { body }, rules)) as Log).runs[0];
  expect(run.columnKind).toBe("utf16CodeUnits");
  expect(run.artifacts).toMatchObject([{ location: { uri: "body.json" }, contents: { text: body } }]);
  expect(run.results.length).toBe(report.diagnostics.length);
  expect(run.results.length).toBeGreaterThan(4);
  run.results.forEach((result, i) => {
    const d = report.diagnostics[i];
    if (d === undefined) throw new Error("no diagnostic");
    expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(result.message.text).toBe([d.message, d.hint].filter((t) => t !== "").join("\n"));
    for (const { physicalLocation: { artifactLocation, region } } of [...result.locations, ...(result.relatedLocations ?? [])]) {
      expect(artifactLocation).toEqual({ uri: "body.json", index: 0 });
      expect([region.startLine, region.startColumn]).toEqual(placeOf(region.charOffset));
      expect([region.endLine, region.endColumn]).toEqual(placeOf(region.charOffset + region.charLength));
    }
    result.fixes?.forEach((fix, k) => {
      const edits = fix.artifactChanges[0].replacements.map((r) => ({ start: r.deletedRegion.charOffset, end: r.deletedRegion.charOffset + r.deletedRegion.charLength, text: r.insertedContent.text }));
      expect(applyEdits(body, edits)).toBe(applyEdits(body, d.fixes[k]?.edits ?? []));
      expect(fix.description.text.endsWith("(unsafe)")).toBe(d.fixes[k]?.safe === false);
    });
  });
  expect(run.results.some((r) => r.relatedLocations !== undefined)).toBe(true);
});

test("what was left out is said, and rules that are not loaded yet are left out", () => {
  const run = (JSON.parse(asSARIF({ ...report, truncated: 7 }, { body }, [])) as Log).runs[0];
  expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toBe("7 more problems are not in this log.");
  expect(run.tool.driver.rules).toEqual([]);
  expect(run.results.every((r) => r.ruleIndex === undefined)).toBe(true);
});

test("a record is named in each form", () => {
  const subject = { body, file: "my campaign.ndjson", record: 3 };
  expect((JSON.parse(asSARIF(report, subject, rules)) as Log).runs[0].artifacts[0].location.uri).toBe("my%20campaign.record-3.json");
  expect(asText(report, "1 error", subject)).toMatch(/^my campaign\.ndjson, record 3:\n\d+:\d+ /);
  expect(JSON.parse(asJSON(report, subject))).toMatchObject({ file: "my campaign.ndjson", record: 3, kind: "messages.create" });
  expect(asText(report, "1 error", { body })).toMatch(/^\d+:\d+ [\s\S]*\n1 error\n$/);
});
