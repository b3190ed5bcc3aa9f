// Builds dist/: the engine, the Go toolchain's glue in a scope of its own, and
// the compiled TypeScript. Nothing is downloaded but what npm ci has brought.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const sources = join(here, "build");
const dist = join(here, "dist");
for (const dir of [sources, dist]) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
}
const run = (file, args, env = {}) =>
  execFileSync(file, args, { cwd: root, env: { ...process.env, ...env }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

run("go", ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-gcflags=all=-l", "-o", join(dist, "linqlint.wasm"), "./cmd/wasm"], { GOOS: "js", GOARCH: "wasm" });

// wasm_exec.js sets globals, process and fs among them, by which other code
// tells Node from a browser. Here it gets an object of its own to set them on.
const goroot = run("go", ["env", "GOROOT"]);
const glue = readFileSync(join(goroot, "lib", "wasm", "wasm_exec.js"), "utf8");
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

// The playground's engine and its types are the package's too.
cpSync(join(here, "src"), sources, { recursive: true });
const instance = readFileSync(join(here, "..", "src", "engine", "instance.ts"), "utf8");
writeFileSync(join(sources, "instance.ts"), instance.replace('/// <reference types="vite/client" />\n', ""));
cpSync(join(here, "..", "src", "engine", "protocol.ts"), join(sources, "protocol.ts"));
run(process.execPath, [join(here, "node_modules", "typescript", "bin", "tsc"), "--project", here]);
cpSync(join(sources, "go.d.ts"), join(dist, "go.d.ts"));
cpSync(join(root, "LICENSE"), join(dist, "LICENSE"));
cpSync(join(goroot, "LICENSE"), join(dist, "LICENSE.go"));
