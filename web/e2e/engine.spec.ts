import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { moduleOf } from "../src/engine/client";
import { corpusRequests, path } from "../test/wasm";
import { bodyOf, checked, content, expect, hello, openWith, problems, test, write } from "./page";

/** Lets a test reach the page's worker. */
async function holdWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = window as unknown as { engine: Worker; failNext: boolean };
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        held.engine = this;
      }
      override postMessage(message: unknown): void {
        const forced = held.failNext ? { ...(message as object), op: "panic", args: {}, module: "linqlint" } : message;
        held.failNext = false;
        super.postMessage(forced);
      }
    };
  });
}

test("the whole corpus gives the same in the browser as natively, byte for byte", async ({ page }) => {
  await holdWorker(page);
  await openWith(page, hello);
  const requests = corpusRequests();
  const native = execFileSync(path("generated/replay"), { input: requests.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
  const answers = await page.evaluate((list) => new Promise<string[]>((resolve) => {
    const { engine } = window as unknown as { engine: Worker };
    const out: string[] = [];
    const base = 1_000_000;
    engine.addEventListener("message", (event: MessageEvent<{ type: string; id: number; text: string }>) => {
      const { type, id, text } = event.data;
      if (type !== "answer" || id < base) return;
      out[id - base] = text;
      if (out.filter((a) => a !== undefined).length === list.length) resolve(out);
    });
    list.forEach((request, i) => engine.postMessage({ id: base + i, ...request }));
  }), requests.map((text) => {
    const { op, ...args } = JSON.parse(text) as { op: string };
    return { op, args, module: moduleOf(op) };
  }));
  expect(answers).toHaveLength(native.length);
  native.forEach((want, i) => { if (answers[i] !== want) expect(answers[i], requests[i]).toBe(want); });
});

test("a worker that panics is replaced, and the text is safe", async ({ page }) => {
  await holdWorker(page);
  await openWith(page, hello);
  const before = await page.evaluate(() => { const w = window as unknown as { engine: Worker; first: Worker; failNext: boolean }; w.first = w.engine; w.failNext = true; return true; });
  expect(before).toBe(true);
  await write(page, '{"to":["1"],"message":{"parts":[{"type":"text","value":"b"}]}}');
  await expect.poll(() => page.evaluate(() => { const w = window as unknown as { engine: Worker; first: Worker }; return w.engine !== w.first; })).toBe(true);
  await expect.poll(() => bodyOf(page)).toEqual({ to: ["1"], message: { parts: [{ type: "text", value: "b" }] } });
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" ");
  await expect(problems(page).filter({ hasText: "to-handle" })).toHaveCount(1);
  await expect(page.locator(".engine")).toHaveCount(0);
});

test.describe("with a service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("works offline once it was loaded", async ({ page, context }) => {
    await openWith(page, hello);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    });
    // The tools come when the page is idle.
    await expect.poll(() => page.evaluate(async () => {
      const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("linqlint-")) ?? "");
      return (await cache.keys()).some(({ url }) => url.includes("tools") && url.endsWith(".wasm"));
    }), { timeout: 40_000 }).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await checked(page);
    await write(page, '{"to":["1"],"message":{"parts":[{"type":"text","value":"b"}]}}');
    await expect(problems(page).filter({ hasText: "to-handle" })).toHaveCount(1);
    await page.getByRole("tab", { name: "Markdown" }).click();
    await expect(page.locator(".markdown-result .style-bold").first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole("tab", { name: "Code" }).click();
    await expect(page.locator(".code .code-block")).toContainText("curl");
    await context.setOffline(false);
  });
});

test("the policy lets nothing in from elsewhere", async ({ page, watched }) => {
  await openWith(page, hello);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  const blocked = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.inline = true";
    document.head.append(script);
    const style = document.createElement("style");
    style.textContent = "body { outline: 9px solid red }";
    document.head.append(style);
    const fetched = await fetch("https://example.com/").then(() => true, () => false);
    return { inline: "inline" in window, styled: getComputedStyle(document.body).outlineWidth === "9px", fetched };
  });
  expect(blocked).toEqual({ inline: false, styled: false, fetched: false });
  watched.errors.length = 0; // this test asked for them
  watched.foreign.length = 0;
});

test("Markdown is shown as parts before it takes their place", async ({ page }) => {
  await openWith(page, hello);
  await page.getByRole("tab", { name: "Markdown" }).click();
  await page.getByRole("textbox", { name: "Markdown" }).fill("**Bold** and ~~gone~~");
  await expect(page.locator(".markdown-result .style-bold")).toHaveText("Bold", { timeout: 30_000 });
  await page.getByRole("button", { name: "Replace the parts" }).click();
  await expect.poll(() => bodyOf(page), { timeout: 30_000 }).toEqual({
    to: hello.to,
    message: { parts: [{ type: "text", value: "Bold and gone", text_decorations: [{ range: [0, 4], style: "bold" }, { range: [9, 13], style: "strikethrough" }] }] },
  });
});
