// Packs the package, installs the file that npm would publish, and uses it as
// others would: in Node, Deno and Bun, from TypeScript, and in a browser through
// Vite. `npm run build` comes first.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { remove, runInChromium } from "./chromium.mjs";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(here, "node_modules", ".bin", name);
const exec = promisify(execFile);
const dir = mkdtempSync(join(tmpdir(), "linqlint-npm-"));
const run = async (file, args, options = {}) => (await exec(file, args, { cwd: dir, timeout: 120_000, ...options })).stdout;
let packed;

before(async () => {
  assert.ok(existsSync(join(here, "dist", "index.js")), "dist is missing: run npm run build");
  const out = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", dir], { cwd: here });
  packed = Object.values(JSON.parse(out))[0];
  writeFileSync(join(dir, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(dir, packed.filename)]);
  writeFileSync(join(dir, "use.mjs"), use);
});
after(() => remove(dir));

// What every runtime runs: each call once, and no new global.
const use = `
const globals = () => ["Go", "fs", "path", "process"].map((name) => typeof globalThis[name]).join();
const before = globals();
const { lint, fix, explain, forecast, code, load, preflight, LinqlintError } = await import("linqlint");
const must = (ok, what) => { if (!ok) throw new Error(what); };
await load();
const bad = { to: ["(415) 555-9876"], message: { parts: [{ type: "text", value: "🎉a" }, { type: "text", value: "b" }] } };
const report = await lint(bad);
must(report.kind === "messages.create", report.kind);
must(report.diagnostics.map((d) => d.rule).join() === "to-handle,parts-consecutive-text", JSON.stringify(report));
const text = JSON.stringify(bad);
const second = report.diagnostics[1];
must(text.slice(second.start.offset, second.end.offset).startsWith('{'), "offsets are UTF-16 code units");
const fixed = await fix(bad, { unsafe: true });
must(fixed.applied >= 1 && JSON.parse(fixed.body).message.parts.length === 1, fixed.body);
must((await lint('{"text":"x"}', { kind: "messages.edit" })).diagnostics.length === 0, "kind");
must((await lint({ to: ["+14155559876"], message: { parts: [{ type: "text", value: "**x**" }] } }, { notes: true })).diagnostics.length === 1, "notes");
must((await explain("to-handle")).bad.length > 0, "explain");
const good = { to: ["+14155559876"], message: { parts: [{ type: "text", value: "hello" }], effect: { name: "confetti", type: "screen" } } };
must((await forecast(good)).deliveries.length === 3, "forecast");
must((await code(good, "curl")).includes("curl"), "code");
let refused;
try { await explain("no-such-rule"); } catch (error) { refused = error; }
must(refused instanceof LinqlintError && refused.code === "refused", String(refused));
const checked = preflight(() => { throw new Error("sent"); });
const response = await checked("https://api.example.com/v3/messages", { method: "POST", body: text });
must(response.status === 400 && (await response.json()).report.diagnostics.length === 2, "preflight");
must(globals() === before, "no global is set: " + globals());
console.log("fine");
`;

test("the package holds what it needs and nothing else", () => {
  assert.deepEqual(packed.files.map((f) => f.path).sort(), [
    "README.md", "bin/linqlint.js", ...readdirSync(join(here, "cli")).map((name) => `cli/${name}`), "dist/LICENSE", "dist/LICENSE.go", "dist/checks.d.ts", "dist/checks.js", "dist/endpoint.d.ts", "dist/endpoint.js", "dist/endpoints.data.js",
    "dist/engine.d.ts", "dist/engine.js", "dist/go.d.ts", "dist/go.js", "dist/index.d.ts", "dist/index.js", "dist/instance.d.ts", "dist/instance.js",
    "dist/linqlint.wasm", "dist/preflight.d.ts", "dist/preflight.js", "dist/protocol.d.ts", "dist/protocol.js", "dist/rules.d.ts", "dist/rules.data.js",
    "dist/rules.js", "dist/sent.d.ts", "dist/sent.js", "dist/types.d.ts", "dist/types.js", "package.json",
  ]);
  const manifest = JSON.parse(readFileSync(join(dir, "node_modules", "linqlint", "package.json"), "utf8"));
  assert.equal(manifest.name, "linqlint");
  assert.equal(manifest.dependencies, undefined);
});

