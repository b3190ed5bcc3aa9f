import { readdirSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";
import { docs } from "./docs/plugin.ts";

/**
 * Writes sw.js: the service worker with the list of what it keeps. Its version
 * is the hash of that list, so a new build is a new worker and nothing else is.
 */
function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    generateBundle: {
      order: "post", // the page's own entry, which only imports, is taken out before
      handler(_, bundle) {
        const files = Object.keys(bundle).filter((name) => !name.endsWith(".map") && !/(^|\/)docs[-/]/.test(name));
        const copied = readdirSync("public").filter((name) => name !== "sw.js");
        // The tools are fetched once the first report is drawn, and kept from then on.
        const kept = [...files, ...copied].filter((name) => !/tools-.*\.wasm$/.test(name)).sort();
        const html = readFileSync("index.html");
        const sizes = kept.map((name) => {
          const part = bundle[name];
          if (part === undefined) return readFileSync(`public/${name}`);
          return part.type === "chunk" ? part.code : part.source;
        });
        const hash = createHash("sha256").update(html);
        kept.forEach((name, i) => hash.update(name).update(sizes[i] ?? ""));
        const source = readFileSync("src/sw.js", "utf8")
          .replace("__VERSION__", hash.digest("hex").slice(0, 12))
          .replace("__FILES__", JSON.stringify(["./", ...kept.filter((name) => name !== "index.html")]));
        this.emitFile({ type: "asset", fileName: "sw.js", source });
      },
    },
  };
}

/**
 * Marks what the page's start runs, so that the browser compiles all of it beside the page while it arrives, and not
 * function by function when each is called first.
 */
function compileEarly(): Plugin {
  return {
    name: "compile-early",
    apply: "build",
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === "chunk" && ["index", "page", "editor"].includes(part.name)) part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
      }
    },
  };
}

/** Lets the page's own chunk with its styles and the editor's come while the entry is still read. */
function preload(): Plugin {
  return {
    name: "preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((part) => part.type === "chunk");
        const early = ["page", "editor"].flatMap((name) => chunks.filter((part) => part.name === name));
        const styles = early.flatMap((part) => [...(part.viteMetadata?.importedCss ?? [])]);
        const link = (attrs: Record<string, string>) => ({ tag: "link", attrs, injectTo: "head" as const });
        return [
          ...styles.map((name) => link({ rel: "preload", as: "style", crossorigin: "", href: `./${name}` })),
          ...early.map((part) => link({ rel: "modulepreload", href: `./${part.fileName}` })),
        ];
      },
    },
  };
}

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: "index.html", docs: "docs/main.ts" },
      output: {
        // What the page needs at once is one file, not one for each module that a panel shares with it: a request costs more than its bytes.
        codeSplitting: { groups: [
          { name: "index", test: /preload-helper|theme-start|engine\/spawn|src\/main\.ts/, priority: 2 },
          { name: "page", priority: 1, test: /src\/(page\.tsx|app\.tsx|state|frame|wiring|ui(?!\/theme-start)|preview(?!\/drawing)|engine\/client|gallery\/samples|gallery\/pretty|editor\/(pane|code)|panels\/(more|problems|copy))|node_modules\/(preact|@preact)\// },
        ] },
      },
    },
  },
  worker: { format: "es" },
  plugins: [compileEarly(), preload(), serviceWorker(), docs()],
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
  },
} as Parameters<typeof defineConfig>[0]);
