// The packed extension in VS Code for the browser. The steps build on each
// other: starting VS Code takes longer than all of them.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openCode } from "./code.mjs";
import { serve } from "./server.mjs";
import { unpack } from "./vsix.mjs";

const order = `{
  "to": ["+1 (415) 555-9876"],
  "message": {
    "parts": [
      { "type": "text", "value": "Your order has shipped" }
    ],
    "effect": { "type": "screen", "name": "confeti" }
  }
}
`;
const files = {
  "order.json": order,
  "draft.json": '{\n  "to": ["+14155559876"],\n  "message": {\n    "parts": [{ "type": "text", "value": "On its way" }]\n  }\n}\n',
  "shop.json": '{\n  "name": "shop",\n  "version": "1.0.0"\n}\n',
  "saved.json": '{"text": "On its way", "part_index": 0.0,}\n',
  "trailing.json": '{"text": "On its way", "part_index": 0.0,}\n',
  "strict/linqlint.jsonc": '{\n  // effects are errors here\n  "rules": { "effect-name": "error", "to-handle": "off" }\n}\n',
  "lax/linqlint.jsonc": '{\n  "rules": { "to-larg": "off", "effect-name": "off" }\n}\n',
  "lax/lax.json": order,
  "strict/strict.json": order,
};

const results = fileURLToPath(new URL("../test-results", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "linqlint-extension-"));
let server, code, page;
before(async () => {
  await unpack(folder);
  server = await serve(folder, files);
  code = await openCode(server.url);
  page = code.page;
});
after(async () => {
  mkdirSync(results, { recursive: true });
  await page?.screenshot({ path: join(results, "last.png") });
  await code?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until a function gives what is expected. */
async function eventually(get, expected, what = "") {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await get();
    if (expected instanceof RegExp ? expected.test(found) : found === expected) return;
    if (Date.now() > end) assert.fail(`${what} ${JSON.stringify(found)}, expected ${expected}`);
    await page.waitForTimeout(50);
  }
}
const engineLoads = () => code.asked.filter((url) => url.endsWith("/linqlint.wasm")).length;

test("other JSON is left alone, without the engine", async () => {
  await code.open("shop.json");
  await page.waitForTimeout(1500);
  assert.equal(await page.locator(".squiggly-error, .squiggly-warning").count(), 0);
  assert.equal(engineLoads(), 0);
});

test("a payload has its problems underlined and listed", async () => {
  await code.open("order.json");
  await code.squiggles("error").waitFor();
  await code.squiggles("warning").waitFor();
  assert.equal(engineLoads(), 1);
  await page.keyboard.press("Control+Shift+m");
  const rows = page.locator(".markers-panel .monaco-list-row");
  await rows.filter({ hasText: 'recipient "+1 (415) 555-9876" is neither an E.164 number nor an email address' }).filter({ hasText: "to-handle" }).first().waitFor();
  await rows.filter({ hasText: 'unknown effect "confeti"' }).first().waitFor();
  await page.screenshot({ path: join(results, "problems.png") });
  await page.keyboard.press("Control+Shift+m");
});

test("hover explains the member and the rule", async () => {
  await page.locator(".view-line", { hasText: "confeti" }).getByText("confeti").hover();
  const hover = page.locator(".monaco-hover:visible");
  await hover.getByText("unknown effect").waitFor();
  await eventually(() => hover.innerText(), /name — a string[^]*confetti[^]*\(effect-name\)/, "hover");
  await page.mouse.move(5, 5);
});

test("quick fixes", async () => {
  for (const [line, column, title, fixed] of [[7, 45, 'write "confetti"', /"name": "confetti"/], [2, 12, "+14155559876", /"to": \["\+14155559876"\]/]]) {
    await code.goTo(line, column);
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row.focused", { hasText: title }).waitFor();
    await page.keyboard.press("Enter");
    await eventually(code.text, fixed);
  }
  await eventually(() => page.locator(".squiggly-error, .squiggly-warning").count(), 0);
});

test("completion of a value and of a name", async () => {
  const list = page.locator(".suggest-widget .monaco-list-row");
  await code.goTo(7, 44);
  await page.keyboard.press("Control+Space");
  await list.filter({ hasText: "fireworks" }).first().waitFor();
  await page.keyboard.press("Escape");
  await code.open("draft.json");
  await page.getByRole("button", { name: "Open Preview to the Side" }).waitFor(); // it was checked
  await code.goTo(3, 15);
  await page.keyboard.type(' "pref');
  await list.filter({ hasText: "preferred_service" }).first().waitFor();
  await page.keyboard.press("Enter");
  await eventually(code.text, /"preferred_service": /);
  await code.squiggles("error").first().waitFor(); // it was checked while it does not parse
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Space");
  await list.filter({ hasText: "iMessage" }).first().waitFor();
  await list.filter({ hasText: "SMS" }).first().click();
  await eventually(code.text, /"message": \{ "preferred_service": "SMS"\n/);
});

test("the preview shows the message, follows the document and changes it", async () => {
  await code.open("order.json");
  await page.getByRole("button", { name: "Open Preview to the Side" }).first().click();
  const message = code.webview();
  const bubble = message.locator(".bubble-text").first();
  await bubble.waitFor({ timeout: 30_000 });
  assert.equal((await bubble.innerText()).trim(), "Your order has shipped");
  await message.locator(".status", { hasText: "Sent with" }).waitFor();
  await page.locator(".editor-group-container").first().locator(".view-line", { hasText: "shipped" }).click();
  await code.goTo(5, 57);
  await page.keyboard.type(" today");
  await eventually(async () => (await bubble.innerText()).trim(), "Your order has shipped today");
  await bubble.click({ position: { x: 12, y: 8 } });
  await bubble.press("Control+a");
  await message.locator(".tool-bold").click();
  await eventually(code.text, /"text_decorations"/);
  await page.screenshot({ path: join(results, "preview.png") });
});

test("a sticker in the preview selects its source in the document", async () => {
  const message = code.webview();
  await message.getByRole("button", { name: "sticker" }).click();
  await eventually(code.text, /"inline_stickers"/);
  await page.keyboard.type("https://example.com/star.png");
  await eventually(code.text, /"url": "https:\/\/example\.com\/star\.png"/);
  await page.screenshot({ path: join(results, "sticker.png") });
});

test("SMS in the preview", async () => {
  const message = code.webview();
  await message.getByRole("button", { name: "SMS" }).click();
  await message.locator(".drops").waitFor();
  await page.locator(".tab", { hasText: "Preview order.json" }).getByRole("button", { name: /Close/ }).click();
});

test("all safe fixes when the document is saved", async () => {
  await code.open("saved.json");
  await code.goTo(1, 21);
  await page.keyboard.type(" soon");
  await page.keyboard.press("Control+s"); // before the document was checked again
  await eventually(code.text, /"On its way soon", "part_index": 0\}/);
});

test("a document is checked as the kind that a command gives it", async () => {
  await code.open("shop.json");
  await code.command("linqlint: Check This Document As…");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "messages.edit" }).first().click();
  await code.squiggles("error").first().waitFor();
});

