import type { Page } from "@playwright/test";
import { content, expect, openWith, test, textOf, write } from "./page";

/** How much is in the page: what a key costs follows what is drawn. */
const drawn = (page: Page): Promise<Record<string, number>> => page.evaluate(() => {
  const editor = document.querySelector("[data-editor]")?.shadowRoot;
  const count = (root: ParentNode | null | undefined, selector: string): number => root?.querySelectorAll(selector).length ?? 0;
  return {
    units: editor?.querySelector(".cm-content")?.textContent?.length ?? 0,
    spans: count(editor, ".cm-content span"),
    parts: count(document, "[data-part]"),
    problems: count(document, ".problem"),
  };
});

/** Counts the elements that are added, taken away or changed until the next report is drawn. */
async function changedBy(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const touched = new Set<Node>();
    const observer = new MutationObserver((records) => records.forEach((r) => [r.target, ...r.addedNodes, ...r.removedNodes].forEach((node) => touched.add(node))));
    const what = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document.querySelector(".stage") as Element, what);
    Object.assign(window, { touched, observer });
  });
  const place = page.locator(".problem-place").last();
  const before = await place.textContent();
  await page.keyboard.press(key);
  await expect(place).not.toHaveText(before ?? "");
  return page.evaluate(() => (window as unknown as { touched: Set<Node> }).touched.size);
}

/** Has the page count the large texts that it reads itself. */
const countReads = (page: Page): Promise<unknown> => page.addInitScript(() => {
  const read: string[] = [];
  const parse = JSON.parse;
  JSON.parse = (text: string, ...rest: []): unknown => {
    if (text.length > 100_000) read.push(text.replace(/\s/g, "").slice(0, 5));
    return parse(text, ...rest);
  };
  Object.assign(window, { read });
});

/** The beginnings of the large bodies that it has read. */
const readTexts = async (page: Page): Promise<string[]> =>
  (await page.evaluate(() => (window as unknown as { read: string[] }).read)).filter((start) => start === '{"to"');

test("of 30,000 parts a hundred are drawn, and a key draws none of them again", async ({ page }) => {
  const parts = Array.from({ length: 30_000 }, () => ({ type: "text", value: "x" }));
  await openWith(page, JSON.stringify({ to: ["+12025550123"], message: { parts } }));
  await expect(page.locator(".problem-message").first()).toContainText("30000 elements");
  await expect(page.locator("[data-part]")).toHaveCount(100);
  const counts = await drawn(page);
  expect(counts).toMatchObject({ parts: 100, problems: 12 });
  expect(counts.units).toBeLessThan(3000);
  expect(counts.spans).toBeLessThan(200);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  expect(await changedBy(page, "1")).toBeLessThan(20);
  await expect(page.locator(".not-drawn")).toHaveText("29,900 more parts are not drawn");
});

test("a key in 30,000 parts lays the page out for the text and for the report, and no more", async ({ page }) => {
  const parts = Array.from({ length: 30_000 }, () => ({ type: "text", value: "x" }));
  await openWith(page, JSON.stringify({ to: ["+12025550123"], message: { parts } }));
  await expect(page.locator(".problem-message").first()).toContainText("30000 elements");
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const layouts = async () => (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "LayoutCount")?.value ?? 0;
  const place = page.locator(".problem-place").last();
  const counted: number[] = [];
  for (const key of ["1", "Backspace", "1", "Backspace", "1"]) {
    const [before, from] = [await place.textContent(), await layouts()];
    await page.keyboard.press(key);
    await expect(place).not.toHaveText(before ?? "");
    counted.push((await layouts()) - from);
  }
  expect(Math.min(...counted)).toBeLessThanOrEqual(3);
});

test("a large body is read in the worker, and the message follows the keys", async ({ page }) => {
  await countReads(page);
  const parts = Array.from({ length: 10_000 }, () => ({ type: "text", value: "x" }));
  await openWith(page, JSON.stringify({ to: ["+12025550123"], message: { parts } }));
  await expect(page.locator(".problem-message").first()).toContainText("10000 elements");
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  const seen = (await readTexts(page)).length;
  await page.keyboard.press("Delete");
  await expect(page.locator(".contact-name")).toHaveText("+1205550123");
  // A text that is broken dims the message until it is whole again.
  await page.keyboard.type('"');
  await expect(page.locator(".outdated")).toBeVisible();
  await expect(page.locator(".not-drawn")).toHaveText("9,900 more parts are not drawn");
  await page.keyboard.press("Backspace");
  await expect(page.locator(".outdated")).toHaveCount(0);
  expect((await readTexts(page)).slice(seen)).toEqual([]);
  // What asks for all of the value has it.
  await page.locator(".problem-go").first().click();
  await expect.poll(() => content(page).evaluate((e) => (e.getRootNode() as ShadowRoot).activeElement === e)).toBe(true);
});

test("a large text that is pasted is there before the next key, and the page does not read it", async ({ page }) => {
  await countReads(page);
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "before" }] } });
  const parts = Array.from({ length: 30_000 }, (_, i) => ({ type: "text", value: `part ${i}` }));
  const pasted = JSON.stringify({ to: ["+12025550123"], message: { parts } }, null, 2);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  const lines = await content(page).evaluate((box, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
    // A key in the same task as the paste.
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true, cancelable: true, composed: true }));
    return text.split("\n").length;
  }, pasted);
  await expect(page.locator(".cm-lineNumbers .cm-gutterElement").last()).toHaveText(String(lines + 1));
  await expect(page.locator(".problem-message").first()).toContainText("30000 elements");
  await expect(page.locator("[data-part]")).toHaveCount(100);
  await expect(page.locator(".not-drawn")).toHaveText("29,900 more parts are not drawn");
  expect(await readTexts(page)).toEqual([]);
  await expect.poll(() => textOf(page)).toBe(`${pasted}\n`);
});

