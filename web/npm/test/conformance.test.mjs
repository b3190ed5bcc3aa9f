// Runs testdata/conformance over the package's engine in Node. `npm run build`
// comes first.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { lint } from "../dist/index.js";

const dir = new URL("../../../testdata/conformance/", import.meta.url);

for (const file of readdirSync(dir).filter((name) => name.endsWith(".jsonl"))) {
  test(file, async () => {
    const [header, ...bodies] = readFileSync(new URL(file, dir), "utf8").trim().split("\n").map((line) => JSON.parse(line));
    assert.equal(header.conformance, 1);
    assert.equal(bodies.length, header.bodies);
    for (const b of bodies) {
      if (b.body === undefined) continue; // not UTF-8, which no JavaScript string can be
      const kind = b.detect || b.kind === "" ? undefined : b.kind;
      const report = await lint(b.body, { kind, notes: b.notes, newChat: b.new_chat });
      const pairs = (list) => list.map((d) => `${d.rule} ${d.pointer}`).sort();
      assert.equal(report.kind, b.kind, b.name);
      assert.deepEqual(pairs(report.diagnostics), pairs(b.expect), b.name);
      assert.equal(report.diagnostics.some((d) => d.severity === "error"), b.rejected, b.name);
    }
  });
}
