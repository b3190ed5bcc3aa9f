// What `vsce package` packs. `npm run package` comes first.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { entries, vsix } from "./vsix.mjs";

const files = await entries();

test("the package holds what it needs and nothing else", () => {
  assert.deepEqual([...files.keys()].sort(), [
    "[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt", "extension/CHANGELOG.md", "extension/dist/LICENSE-go.txt", "extension/dist/extension.js",
    "extension/dist/linqlint.schema.json", "extension/dist/linqlint.wasm", "extension/dist/preview/preview.css", "extension/dist/preview/preview.js",
    "extension/dist/rules.json", "extension/media/icon.png", "extension/package.json", "extension/README.md",
  ].sort());
});

test("it is small", () => {
  assert.ok(statSync(vsix).size < 1_500_000, `${statSync(vsix).size} bytes`);
  assert.ok(files.get("extension/dist/extension.js").length < 100_000);
});

test("the manifest names files that are there, and nothing of this machine", () => {
  const manifest = JSON.parse(files.get("extension/package.json"));
  for (const path of [manifest.main, manifest.browser, manifest.icon, manifest.contributes.jsonValidation[0].url]) {
    assert.ok(files.has(`extension/${path.replace("./", "")}`), path);
  }
  for (const name of ["extension/dist/extension.js", "extension/dist/preview/preview.js"]) assert.doesNotMatch(files.get(name).toString(), /\/work\/|node_modules|sourceMappingURL/);
});

test("the kinds of the settings are the engine's", () => {
  const { contributes } = JSON.parse(files.get("extension/package.json"));
  const { kinds } = JSON.parse(readFileSync(new URL("../generated/registry.json", import.meta.url), "utf8"));
  assert.deepEqual(contributes.configuration.properties["linqlint.files"].additionalProperties.enum, ["", ...kinds.map((k) => k.name)]);
});

test("the commands of the menus exist, and the README names every setting", () => {
  const { contributes } = JSON.parse(files.get("extension/package.json"));
  const commands = contributes.commands.map((c) => c.command);
  for (const item of Object.values(contributes.menus).flat()) assert.ok(commands.includes(item.command), item.command);
  const readme = files.get("extension/README.md").toString();
  for (const name of Object.keys(contributes.configuration.properties)) assert.ok(readme.includes(`\`${name}\``), name);
});
