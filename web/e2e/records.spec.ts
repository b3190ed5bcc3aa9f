import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { bodyOf, checked, expect, hello, openWith, problems, test, textOf, write } from "./page";

const good = JSON.stringify(hello);
const bad = '{"to":["1"],"message":{"parts":[{"type":"text","value":"a"}]}}';

async function drop(page: Page, lines: string[]): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "campaign.ndjson"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, `${lines.join("\n")}\n`);
}

test("a dropped NDJSON file is listed with the state of each record", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, [good, bad, "{oops"]);
  await expect(page.locator(".record")).toHaveCount(3);
  await expect(page.locator(".record-fine")).toHaveText(["1"]);
  await expect(page.locator(".record-bad")).toHaveText(["2", "3"]);
  await page.locator(".record").nth(2).click();
  await expect.poll(() => textOf(page)).toBe("{oops");
  await expect(page.locator(".nothing")).toContainText("does not parse"); // and not the message of the record before it
  await expect(problems(page).filter({ hasText: "json-syntax" })).toHaveCount(1);
});

test("an edit stays in its record, is checked again, and is saved", async ({ page }) => {
  await page.addInitScript(() => { delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker; });
  await openWith(page, hello);
  await drop(page, [good, bad, good, bad]);
  await expect(page.locator(".record-bad")).toHaveText(["2", "4"]);
  await page.getByRole("button", { name: "Next record with problems" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(JSON.parse(bad));
  await write(page, bad.replace('"1"', '"+12025550123"'));
  await expect(page.locator(".record-bad")).toHaveText(["4"]);
  await page.locator(".record").first().click();
  await page.locator(".record").nth(1).click();
  await expect.poll(() => textOf(page)).toContain("+12025550123");
  await page.reload();
  await checked(page);
  await expect(page.locator(".record-bad")).toHaveText(["4"]);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as NDJSON" }).click();
  const path = await (await saved).path();
  expect(readFileSync(path, "utf8")).toBe(`${[good, bad.replace('"1"', '"+12025550123"'), good, bad].join("\n")}\n`);
});

test("a long file is checked and saved whole", async ({ page }) => {
  await page.addInitScript(() => { delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker; });
  await openWith(page, hello);
  const lines = Array.from({ length: 10_000 }, (_, i) => (i % 100 === 7 ? bad : JSON.stringify({ to: ["+12025550123"], message: { parts: [{ type: "text", value: `n${i}` }] } })));
  await drop(page, lines);
  await expect(page.locator(".records-head")).toContainText("record 1 of 10,000, 100 with problems");
  await expect(page.locator(".records-more")).toContainText("9,600 more records are not listed");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as NDJSON" }).click();
  expect(readFileSync(await (await saved).path(), "utf8")).toBe(`${lines.join("\n")}\n`);
});

test("undo goes back to the record that it changes", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, [good, bad]);
  await page.locator(".record").nth(1).click();
  await write(page, "{}");
  await page.locator(".record").first().click();
  await expect.poll(() => bodyOf(page)).toEqual(hello);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.locator(".record").nth(1)).toHaveAttribute("aria-current", "true");
  await expect.poll(() => bodyOf(page)).toEqual(JSON.parse(bad));
});

test("a thousand records are one stop of the Tab key, filtered and summed up by rule", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, Array.from({ length: 1000 }, (_, i) => (i % 100 === 7 ? bad : good)));
  await expect(page.locator(".records-head")).toContainText("10 with problems", { timeout: 30_000 });
  expect(await page.locator(".record[tabindex='0']").count()).toBe(1);
  await page.getByLabel("Only with problems").check();
  await expect(page.locator(".record-bad")).toHaveCount(10);
  await page.getByText("Problems by rule").click();
  await expect(page.locator(".records-rules li").first()).toHaveText("to-handle 10");
  await page.locator(".record-bad").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".record[aria-current='true']")).toHaveText("108");
});

test("a record is shown with every character that it has", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, [good, '{"text":"\\u0041","n":12345678901234567890,"text":"b"}']);
  await page.locator(".record").nth(1).click();
  await expect.poll(() => textOf(page)).toBe('{\n  "text": "\\u0041",\n  "n": 12345678901234567890,\n  "text": "b"\n}');
  await expect(problems(page).filter({ hasText: "duplicate member" })).toHaveCount(1);
});

test("a file that is too large to be kept is named, before and after a reload", async ({ page }) => {
  await openWith(page, hello);
  const record = JSON.stringify({ ...hello, note: "x".repeat(100_000) });
  await page.evaluate(([line]) => {
    const data = new DataTransfer();
    data.items.add(new File([`${line}\n`.repeat(60)], "campaign.ndjson"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [record]);
  await expect(page.locator(".notice")).toContainText("The browser does not keep campaign.ndjson");
  await page.reload();
  await expect(page.locator(".notice")).toContainText("campaign.ndjson is too large for the browser to keep. Open it again.");
  await expect(page.locator(".notice").getByRole("button", { name: "Open a file…" })).toBeVisible();
});

test("closed records come back, and the keyboard keeps its place at the last one with problems", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, [good, bad]);
  await expect(page.locator(".record-bad")).toHaveText(["2"]);
  const next = page.getByRole("button", { name: "Next record with problems" });
  await next.press("Enter");
  await expect(page.locator(".record").nth(1)).toHaveAttribute("aria-current", "true");
  await next.press("Enter");
  await expect(next).toBeFocused();
  await page.getByRole("button", { name: "Close the records" }).click();
  await expect(page.locator(".notice")).toContainText("campaign.ndjson is closed; record 2 stays open.");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".record").nth(1)).toHaveAttribute("aria-current", "true");
});
