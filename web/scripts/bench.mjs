// Prints how long the page takes, side by side with an empty Go module in the
// same run: npm run bench (after npm run build). Exits with 1 if a budget is
// missed at full speed. With words only the rows that contain one of them are
// measured: npm run bench -- start "30,000 parts". A number is that of the rounds.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { pageBudgets } from "./bench-page.mjs";
import { serve } from "./serve.mjs";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(web, "dist");
if (!existsSync(join(dist, "index.html"))) {
  console.error('no page in dist/: run "npm run build" first');
  process.exit(1);
}
const numbers = process.argv.slice(2).filter((arg) => /^\d+$/.test(arg));
const words = process.argv.slice(2).filter((arg) => !numbers.includes(arg));
const rounds = Number(numbers[0] ?? 9);
const wanted = (what) => words.length === 0 || words.some((word) => what.includes(word));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// The empty page: an empty Go module and nothing else.
const bare = mkdtempSync(join(tmpdir(), "linqlint-bench-"));
for (const name of ["empty.wasm", "linqlint.wasm", "wasm_exec.js"]) {
  cpSync(join(web, "generated", name), join(bare, name));
  const data = readFileSync(join(bare, name));
  writeFileSync(join(bare, `${name}.br`), brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}
writeFileSync(join(bare, "index.html"), `<!doctype html><meta charset="utf-8"><title>empty</title><script src="wasm_exec.js"></script><script type="module">
const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("empty.wasm"), go.importObject);
go.run(instance);
instance.exports.ready();
requestAnimationFrame(() => { window.drawn = performance.now(); });
</script>`);
writeFileSync(join(bare, "modules.html"), `<!doctype html><meta charset="utf-8"><title>modules</title><script src="wasm_exec.js"></script>`);

const parts = Array.from({ length: 11 }, (_, i) => (i % 2 === 0
  ? { type: "text", value: `Your order #${i} has shipped 🎉 and should arrive on Tuesday.`, text_decorations: [{ range: [0, 10], style: "bold" }] }
  : { type: "media", url: `https://cdn.example.com/images/photo-${i}-of-the-parcel.jpg` }));
const body = JSON.stringify({ to: ["+14155550123"], message: { parts } }, null, 2);
const wrong = body.replace("+14155550123", "4155550123");

const servers = { page: await serve(dist, 0), bare: await serve(bare, 0) };
const url = (name, path = "") => `http://127.0.0.1:${servers[name].address().port}/${path}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** Starts a module in a page of its own. */
async function startOf(name) {
  const page = await browser.newPage();
  await page.goto(url("bare", "modules.html"));
  const ms = await page.evaluate(async ([file, request]) => {
    const start = performance.now();
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(fetch(file), go.importObject);
    go.run(instance);
    if (instance.exports.ready !== undefined) instance.exports.ready();
    else {
      const bytes = new TextEncoder().encode(request);
      const at = instance.exports.input(bytes.length) >>> 0;
      new Uint8Array(instance.exports.mem.buffer).set(bytes, at);
      instance.exports.call(bytes.length);
    }
    return performance.now() - start;
  }, [`${name}.wasm`, JSON.stringify({ op: "lint", body: wrong })]);
  await page.close();
  return ms;
}

/** The time of one call once the module is warm, in milliseconds. */
async function callTime() {
  const page = await browser.newPage();
  await page.goto(url("bare", "modules.html"));
  const ms = await page.evaluate(async (request) => {
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(fetch("linqlint.wasm"), go.importObject);
    go.run(instance);
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const once = () => {
      const bytes = encoder.encode(request);
      const at = instance.exports.input(bytes.length) >>> 0;
      new Uint8Array(instance.exports.mem.buffer).set(bytes, at);
      const answer = BigInt.asUintN(64, instance.exports.call(bytes.length));
      return decoder.decode(new Uint8Array(instance.exports.mem.buffer, Number(answer >> 32n), Number(answer & 0xffffffffn)));
    };
    for (let i = 0; i < 300; i++) once();
    const start = performance.now();
    for (let i = 0; i < 500; i++) once();
    return (performance.now() - start) / 500;
  }, JSON.stringify({ op: "lint", body }));
  await page.close();
  return ms;
}

/** From the start of the navigation to what is drawn. */
async function navigation(name) {
  const context = await browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce" });
  const page = await context.newPage();
  if (name === "page") {
    await page.addInitScript((text) => {
      localStorage.setItem("linqlint.text", JSON.stringify({ text, kind: "" }));
      const look = () => {
        const root = document.querySelector("[data-editor]")?.shadowRoot;
        if (root?.querySelector(".cm-lintRange-error")) requestAnimationFrame(() => { window.drawn = performance.now(); });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, wrong);
  }
  await page.goto(url(name));
  await page.waitForFunction(() => window.drawn !== undefined);
  const ms = await page.evaluate(() => window.drawn);
  await context.close();
  return ms;
}

/** From a key to the squiggle that it causes, and back. */
async function keys(count) {
  const context = await browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.addInitScript((text) => localStorage.setItem("linqlint.text", JSON.stringify({ text, kind: "" })), body);
  await page.goto(url("page"));
  await page.waitForFunction(() =>
    document.querySelector("[data-live]")?.textContent && document.querySelector("[data-editor]")?.shadowRoot?.querySelector(".cm-line"));
  await page.evaluate(() => {
    const root = document.querySelector("[data-editor]").shadowRoot;
    const line = [...root.querySelectorAll(".cm-line")].find((l) => l.textContent.includes("+14155550123"));
    window.times = [];
    let pressed;
    root.addEventListener("keydown", () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
      const now = root.querySelector(".cm-lintRange-error") !== null;
      if (now === window.wrong || pressed === undefined) return;
      window.wrong = now;
      const from = pressed;
      pressed = undefined;
      requestAnimationFrame(() => { window.times.push(performance.now() - from); });
    }).observe(root, { subtree: true, childList: true, attributes: true });
    window.wrong = false;
    const box = line.getBoundingClientRect();
    window.at = [box.right, box.top + box.height / 2];
  });
  const spot = await page.evaluate(() => window.at);
  await page.mouse.click(spot[0] - 4, spot[1]);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft"); // before the closing quote
  await page.evaluate(() => { const root = document.querySelector("[data-editor]").shadowRoot; root.activeElement?.focus(); });
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(i % 2 === 0 ? "x" : "Backspace");
    await page.waitForFunction((n) => window.times.length === n, i + 1);
    await page.waitForTimeout(120);
  }
  const times = await page.evaluate(() => window.times);
  await context.close();
  return times;
}

/** Prints a figure. One that is over fails the run, unless it is for information only. */
function row(what, ours, theirs, budget, over, informs = false) {
  console.log(`${what.padEnd(58)} ${ours.padStart(9)} ${theirs.padStart(9)} ${budget.padStart(9)}  ${over ? "over" : "ok"}`);
  if (over && !informs) process.exitCode = 1;
}
const ms = (n) => `${n.toFixed(n < 10 ? 2 : 0)} ms`;

/** The medians of ours and of the empty one, by turns. */
async function compared(measure, ours, theirs) {
  const times = { [ours]: [], [theirs]: [] };
  for (let i = 0; i < rounds; i++) for (const name of [ours, theirs]) times[name].push(await measure(name));
  return [median(times[ours]), median(times[theirs])];
}

/** Measures ours beside the empty one and prints both, and how many times as long ours takes. */
async function versus(what, measure, ours, theirs, most) {
  if (!wanted(what)) return;
  const [time, empty] = await compared(measure, ours, theirs);
  row(what, ms(time), ms(empty), `${most.toFixed(1)} x`, time / empty > most);
  row("", `${(time / empty).toFixed(2)} x`, "1 x", "", time / empty > most);
}

try {
  console.log(`medians of ${rounds} rounds, Chromium ${browser.version()}, a body of ${Buffer.byteLength(body)} bytes\n`);
  console.log(`${"".padEnd(58)} ${"linqlint".padStart(9)} ${"empty".padStart(9)} ${"budget".padStart(9)}`);
  await versus("module: start to first diagnostics", startOf, "linqlint", "empty", 2);
  if (wanted("module: one call, warm")) {
    const call = await callTime();
    row("module: one call, warm", ms(call), "", "1 ms", call > 1);
  }
  await versus("page: navigation to first diagnostics drawn", navigation, "page", "bare", 4);
  if (wanted("page: key to drawn diagnostics")) {
    const typed = median(await keys(12));
    row("page: key to drawn diagnostics", ms(typed), "", "50 ms", typed > 50);
  }
  await pageBudgets(browser, url("page"), wanted, row, ms);
} finally {
  await browser.close();
  for (const server of Object.values(servers)) server.close();
  rmSync(bare, { recursive: true, force: true });
}