test("importing loads nothing", async () => {
  const out = await run("node", ["-e", `
    const before = process.memoryUsage().rss, start = performance.now();
    await import("linqlint");
    console.log(performance.now() - start < 1000 && process.memoryUsage().rss - before < 30e6 ? "light" : "heavy");
  `, "--input-type=module"]);
  assert.equal(out.trim(), "light");
});

test("Node", async () => assert.equal((await run("node", ["use.mjs"])).trim(), "fine"));

const runtimes = join(here, "test", "runtimes", "node_modules");
const bun = join(runtimes, "@oven", "bun-linux-x64-baseline", "bin", "bun");
const deno = join(runtimes, "@deno", "linux-x64-glibc", "deno");
for (const [name, program, args] of [["Bun", bun, []], ["Deno", deno, ["run", "--allow-read", "--no-lock"]]]) {
  test(name, async () => {
    assert.ok(existsSync(program), `${program} is missing: run npm ci --prefix web/npm/test/runtimes`);
    assert.equal((await run(program, [...args, "use.mjs"])).trim(), "fine");
  });
}

test("a worker thread", async () => {
  writeFileSync(join(dir, "worker.mjs"), `import { Worker } from "node:worker_threads"; new Worker(new URL("./use.mjs", import.meta.url));`);
  assert.equal((await run("node", ["worker.mjs"])).trim(), "fine");
});

test("a module that is not an engine is refused, and the next call has the package's own", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { lint, load } from "linqlint";
    await load(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).catch((error) => console.log(error.name));
    console.log((await lint("{")).diagnostics[0].rule);
  `]);
  assert.equal(out, "TypeError\njson-syntax\n");
});

test("what a caller gives wrong rejects, and the engine is kept", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { fix, lint, load } from "linqlint";
    await load();
    let starts = 0;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (...args) => (starts++, instantiate(...args));
    for (const wrong of [() => lint({ a: 1n }), () => fix({ a: 1n }), () => lint("{}", { kind: 1n })]) {
      await wrong().catch((error) => console.log(error.name));
    }
    await lint("{");
    console.log(starts);
  `]);
  assert.equal(out, "TypeError\nTypeError\nTypeError\n0\n");
});

test("an option that does not exist is refused, and a wrong one has its own name", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { code, fix, forecast, lint } from "linqlint";
    for (const wrong of [() => lint("{}", { notez: true }), () => fix("{}", { safe: true }), () => forecast("{}", { service: "SMS" }), () => code("{}", "go", { notes: true }), () => lint("{}", { asOf: "today" }), () => lint("{}", { maxDiagnostics: -1 })]) {
      await wrong().catch((error) => console.log(error.code, error.message.replace(/, expected.*/, "")));
    }
  `]);
  assert.deepEqual(out.trim().split("\n"), [
    'argument lint has no option "notez"', 'argument fix has no option "safe"', 'argument forecast has no option "service"', 'argument code has no option "notes"',
    'argument "asOf" is "today"', 'argument "maxDiagnostics" is -1',
  ]);
});

test("a body may be bytes", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { fix, lint } from "linqlint";
    const bytes = Buffer.from('{"text":""}');
    for (const body of [bytes, new Uint8Array(bytes), new Uint8Array(bytes).buffer, Buffer.from([0x7b, 0xff, 0x7d])]) {
      console.log((await lint(body, { kind: "messages.edit" })).diagnostics[0].rule);
    }
    console.log((await fix(Buffer.from('{"text":"a",}'))).body);
    await fix(Buffer.from([0xff])).catch((error) => console.log(error.message));
  `]);
  assert.deepEqual(out.trim().split("\n"), ["edit-text", "edit-text", "edit-text", "json-encoding", '{"text":"a"}', '"body" is not UTF-8']);
});

