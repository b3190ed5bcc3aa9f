// Packs the packages as scripts/npm does for a release, installs the files in
// empty folders, offline and without scripts, and runs the command there: by the
// platform's binary, and by the engine where there is none.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadRules } from "../dist/rules.js";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const dir = mkdtempSync(join(tmpdir(), "linqlint-command-"));
const platform = `${process.platform}-${process.arch}`;
const packed = join(dir, "packed");
const at = { binary: join(dir, "binary"), engine: join(dir, "engine") };

function must(file, args, cwd) {
  const done = spawnSync(file, args, { cwd, encoding: "utf8" });
  assert.equal(done.status, 0, done.stdout + done.stderr);
  return done.stdout;
}

/** Runs the installed command in its folder. */
function linqlint(where, args, input = "") {
  const { status, stdout, stderr } = spawnSync(join(where, "node_modules", ".bin", "linqlint"), args, { cwd: where, input, encoding: "utf8", env: { ...process.env, NO_COLOR: "" } });
  return { status, stdout, stderr };
}

before(() => {
  must(process.execPath, [join(root, "scripts", "npm"), "1.2.3", packed, "--platform", platform], root);
  for (const [name, files] of [["binary", ["linqlint-1.2.3.tgz", `linqlint-${platform}-1.2.3.tgz`]], ["engine", ["linqlint-1.2.3.tgz"]]]) {
    mkdirSync(at[name]);
    writeFileSync(join(at[name], "package.json"), '{"private":true}');
    must("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", ...files.map((file) => join(packed, file))], at[name]);
    cpSync(join(root, "testdata", "examples"), join(at[name], "payloads"), { recursive: true });
  }
});
after(() => rmSync(dir, { recursive: true, force: true }));

test("the packages hold what they need and nothing else", () => {
  const own = JSON.parse(readFileSync(join(at.binary, "node_modules", "@linqlint", platform, "package.json"), "utf8"));
  assert.deepEqual([own.version, own.os, own.cpu], ["1.2.3", [process.platform], [process.arch]]);
  assert.deepEqual(readdirSync(join(at.binary, "node_modules", "@linqlint", platform)).sort(), ["LICENSE", "README.md", "bin", "package.json"]);
  const main = JSON.parse(readFileSync(join(at.engine, "node_modules", "linqlint", "package.json"), "utf8"));
  assert.equal(main.version, "1.2.3");
  assert.equal(main.scripts, undefined);
  assert.equal(main.devDependencies, undefined);
  assert.equal(Object.keys(main.optionalDependencies).length, 6);
  assert.ok(!existsSync(join(at.engine, "node_modules", "@linqlint")));
});

test("npx runs the binary", () => {
  const { status, stdout, stderr } = spawnSync("npx", ["--offline", "linqlint", "payloads/"], { cwd: at.binary, encoding: "utf8" });
  assert.equal(status, 1, stderr);
  assert.equal(stderr, "");
  assert.match(stdout, /5 errors and 2 warnings in 2 of 3 files/);
  assert.equal(linqlint(at.binary, ["explain", "to-empty"]).status, 0);
  assert.equal(linqlint(at.binary, ["--bogus"]).status, 2);
});

test("a signal ends the binary, too", async () => {
  const child = spawn(join(at.binary, "node_modules", ".bin", "linqlint"), ["mock", "--addr", "127.0.0.1:0"], { cwd: at.binary, stdio: ["ignore", "pipe", "pipe"] });
  await new Promise((resolve) => [child.stdout, child.stderr].forEach((stream) => stream.once("data", resolve)));
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  assert.notEqual(await exit, null, "the parent waits for the binary and has its exit code");
});