test("all safe fixes at once", async () => {
  await code.open("trailing.json");
  await code.squiggles("error").first().waitFor();
  await code.command("linqlint: Apply All Safe Fixes");
  await eventually(code.text, /"part_index": 0\}/);
  await eventually(() => code.squiggles("error").count(), 0);
});

test("settings of a folder: severities, and the schema of linqlint.jsonc", async () => {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "strict" }).first().click();
  await code.open("strict.json");
  await eventually(() => code.squiggles("error").count(), 1);
  await eventually(() => code.squiggles("warning").count(), 0);
  await code.open("linqlint.jsonc");
  await code.goTo(3, 29);
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget .monaco-list-row", { hasText: "warning" }).first().waitFor();
  await page.keyboard.press("Escape");
});

test("a rule that does not exist is named at its place, and the rest applies", async () => {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "lax" }).first().click();
  await code.open("lax.json");
  await eventually(() => code.squiggles("error").count(), 1); // the recipient
  await eventually(() => code.squiggles("warning").count(), 0);
  await page.keyboard.press("Control+Shift+m");
  await page.locator(".markers-panel .monaco-list-row", { hasText: 'no rule matches "to-larg"; did you mean "to-large"?' }).first().waitFor();
  await page.keyboard.press("Control+Shift+m");
});

test("a new body", async () => {
  await code.command("linqlint: New Request Body");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "messages.create" }).first().click();
  await eventually(code.text, /"parts": \[\n\s+\{\n\s+"type": "text",\n\s+"value": ""/);
  await eventually(() => code.squiggles("error").count(), 2); // no text and no number yet
});

test("code that sends the body", async () => {
  await code.open("order.json");
  await code.command("linqlint: Show Code That Sends This Body");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "curl" }).first().click();
  await page.locator(".view-line", { hasText: "curl" }).first().waitFor();
});

test("nothing is asked of another host", () => {
  const hosts = new Set(code.asked.filter((url) => url.startsWith("http")).map((url) => new URL(url).hostname.replace(/^.*\.(?=localhost$)/, "")));
  assert.deepEqual([...hosts], ["localhost"]);
});