test("CommonJS, and types without those of the DOM", async () => {
  writeFileSync(join(dir, "use.cjs"), `
    const loaded = import("linqlint").then(({ preflight }) => preflight(async () => new Response("sent")));
    const checked = async (input, init) => (await loaded)(input, init);
    checked("https://api.example.com/v3/messages", { method: "POST", body: "{}" }).then((response) => console.log(response.status));
  `);
  assert.equal(await run("node", ["use.cjs"]), "400\n");
  // What @types/node declares.
  writeFileSync(join(dir, "node.d.ts"), "declare class URL { readonly href: string; }\ndeclare class Response { readonly status: number; }\ndeclare class Request {}\ninterface RequestInit { body?: string }\n");
  writeFileSync(join(dir, "server.ts"), 'import { lint, load, preflight } from "linqlint";\nexport const send = preflight();\nexport const status = (await send("/v3/messages")).status;\nvoid load(new Uint8Array(1));\nvoid lint({});\n');
  await run(bin("tsc"), ["--noEmit", "--strict", "--target", "ES2022", "--lib", "ES2022", "--module", "NodeNext", "server.ts", "node.d.ts"])
    .catch((error) => assert.fail(error.stdout));
});

test("a report has as many diagnostics as asked for, and counts the others", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { lint } from "linqlint";
    const found = await lint({ a: 1, b: 2, c: 3 }, { kind: "messages.create", maxDiagnostics: 2 });
    console.log(found.diagnostics.length, found.truncated > 0);
    await lint("{}", { maxDiagnostics: 0 }).catch((error) => console.log(error.name));
  `]);
  assert.equal(out, "2 true\nLinqlintError\n");
});

test("an engine that died starts again from the source that was given", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import { lint, load } from "linqlint";
    const bytes = readFileSync(createRequire(process.cwd() + "/x.js").resolve("linqlint/linqlint.wasm"));
    process.getBuiltinModule = undefined; // as where there is no disk: a file is asked for by fetch
    globalThis.fetch = () => Promise.reject(new Error("there is no file"));
    await load(new Response(bytes, { headers: { "content-type": "application/wasm" } }));
    const { encode } = TextEncoder.prototype;
    TextEncoder.prototype.encode = () => { throw new Error("dead"); };
    await lint("{").catch((error) => console.log(error.message));
    TextEncoder.prototype.encode = encode;
    console.log((await lint("{")).diagnostics[0].rule);
  `]);
  assert.equal(out, "dead\njson-syntax\n");
});