test("the engine writes what the command writes", async () => {
  const rules = (await loadRules()).filter((rule) => rule.id !== "text-markdown"); // whose fixes are not in the engine
  for (const where of Object.values(at)) {
    mkdirSync(join(where, "rules"));
    for (const { id, bad } of rules) bad.forEach((e, i) => writeFileSync(join(where, "rules", `${id}-${i}.json`), e.body));
    const lines = rules.flatMap((rule) => rule.bad.map((e) => e.body)).filter((body) => !/[\n\r]/.test(body) && body.trim() !== "" && !body.startsWith("["));
    writeFileSync(join(where, "lines.ndjson"), lines.join("\n\n"));
    mkdirSync(join(where, "mixed", "node_modules"), { recursive: true });
    for (const [name, body] of [["other.json", '{"name":"x"}'], ["node_modules/bad.json", '{"to":[],"message":{"parts":[]}}'], ["none.ndjson", '{"a":1}\n'], ["b.json", '{"to":[],"message":{"parts":[{"type":"text","value":"a"}]}}']]) {
      writeFileSync(join(where, "mixed", name), body);
    }
  }
  for (const args of [["payloads"], ["payloads", "--color", "always"], ["rules", "--severity", "note"], ["lines.ndjson", "--severity", "error"], ["mixed"], ["mixed/other.json"],
    ["rules", "--format", "compact"], ["payloads/", "--fail-on", "never", "-q"], ["payloads", "--service", "SMS", "--kind=messages.create", "--new-chat"]]) {
    const [ours, theirs] = [linqlint(at.engine, args), linqlint(at.binary, args)];
    const explained = theirs.stdout.replace("linqlint explain RULE explains a rule", "https://github.com/linqlint/linqlint/blob/main/docs/rules.md explains the rules"); // explain needs the binary
    assert.equal(ours.stdout, explained, args.join(" "));
    assert.equal(ours.status, theirs.status, args.join(" "));
  }
});

test("the engine checks standard input", () => {
  const { status, stdout } = linqlint(at.engine, ["--format", "compact", "-"], '{"to":[],"message":{"parts":[{"type":"text","value":"a"}]}}');
  assert.equal(status, 1);
  assert.match(stdout, /^<stdin>:1:7: error\[to-empty\]/);
  assert.equal(linqlint(at.engine, ["-"], '{"to":["+12025550123"],"message":{"parts":[{"type":"text","value":"a"}]}}').status, 0);
});

test("the engine says what it cannot do", () => {
  const install = `npm install @linqlint/${platform}`;
  const said = linqlint(at.engine, ["payloads"]);
  assert.match(said.stderr, /^linqlint: no binary for .*: checking \.json, \.jsonl and \.ndjson files by WebAssembly, without \.gitignore/);
  assert.ok(said.stderr.includes(install));
  writeFileSync(join(at.engine, "send.sh"), "curl x");
  writeFileSync(join(at.engine, "latin.json"), Buffer.from([0x22, 0xe9, 0x22]));
  mkdirSync(join(at.engine, "set"));
  writeFileSync(join(at.engine, "set", "linqlint.jsonc"), "{}");
  for (const [args, status, message] of [
    [["--fix", "payloads"], 2, "linqlint: --fix needs the binary, or does not exist"],
    [["explain", "to-empty"], 2, "linqlint: explain needs the binary"],
    [["--format", "sarif", "payloads"], 2, "linqlint: --format sarif needs the binary"],
    [["payloads/*.json"], 2, "globs need the binary"],
    [["set"], 2, "linqlint.jsonc: a configuration needs the binary; --no-config ignores it"],
    [["send.sh"], 3, "linqlint: send.sh: .sh files need the binary"],
    [["latin.json"], 3, "linqlint: latin.json: not valid UTF-8"],
    [["missing.json"], 3, "linqlint: missing.json: no such file or folder"],
    [["--severity", "warn", "payloads"], 2, 'invalid argument "warn" for "--severity" flag'],
    [["--kind", "x", "payloads"], 2, "expected one of messages.create"],
    [[], 2, "no PATH is given"],
  ]) {
    const got = linqlint(at.engine, args);
    assert.equal(got.status, status, args.join(" ") + got.stderr);
    assert.ok(got.stderr.includes(message), got.stderr);
    assert.equal(status === 2 && /needs? the binary/.test(message), got.stderr.includes(`the binary: ${install}`), got.stderr);
  }
  assert.equal(linqlint(at.engine, ["--no-config", "set"]).status, 0);
  assert.match(linqlint(at.engine, ["--version"]).stdout, /^linqlint 1\.2\.3 \(WebAssembly/);
  assert.match(linqlint(at.engine, ["--help"]).stdout, /^linqlint checks request bodies/);
});

test("a terminal is not driven by a payload", () => {
  const { stdout } = linqlint(at.engine, ["-"], '{"to":["\u001b[31m\u202ex"],"message":{"parts":[{"type":"text","value":"a"}]}}');
  assert.doesNotMatch(stdout, /[\u001b\u202e]/);
});

