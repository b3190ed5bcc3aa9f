// Builds dist/: one bundle for both extension hosts, the npm package's engine,
// the preview, and the files that the manifest names.
import { build } from "esbuild";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readReference, root, run, web } from "../../web/scripts/engine.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(here, ...parts);
for (const dir of ["dist", "generated"]) {
  rmSync(at(dir), { recursive: true, force: true });
  mkdirSync(at(dir), { recursive: true });
}
run(process.execPath, [join(web, "npm", "build.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
copyFileSync(join(web, "npm", "dist", "linqlint.wasm"), at("dist", "linqlint.wasm"));
copyFileSync(join(root, "LICENSE"), at("LICENSE"));
copyFileSync(join(web, "npm", "dist", "LICENSE.go"), at("dist", "LICENSE-go.txt"));

const { registry, rules } = readReference();
// The page's modules are typed by its own copies.
mkdirSync(join(web, "generated"), { recursive: true });
for (const folder of [at("generated"), join(web, "generated")]) writeFileSync(join(folder, "registry.json"), JSON.stringify(registry));
writeFileSync(join(web, "generated", "rules.json"), JSON.stringify(rules));
writeFileSync(at("dist", "rules.json"), JSON.stringify(rules.map(({ id, title, help, sources }) => ({ id, title, help, quote: sources[0]?.quote ?? "" }))));
copyFileSync(join(root, "docs", "linqlint.schema.json"), at("dist", "linqlint.schema.json"));

// Modules of the page that the webview replaces.
const replaced = new Map([
  ["wiring/navigate", at("preview", "navigate.ts")],
  ["preview/nothing", at("preview", "nothing.tsx")],
  ["./nothing", at("preview", "nothing.tsx")],
  ["ui/history-buttons", at("preview", "history-buttons.ts")],
  ["generated/registry.json", at("generated", "registry.json")],
]);
const inWebview = {
  name: "in-webview",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /navigate$|nothing$|history-buttons$|registry\.json$/ }, ({ path, importer }) => {
      if (!importer.startsWith(join(web, "src"))) return path.includes("web/src/wiring/navigate") ? { path: at("preview", "navigate.ts") } : undefined;
      const found = [...replaced].find(([end]) => path.endsWith(end) || join(dirname(importer), path).endsWith(end));
      return found && { path: found[1] };
    });
    // The webview explains no rules.
    onLoad({ filter: /generated\/rules\.json$/ }, () => ({ contents: "[]", loader: "json" }));
    onResolve({ filter: /generated\/rules\.json$/ }, ({ path }) => ({ path: join(web, path.replace(/^.*generated/, "generated")) }));
  },
};

const shared = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning", nodePaths: [join(web, "node_modules")] };
await build({
  ...shared, entryPoints: [at("src", "extension.ts")], outfile: at("dist", "extension.js"), format: "cjs", platform: "browser",
  external: ["vscode"], mainFields: ["module", "main"], define: { "import.meta.url": '"file:///"' },
});
await build({
  ...shared, entryPoints: { preview: at("preview", "main.tsx") }, outdir: at("dist", "preview"), format: "iife", platform: "browser",
  jsx: "automatic", jsxImportSource: "preact", plugins: [inWebview], metafile: true,
});
if (!existsSync(at("dist", "preview", "preview.css"))) throw new Error("the preview has no styles");
