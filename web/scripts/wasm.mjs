// Builds the Go modules into generated/, with wasm_exec.js of the same toolchain,
// and takes what the page knows before the engine has come: the registry of
// members and the documentation's samples.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(web);
const out = join(web, "generated");
mkdirSync(out, { recursive: true });

const go = (args, env = {}) =>
  execFileSync("go", args, { cwd: root, env: { ...process.env, ...env }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

const wasm = { GOOS: "js", GOARCH: "wasm" };
// Our own functions are not inlined, but for the scanner's: 200 kB less, and no
// slower. docs/decisions/wasm-size.md has the figures.
const ours = "github.com/linqlint/linqlint";
const inlining = [`-gcflags=${ours}/...=-l`, `-gcflags=${ours}/internal/scan=`];
const modules = { linqlint: "./cmd/wasm", markdown: "./cmd/wasm-markdown", empty: "./cmd/wasm/testdata/empty" };
const sizes = {};
for (const [name, path] of Object.entries(modules)) {
  if (!existsSync(join(root, path, "main.go"))) continue;
  const file = join(out, `${name}.wasm`);
  go(["build", "-trimpath", "-ldflags=-s -w", ...inlining, "-o", file, path], wasm);
  sizes[name] = statSync(file).size;
}
// What answers natively, for the tests that compare.
go(["build", "-o", join(out, "replay"), "./internal/bridge/replay"]);
const [registry] = execFileSync(join(out, "replay"), { input: '{"op":"registry"}\n', encoding: "utf8" }).split("\n");
writeFileSync(join(out, "registry.json"), JSON.stringify(JSON.parse(registry).ok) + "\n");
copyFileSync(join(go(["env", "GOROOT"]), "lib", "wasm", "wasm_exec.js"), join(out, "wasm_exec.js"));
const documented = [
  "hello-world", "auto-from", "create-chat", "create-chat-text-then-media", "pre-uploaded", "confetti", "bold-and-shake", "threaded-reply",
  "idempotent", "link-alone", "app-card", "continuation", "email-recipient", "app-clip", "mention-with-range", "voicememo", "edit", "react", "poll", "attachment",
];
const corpus = readFileSync(join(root, "testdata", "corpus.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const samples = documented.map((name) => {
  const found = corpus.find((c) => c.name === name);
  if (found === undefined || found.expect.length > 0) throw new Error(`testdata/corpus.jsonl has no clean body ${name}`);
  return { name, kind: found.kind, body: found.body };
});
writeFileSync(join(out, "documented.json"), JSON.stringify(samples) + "\n");
writeFileSync(join(out, "sizes.json"), JSON.stringify(sizes) + "\n");
console.log(sizes);