test("what explain gives is the caller's own", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { explain } from "linqlint";
    const rule = await explain("to-handle");
    rule.bad.length = 0;
    console.log((await explain("to-handle")).bad.length > 0);
  `]);
  assert.equal(out, "true\n");
});

test("bytes, a module and a URL as the source", async () => {
  for (const source of ["readFileSync(file)", "new WebAssembly.Module(readFileSync(file))", "pathToFileURL(file)"]) {
    const out = await run("node", ["--input-type=module", "-e", `
      import { readFileSync } from "node:fs";
      import { createRequire } from "node:module";
      import { pathToFileURL } from "node:url";
      import { lint, load } from "linqlint";
      const file = createRequire(process.cwd() + "/x.js").resolve("linqlint/linqlint.wasm");
      await load(${source});
      console.log((await lint("{")).diagnostics[0].rule);
    `]);
    assert.equal(out.trim(), "json-syntax");
  }
});

test("after a source that fails the next call starts again", async () => {
  const out = await run("node", ["--input-type=module", "-e", `
    import { lint, load } from "linqlint";
    await load(new Uint8Array(8)).then(() => console.log("loaded"), () => {});
    console.log((await lint("{")).diagnostics[0].rule);
  `]);
  assert.equal(out.trim(), "json-syntax");
});

test("the types serve both ways of resolving modules, and name every kind", async () => {
  writeFileSync(join(dir, "use.ts"), `
    import { lint, fix, explain, forecast, code, preflight, InvalidBodyError, type Kind, type PreflightOptions, type Report } from "linqlint";
    const kind: Kind = "chats.create";
    const report: Report = await lint({ to: [] }, { kind, service: "SMS" });
    const rule: string = report.diagnostics[0]!.rule;
    const applied: number = (await fix("{}", { unsafe: true })).applied;
    const title: string = (await explain(rule)).title;
    const possible: boolean = (await forecast("{}")).deliveries[0]!.possible;
    const text: string = await code("{}", "python", { kind });
    const options: PreflightOptions = { throw: true, strict: true, severities: { "to-large": "off" }, known: { "effect.name": ["snow"] }, onReport: (sent, r: Report) => console.log(sent.kind, r) };
    const checked: typeof fetch = preflight(fetch, options);
    await checked("https://api.example.com/v3/messages").catch((error: unknown) => error instanceof InvalidBodyError && error.report.diagnostics);
    // @ts-expect-error: no such severity
    preflight(fetch, { severities: { "to-large": "fatal" } });
    // @ts-expect-error: no such kind
    await lint("{}", { kind: "chats.delete" });
    console.log(applied, title, possible, text);
  `);
  for (const [module, resolution] of [["NodeNext", "NodeNext"], ["ESNext", "Bundler"]]) {
    await run(bin("tsc"), ["--noEmit", "--strict", "--target", "ES2022", "--module", module, "--moduleResolution", resolution, "use.ts"])
      .catch((error) => assert.fail(error.stdout));
  }
  const types = readFileSync(join(dir, "node_modules", "linqlint", "dist", "types.d.ts"), "utf8");
  const named = types.match(/type Kind = ([^;]*)/)[1].split("|").map((k) => k.trim().replaceAll('"', ""));
  const out = await run("node", ["--input-type=module", "-e", `
    import { lint } from "linqlint";
    await lint("{}", { kind: "?" }).catch((error) => console.log(error.message));
  `]);
  assert.deepEqual(named, out.trim().split("expected one of ")[1].split(", "), "the engine's kinds");
});

test("a browser and a worker in it, through Vite", async () => {
  const page = join(dir, "page");
  await run("mkdir", ["-p", page]);
  writeFileSync(join(page, "index.html"), `<!doctype html><title>t</title><script type="module" src="./main.js"></script>`);
  writeFileSync(join(page, "use.js"), `export async function use() {\n${use.replace('console.log("fine");', 'return "fine";')}\n}`);
  writeFileSync(join(page, "worker.js"), `
    import { use } from "./use.js";
    use().then((said) => postMessage(said), (error) => postMessage(String(error)));
  `);
  writeFileSync(join(page, "main.js"), `
    import { use } from "./use.js";
    const here = await use().catch(String);
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    const there = await new Promise((resolve) => { worker.onmessage = (event) => resolve(event.data); worker.onerror = (event) => resolve(event.message); });
    await fetch("/done", { method: "POST", body: here + ", in a worker " + there });
  `);
  writeFileSync(join(page, "vite.config.js"), `export default { worker: { format: "es" } };`);
  symlinkSync(join(dir, "node_modules"), join(page, "node_modules"));
  await run(bin("vite"), ["build", page, "--outDir", join(dir, "site"), "--emptyOutDir", "--logLevel", "error", "--config", join(page, "vite.config.js")]);
  const site = join(dir, "site");
  const { said, asked } = await runInChromium((path) => {
    const file = join(site, path);
    return file.startsWith(site) && existsSync(file) ? readFileSync(file) : undefined;
  });
  assert.equal(said, "fine, in a worker fine");
  assert.ok(asked.some((path) => /\/linqlint-[\w-]+\.wasm$/.test(path)), `the engine is a file of its own: ${asked}`);
});
