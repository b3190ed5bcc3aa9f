// Builds dist/: the engine, the Go toolchain's glue in a scope of its own, and
// the compiled TypeScript. Nothing is downloaded but what npm ci has brought.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEngine, goroot, readReference, root, run, web } from "../scripts/engine.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "build");
const dist = join(here, "dist");
for (const dir of [sources, dist]) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
}
buildEngine("./cmd/wasm", join(dist, "linqlint.wasm"), "npm");
const { rules, endpoints } = readReference();
writeFileSync(join(dist, "rules.data.js"), `export default ${JSON.stringify(rules)};\n`);
writeFileSync(join(dist, "endpoints.data.js"), `export default ${JSON.stringify(endpoints)};\n`);

// wasm_exec.js sets globals, process and fs among them, by which other code
// tells Node from a browser. Here it gets an object of its own to set them on.
const go = goroot();
const glue = readFileSync(join(go, "lib", "wasm", "wasm_exec.js"), "utf8");
writeFileSync(
  join(dist, "go.js"),
  `const { TextDecoder, TextEncoder, crypto, performance } = globalThis;
export function goRuntime() {
const scope = { Array, Date, Error, Object, Promise, TextDecoder, TextEncoder, Uint8Array, crypto, performance };
const fs = { writeSync: (fd, bytes) => scope.fs.writeSync(fd, bytes) };
(function (globalThis) {
${glue}
})(scope);
return new scope.Go();
}
`,
);

// The playground's engine, types and rules are the package's too, in one folder.
cpSync(join(here, "src"), sources, { recursive: true });
const moved = {
  '/// <reference types="vite/client" />\n': "",
  "../engine/protocol": "./protocol.js",
  "../../generated/rules.json": "./rules.data.js",
};
for (const file of ["engine/instance.ts", "engine/protocol.ts", "state/rules.ts"]) {
  const text = readFileSync(join(web, "src", file), "utf8");
  writeFileSync(join(sources, basename(file)), Object.entries(moved).reduce((t, [from, to]) => t.replaceAll(from, to), text));
}
run(process.execPath, [join(here, "node_modules", "typescript", "bin", "tsc"), "--project", here]);
cpSync(join(sources, "go.d.ts"), join(dist, "go.d.ts"));
cpSync(join(root, "LICENSE"), join(dist, "LICENSE"));
cpSync(join(go, "LICENSE"), join(dist, "LICENSE.go"));
