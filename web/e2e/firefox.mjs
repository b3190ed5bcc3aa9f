// The smoke part of the tests in Firefox: npm run e2e:firefox (after npm run
// build). FIREFOX names the program, firefox-esr unless it is given.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { serve } from "../scripts/serve.mjs";
import { Firefox } from "./bidi.mjs";

const body = (value, more = {}) => JSON.stringify({ to: ["+12025550123"], message: { parts: [{ type: "text", value, ...more }] } }, null, 2);
const wrong = body("🎉 Sale", { text_decorations: [{ range: [5, 9], style: "bold" }] });

const server = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
const url = `http://127.0.0.1:${server.address().port}/`;
const began = performance.now();
const page = await Firefox.open(process.env.FIREFOX ?? "firefox-esr", 1280, 800);

const problems = () => page.evaluate(() => [...document.querySelectorAll(".problem-message")].map((e) => e.textContent));
const kept = () => page.evaluate(() => {
  dispatchEvent(new PageTransitionEvent("pagehide"));
  return JSON.parse(sessionStorage.getItem("linqlint.tab")).text;
});
/** Opens the page with a text, as if it had been left there. */
async function open(text) {
  await page.gotoAfter(url, (kept) => {
    sessionStorage.clear();
    localStorage.clear();
    localStorage.setItem("linqlint.text", JSON.stringify({ text: kept, kind: "" }));
  }, text);
  await page.until("the first report", () => document.querySelector("[data-live]")?.textContent);
}

const tests = {
  "starts, and shows one problem with its fix": async () => {
    await page.goto(url);
    await page.until("a problem", () => document.querySelector(".fix-button") !== null);
    assert.equal((await problems()).length, 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth));
  },
  "a fix is applied by the engine, and undone": async () => {
    await open(wrong);
    await page.button("count in UTF-16 code units");
    await page.until("no problems", () => document.querySelector(".problem") === null);
    assert.match(await kept(), /\[3, ?7\]/);
    await page.keys(["Control", "z"]);
    await page.until("the problem", () => document.querySelector(".problem") !== null);
    assert.equal(await kept(), wrong);
  },
  "what is typed is checked and drawn": async () => {
    await open(body("Hello"));
    await page.click("the text's line", () => [...document.querySelector("[data-editor]").shadowRoot.querySelectorAll(".cm-line")].find((l) => l.textContent.includes("Hello")));
    await page.keys("End", "Backspace", " you\"");
    await page.until("the bubble", () => document.querySelector(".bubble-text")?.textContent === "Hello you");
  },
  "words are selected by the keyboard and made bold": async () => {
    await open(body("Hello you"));
    await page.click("the bubble", () => document.querySelector("[data-text-part]"));
    await page.keys(["Control", "a"], "b");
    await page.until("bold", () => document.querySelector(".style-bold")?.textContent === "Hello you");
    assert.match(await kept(), /"range": \[0, 9\]/);
  },
  "the form, the tabs and the dialogs open": async () => {
    await open(wrong);
    await page.button("Form");
    await page.until("the form", () => document.querySelector(".form textarea")?.value === "🎉 Sale");
    for (const tab of ["Forecast", "Code", "Split", "Rules"]) {
      await page.button(tab);
      await page.until(tab, () => (document.getElementById("panel")?.textContent.length ?? 0) > 80);
    }
    await page.button("Examples");
    await page.until("the examples", () => document.querySelectorAll("dialog .sample").length > 5);
    await page.keys("Escape");
    await page.button("Share");
    await page.until("the link", () => document.querySelector(".share-link")?.value.includes("#v1="));
    await page.keys("Escape");
  },
  "Markdown becomes parts, in the tools module": async () => {
    await open(body("Hello"));
    await page.button("Markdown");
    await page.until("the parts it makes", () => document.querySelector(".markdown-result") !== null);
    await page.button("Replace the parts");
    await page.until("the parts", () => document.querySelector(".bubble .style-bold") !== null);
  },
};

let failed = 0;
try {
  for (const [name, run] of Object.entries(tests)) {
    const start = performance.now();
    try {
      await run();
      assert.deepEqual(page.errors, [], "errors on the console");
      console.log(`ok    ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed++;
      page.errors.length = 0;
      console.error(`fails ${name}\n${error.stack}`);
    }
  }
} finally {
  await page.close();
  server.close();
}
console.log(`${Object.keys(tests).length - failed} of ${Object.keys(tests).length} in Firefox, ${((performance.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = failed === 0 ? 0 : 1;
