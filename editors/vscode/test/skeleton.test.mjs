// The bodies of "New Request Body", checked by the engine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { build } from "esbuild";
import { lint } from "../../../web/npm/dist/index.js";

test("a new body has the members of its kind and nothing but empty values to fill", async () => {
  const entry = new URL("../src/skeleton.ts", import.meta.url).pathname;
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "esm" });
  const { skeleton } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  const { kinds } = JSON.parse(readFileSync(new URL("../generated/registry.json", import.meta.url), "utf8"));
  for (const { name } of kinds) {
    const body = skeleton(name);
    assert.ok(Object.keys(JSON.parse(body)).length > 0, name);
    const rules = (await lint(body, { kind: name })).diagnostics.map((d) => d.rule);
    assert.deepEqual(rules.filter((id) => /^(json|field|kind)-|-required$|-type$/.test(id) && id !== "background-required" && id !== "attachment-content-type"), [], `${name}: ${rules}`);
  }
});
