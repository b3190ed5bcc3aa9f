// Builds the Go modules into generated/, with wasm_exec.js of the same toolchain,
// and writes what the page has as files: the registry of members, the rules and
// the documentation's samples.
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildEngine, goroot, readReference, root, run, web } from "./engine.mjs";

const out = join(web, "generated");
mkdirSync(out, { recursive: true });
const write = (name, value) => writeFileSync(join(out, name), JSON.stringify(value) + "\n");

/** The tag of the commit, or the commit; a tree without git has neither. */
function version() {
  try {
    return run("git", ["describe", "--tags", "--always", "--dirty"], { stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "development";
  }
}

const modules = { linqlint: "./cmd/wasm", tools: "./cmd/wasm-markdown" };
const sizes = {};
for (const [name, path] of Object.entries(modules)) {
  const file = join(out, `${name}.wasm`);
  buildEngine(path, file);
  sizes[name] = statSync(file).size;
}
buildEngine("./cmd/wasm/testdata/empty", join(out, "empty.wasm")); // what the benchmark compares with
// What answers natively, for the tests that compare.
run("go", ["build", "-o", join(out, "replay"), "./internal/playground/replay"]);
copyFileSync(join(goroot(), "lib", "wasm", "wasm_exec.js"), join(out, "wasm_exec.js"));

const { registry, rules } = readReference();
write("registry.json", registry);
write("rules.json", rules);

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
write("documented.json", samples);
write("sizes.json", sizes);

write("about.json", { version: version(), rules: registry.as_of });
console.log(sizes);
