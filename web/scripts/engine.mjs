// Builds the Go modules that the page and the npm package carry, and what both
// have as files beside them. docs/decisions/wasm-size.md has the figures behind
// each step.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const web = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(web);

export const run = (file, args, options = {}) =>
  execFileSync(file, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, ...options, env: { ...process.env, ...options.env } }).trim();
const go = (args, env = {}) => run("go", args, { stdio: ["ignore", "pipe", "inherit"], env });

export const goroot = () => go(["env", "GOROOT"]);

// Our own functions are not inlined, but for the scanner's and those of packages
// of tiny functions, where a call takes more than what it calls, and the browser
// compiles each function when it is first called: smaller, and a call takes as
// long. Nor are those of strings within that package.
const ours = "github.com/linqlint/linqlint";
const inlined = ["internal/scan", "internal/api", "internal/place", "internal/wire", "decorations", "builder"];
const inlining = [`-gcflags=${ours}/...=-l`, ...inlined.map((name) => `-gcflags=${ours}/${name}=`), "-gcflags=strings=-l"];

/** Builds the package at path into file, a module for the browser. */
export function buildEngine(path, file, tags = "") {
  go(["build", "-trimpath", `-tags=${tags}`, "-buildvcs=false", "-ldflags=-s -w -buildid=", ...inlining, "-o", file, path], { GOOS: "js", GOARCH: "wasm" });
}

/** What the natively linked bridge answers to requests that name no body. */
function reference(...requests) {
  const input = requests.map((r) => JSON.stringify(r)).join("\n") + "\n";
  const out = run("go", ["run", "./internal/playground/replay", "reference"], { input, stdio: ["pipe", "pipe", "inherit"] });
  return out.split("\n").map((line) => JSON.parse(line).ok);
}

/** The registry of members, every rule with its examples packed, and the endpoints with the API's errors. */
export function readReference() {
  const [registry, rules, endpoints] = reference({ op: "registry" }, { op: "rules" }, { op: "endpoints" });
  for (const rule of rules) for (const e of [...rule.bad, ...rule.good]) e.body = pack(e.body);
  return { registry, rules, endpoints };
}

/**
 * A long text by what repeats in it: [text, times] pairs, which
 * src/state/rules.ts puts together again. A short one stays as it is.
 */
export function pack(text) {
  if (text.length < 1000) return text;
  const runs = [];
  let at = 0;
  for (const found of text.matchAll(/([^]{1,200}?)\1{7,}/gu)) {
    if (found.index > at) runs.push([text.slice(at, found.index), 1]);
    runs.push([found[1], found[0].length / found[1].length]);
    at = found.index + found[0].length;
  }
  if (at < text.length) runs.push([text.slice(at), 1]);
  return runs;
}
