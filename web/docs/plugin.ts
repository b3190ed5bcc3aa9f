import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { layout } from "./layout.ts";
import { root } from "./markdown.ts";
import { site } from "./site.ts";

/** Writes docs/ of the site: the pages are files, and main.ts, the entry "docs", is what they load. */
export function docs(): Plugin {
  return {
    name: "docs",
    apply: "build",
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((part) => part.type === "chunk" && part.isEntry && part.name === "docs");
      const style = Object.keys(bundle).find((name) => /docs-[\w-]+\.css$/.test(name));
      if (entry === undefined || style === undefined) throw new Error("the build has no entry docs");
      const { pages, groups, files, search } = site();
      const index = JSON.stringify(search);
      const assets = { script: entry.fileName, style, search: `search-${createHash("sha256").update(index).digest("hex").slice(0, 8)}.json` };
      this.emitFile({ type: "asset", fileName: `docs/${assets.search}`, source: index });
      for (const file of files) this.emitFile({ type: "asset", fileName: file, source: readFileSync(join(root, file)) });
      for (const page of pages) this.emitFile({ type: "asset", fileName: `docs/${page.file}`, source: layout(page, groups, assets) });
    },
  };
}