test("the first problems are drawn, and the others once the reader comes near them", async ({ page }) => {
  const parts = Array.from({ length: 150 }, () => ({ type: "text", value: "x" }));
  await openWith(page, { to: ["+12025550123"], message: { parts } });
  await expect(page.locator(".problem")).toHaveCount(12);
  await expect(page.locator(".problem").nth(11)).toHaveAttribute("aria-setsize", "100");
  const more = page.getByRole("button", { name: "Show 88 more" });
  await expect(more).toHaveCount(1);
  await page.locator(".panel").evaluate((panel) => { panel.scrollTop = panel.scrollHeight; });
  await expect(page.locator(".problem")).toHaveCount(100);
  await expect(page.locator(".problem").last()).toHaveAttribute("aria-posinset", "100");
  await expect(more).toHaveCount(0);
});

test("of a long line what is in sight is colored, wherever it is scrolled to", async ({ page }) => {
  const parts = Array.from({ length: 3000 }, (_, i) => ({ type: "text", value: `part ${i}` }));
  await openWith(page, JSON.stringify({ to: ["+12025550123"], message: { parts } }));
  const scroller = page.locator("[data-editor] .cm-scroller");
  const uncolored = () => scroller.evaluate((box) => {
    const [left, right] = [box.getBoundingClientRect().left, box.getBoundingClientRect().right];
    return [...box.querySelectorAll(".cm-line")].flatMap((line) => [...line.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE).filter((node) => {
      const range = document.createRange();
      range.selectNode(node);
      const at = range.getBoundingClientRect();
      return at.right > left && at.left < right && /\w/.test(node.nodeValue ?? "");
    }).length;
  });
  await expect.poll(uncolored).toBe(0);
  for (const to of [400, 9000, 200_000]) {
    await scroller.evaluate((box, left) => { box.scrollLeft = left; }, to);
    await expect.poll(() => scroller.evaluate((box) => box.scrollLeft)).toBeGreaterThan(to / 2);
    await expect.poll(uncolored).toBe(0);
  }
  expect((await drawn(page)).spans).toBeLessThan(200);
});

test("a large text with short lines is wrapped and colored where it is in sight, and folds once it is small", async ({ page }) => {
  const parts = Array.from({ length: 2000 }, (_, i) => ({ type: "text", value: `part ${i}` }));
  await openWith(page, { to: ["+12025550123"], message: { parts } });
  await expect(page.locator(".cm-large.cm-lineWrapping")).toHaveCount(1);
  const color = (text: string) => page.locator(".cm-line span", { hasText: text }).first().evaluate((e) => getComputedStyle(e).color);
  const large = [await color('"message"'), await color('"part 1"')];
  expect((await drawn(page)).spans).toBeLessThan(500);
  await write(page, JSON.stringify({ message: { parts: [{ type: "text", value: "part 1" }] } }, null, 2));
  await expect(page.locator(".cm-large")).toHaveCount(0);
  expect([await color('"message"'), await color('"part 1"')]).toEqual(large);
  await expect(page.getByTitle("Fold line", { exact: true }).first()).toBeVisible();
});

test("a key outside of the texts has none of them measured again", async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    const post = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]): void {
      asked.push((args[0] as { op?: string }).op ?? "");
      post.apply(this, args);
    };
    Object.assign(window, { asked });
  });
  const body = (to: string, value: string) => JSON.stringify({ to: [to], message: { parts: [{ type: "text", value }] } });
  const askedBy = async (written: string, last: string): Promise<string[]> => {
    await page.evaluate(() => void ((window as unknown as { asked: string[] }).asked.length = 0));
    await write(page, written);
    const asked = (): Promise<string[]> => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
    await expect.poll(asked).toContain(last);
    return asked();
  };
  await openWith(page, body("+12025550123", "one"));
  expect(await askedBy(body("+12025550124", "two"), "measure")).toContain("lint");
  expect(await askedBy(body("+12025550125", "two"), "lint")).not.toContain("measure");
});

test("a problem that a key moved says where it is now, and leads there", async ({ page }) => {
  await openWith(page, '{"to": ["+12025550123"], "message": {"parts": [{"type": "text", "value": "x", "extra": 1}]}}');
  const problem = page.locator(".problem").filter({ hasText: "extra" });
  const place = problem.locator(".problem-place");
  const column = async () => Number((await place.textContent())?.split(":").at(-1));
  await expect(place).toContainText("/extra 1:");
  const before = await column();
  await problem.evaluate((row) => Object.assign(window, { row }));
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("   ");
  await expect.poll(column).toBe(before + 3);
  expect(await problem.evaluate((row) => row === (window as unknown as { row: Element }).row)).toBe(true);
  await problem.locator(".problem-go").click();
  await expect.poll(() => content(page).evaluate((e) => String((e.getRootNode() as unknown as { getSelection(): Selection }).getSelection()))).toMatch(/^"?extra/);
});
