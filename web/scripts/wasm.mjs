// Builds the Go modules into generated/, with wasm_exec.js of the same toolchain.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, statSync, writeFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(web);
const out = join(web, "generated");
mkdirSync(out, { recursive: true });

const go = (args, env = {}) =>
  execFileSync("go", args, { cwd: root, env: { ...process.env, ...env }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

const wasm = { GOOS: "js", GOARCH: "wasm" };
const modules = { linqlint: "./cmd/wasm", markdown: "./cmd/wasm-markdown", empty: "./cmd/wasm/testdata/empty" };
const sizes = {};
for (const [name, path] of Object.entries(modules)) {
  if (!existsSync(join(root, path, "main.go"))) continue;
  const file = join(out, `${name}.wasm`);
  go(["build", "-trimpath", "-ldflags=-s -w", "-gcflags=all=-l", "-o", file, path], wasm);
  sizes[name] = statSync(file).size;
}
// What answers natively, for the tests that compare.
go(["build", "-o", join(out, "replay"), "./internal/bridge/replay"]);
copyFileSync(join(go(["env", "GOROOT"]), "lib", "wasm", "wasm_exec.js"), join(out, "wasm_exec.js"));
writeFileSync(join(out, "sizes.json"), JSON.stringify(sizes) + "\n");
console.log(sizes);
