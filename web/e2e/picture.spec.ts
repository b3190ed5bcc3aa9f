import type { Page } from "@playwright/test";
import { bodyOf, content, expect, openWith, test } from "./page";

/** Drops a picture of one pixel on a part. */
async function drop(page: Page, part: number): Promise<void> {
  await page.evaluate((index) => {
    const png = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([png], "a.png", { type: "image/png" }));
    document.querySelector(`[data-part='${index}']`)?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, part);
}

/** The parts that are drawn with a picture, by their index. */
const drawn = (page: Page): Promise<(string | null)[]> =>
  page.locator(".row:has(img.media-picture)").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-part")));

test("no URL of a body is ever loaded; a dropped picture is drawn", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "media", url: "https://elsewhere.example.com/a.png" }, { type: "imessage_app", layout: { image_url: "https://elsewhere.example.com/b.png" } }] } });
  await expect(page.locator(".media-tile")).toContainText("a.png");
  await drop(page, 0);
  await expect(page.locator("img.media-picture")).toHaveJSProperty("naturalWidth", 1);
});

test("what a picture would land on is marked while it is dragged", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: "a" }, { type: "media", url: "https://cdn.example.com/a.jpg" }] } });
  const drag = (type: string, selector: string): Promise<void> => page.evaluate(([name, on]) => {
    const data = new DataTransfer();
    data.items.add(new File([], "a.png", { type: "image/png" }));
    document.querySelector(on as string)?.dispatchEvent(new DragEvent(name as string, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [type, selector]);
  await drag("dragover", "[data-part='1'] .media");
  await expect(page.locator("[data-part='1']")).toHaveAttribute("data-over");
  await expect(page.locator(".drop-veil")).toBeVisible();
  await drag("dragover", "[data-part='0']");
  await expect(page.locator("[data-over]")).toHaveCount(0);
  await drag("dragleave", "[data-part='0']");
  await expect(page.locator(".drop-veil")).toHaveCount(0);
});

test("a dropped picture goes where its part goes", async ({ page }) => {
  const media = (name: string) => ({ type: "media", url: `https://cdn.example.com/${name}.jpg` });
  await openWith(page, { message: { parts: [media("a"), { type: "text", value: "b" }, media("c")] } });
  await drop(page, 2);
  await expect.poll(() => drawn(page)).toEqual(["2"]);

  // Another order in the form, and back by undo in the editor.
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.getByRole("button", { name: "Move part 3 up" }).click();
  await expect.poll(() => drawn(page)).toEqual(["1"]);
  await page.getByRole("button", { name: "Move part 2 up" }).click();
  await expect.poll(() => drawn(page)).toEqual(["0"]);
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => drawn(page)).toEqual(["1"]);

  // Its URL is edited, a part before it is removed, it is removed itself, and that undone.
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.locator(".part-card").nth(1).getByLabel(/^url/).fill("https://cdn.example.com/d.jpg");
  await expect.poll(() => drawn(page)).toEqual(["1"]);
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await expect.poll(() => drawn(page)).toEqual(["0"]);
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await expect.poll(() => bodyOf(page)).toEqual({ message: { parts: [{ type: "text", value: "b" }] } });
  await expect.poll(() => drawn(page)).toEqual([]);
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => drawn(page)).toEqual(["0"]);
});
