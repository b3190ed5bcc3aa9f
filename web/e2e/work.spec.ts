import type { Page } from "@playwright/test";
import { bodyOf, checked, content, expect, hello, openWith, problems, test, textOf, write } from "./page";

const own = { to: ["+12025550123"], message: { parts: [{ type: "text", value: "My own words" }] } };
const linked = { to: ["+12025550199"], message: { parts: [{ type: "text", value: "From a link" }] } };

/** The fragment of a link to a body. */
async function linkTo(page: Page, body: unknown): Promise<string> {
  return page.evaluate(async (payload) => {
    const stream = new Blob([payload]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return `#v1=${btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  }, JSON.stringify({ body: JSON.stringify(body) }));
}

const menu = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name: "Menu" }).click();
  await page.locator(".menu-list button").filter({ hasText: name }).click();
};

test("a link leaves the address, keeps its edits over a reload, and gives the former text back", async ({ page }) => {
  await openWith(page, own);
  const fragment = await linkTo(page, linked);
  await page.goto(`./${fragment}`);
  await expect(page.locator(".bubble-text")).toHaveText("From a link");
  expect(new URL(page.url()).hash).toBe("");
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\n");
  await page.reload();
  await expect.poll(() => textOf(page)).toBe(`${JSON.stringify(linked)}\n`);
  await menu(page, "Recent texts…");
  await page.getByRole("dialog").getByRole("button", { name: /^My own words/ }).click();
  await expect.poll(() => bodyOf(page)).toEqual(own);
});

test("a link that is opened over the reader's text offers it back, and stores nothing before an edit", async ({ page, context }) => {
  await openWith(page, own);
  const other = await context.newPage();
  await other.goto(`./${await linkTo(page, linked)}`);
  await expect(other.locator(".bubble-text")).toHaveText("From a link");
  expect(await other.evaluate(() => (JSON.parse(localStorage.getItem("linqlint.text") ?? "{}") as { text: string }).text)).toContain("My own words");
  await other.getByRole("button", { name: "Your text from before" }).click();
  await expect(other.locator(".bubble-text")).toHaveText("My own words");
  await other.getByRole("button", { name: "Undo" }).first().click();
  await expect(other.locator(".bubble-text")).toHaveText("From a link");
});

test("a damaged link opens the kept text", async ({ page, context }) => {
  await openWith(page, own);
  const other = await context.newPage();
  await other.goto("./#v1=broken!");
  await expect(other.locator(".notice-bad")).toContainText("This link cannot be opened");
  await expect(other.locator(".bubble-text")).toHaveText("My own words");
});

test("undo works wherever the focus is, for every way to change the body", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: "Sale today" }], preferred_service: "sms" } });
  const start = await textOf(page);
  const undone = async (): Promise<void> => {
    await expect.poll(() => textOf(page)).not.toBe(start);
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => textOf(page)).toBe(start);
  };
  await page.getByRole("button", { name: /^Fix all/ }).click(); // the button is gone afterwards
  await undone();
  await problems(page).getByRole("button", { name: 'write "SMS"' }).click();
  await undone();
  await checked(page); // what is drawn after the undo, in which the text is selected
  await expect(async () => {
    await page.locator("[data-text-part]").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("b");
    await expect.poll(() => textOf(page), { timeout: 3_000 }).not.toBe(start);
  }).toPass();
  await undone();
  await menu(page, "Clear");
  await undone();
  await page.getByRole("button", { name: "Form", exact: true }).click();
  const field = page.locator("textarea.text-field");
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await undone();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(field).toHaveValue("Sale today!");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(field).toHaveValue("Sale today");
  await page.getByRole("tab", { name: "Markdown" }).click();
  await page.getByRole("button", { name: "Replace the parts" }).click({ timeout: 30_000 });
  await undone();
});

test("a notice takes back what it speaks of, and nothing else", async ({ page }) => {
  await openWith(page, own);
  await menu(page, "Clear");
  await expect.poll(() => textOf(page)).toBe("");
  const undo = page.locator(".notice").getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await undo.click();
  await expect.poll(() => bodyOf(page)).toEqual(own);
  await menu(page, "Clear");
  await write(page, "{}");
  await expect(undo).toHaveCount(0); // the text is another one now
});

test("a reload right after a key loses nothing", async ({ page }) => {
  await openWith(page, own);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\n\n\n");
  await page.reload();
  await checked(page);
  expect(await textOf(page)).toBe(`${JSON.stringify(own, null, 2)}\n\n\n`);
});

test("two tabs keep a text each", async ({ page, context }) => {
  await openWith(page, own);
  const other = await context.newPage();
  await other.goto("");
  await expect(other.locator(".bubble-text")).toHaveText("My own words");
  await write(other, JSON.stringify(linked));
  await expect.poll(() => bodyOf(other)).toEqual(linked);
  await page.reload();
  await expect(page.locator(".bubble-text")).toHaveText("My own words");
  await other.reload();
  await expect(other.locator(".bubble-text")).toHaveText("From a link");
});

test("a kept kind that this version does not know is detected", async ({ page }) => {
  await openWith(page, { text: "x" }, "bogus.kind");
  await expect(page.getByRole("combobox", { name: "Kind of request" }).locator("option").first()).toHaveText("messages.edit (detected)");
});

test("recent texts are named by their first words and can be deleted", async ({ page }) => {
  await openWith(page, own);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: /^Table booked/ }).click();
  await menu(page, "Recent texts…");
  await expect(page.getByRole("dialog")).toContainText("My own words");
  await page.getByRole("button", { name: "Delete “My own words”" }).click();
  await expect(page.getByRole("dialog")).toContainText("No text was replaced yet.");
});

test("a file is opened and saved by button, and one that is not text is refused", async ({ page }) => {
  await openWith(page, hello);
  await page.evaluate(() => { delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker; });
  const choose = async (name: string, data: Buffer): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await menu(page, "Open a file…");
    await (await chooser).setFiles({ name, mimeType: "", buffer: data });
  };
  await choose("body.json", Buffer.from(JSON.stringify(own)));
  await expect(page.locator(".bubble-text")).toHaveText("My own words");
  await choose("image.bin", Buffer.from([0xff, 0xfe, 0, 1, 2, 200]));
  await expect(page.locator(".notice-bad")).toContainText("not a UTF-8 text file");
  await expect.poll(() => bodyOf(page)).toEqual(own);
  const saved = page.waitForEvent("download");
  await menu(page, "Save body.json");
  expect((await saved).suggestedFilename()).toBe("body.json");
});

test("an example over the reader's text says so and gives it back", async ({ page }) => {
  await openWith(page, own);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: /^Table booked/ }).click();
  await expect(page.locator(".notice")).toContainText("The example is open.");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(own);
});

test("a tab that only shows a text does not keep it over another tab's newer one", async ({ page, context }) => {
  await openWith(page, own);
  const other = await context.newPage();
  await other.goto("");
  await expect(other.locator(".bubble-text")).toHaveText("My own words");
  await write(page, JSON.stringify(linked));
  await expect.poll(() => bodyOf(page)).toEqual(linked);
  await other.close({ runBeforeUnload: true });
  const third = await context.newPage();
  await third.goto("");
  await expect(third.locator(".bubble-text")).toHaveText("From a link");
});

test("what is typed before a link is opened stays, and the link waits for the engine", async ({ page, context }) => {
  await openWith(page, own);
  const fragment = await linkTo(page, linked);
  const other = await context.newPage();
  let go = (): void => undefined;
  const wait = new Promise<void>((resolve) => (go = resolve));
  await other.route(/linqlint-[^/]*\.wasm/, async (route) => { await wait; await route.continue(); });
  await other.goto(`./${fragment}`);
  await content(other).focus();
  await other.keyboard.insertText('{"message": {"parts": []}, "typed": 1}');
  expect(new URL(other.url()).hash).toBe(fragment); // a reload opens it again
  go();
  await expect(other.locator(".bubble-text")).toHaveText("From a link");
  await other.getByRole("button", { name: "Your text from before" }).click();
  await expect.poll(() => textOf(other)).toContain('"typed"');
  await menu(other, "Recent texts…");
  await expect(other.getByRole("dialog")).toContainText("My own words");
});

test("a link that the engine cannot open stays in the address, and the reader's text is open", async ({ page, context }) => {
  await openWith(page, own);
  const fragment = await linkTo(page, linked);
  const other = await context.newPage();
  await other.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete self.WebAssembly;${await response.text()}` });
  });
  await other.goto(`./${fragment}`);
  await expect(other.locator(".notice-bad")).toContainText("It is still in the address");
  await expect(other.locator(".bubble-text")).toHaveText("My own words");
  expect(new URL(other.url()).hash).toBe(fragment);
  await other.unrouteAll({ behavior: "ignoreErrors" }); // the worker may be on its way once more
});

test("of two links the newer one is opened, over records that come back", async ({ page }) => {
  await openWith(page, hello);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"a":1}\n{"a":2}\n'], "campaign.ndjson"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.locator(".record").nth(1).click();
  await write(page, '{"a":3}');
  const fragments = [await linkTo(page, own), await linkTo(page, linked)];
  await page.evaluate(([first, second]) => { location.hash = first ?? ""; location.hash = second ?? ""; }, fragments);
  await expect(page.locator(".bubble-text")).toHaveText("From a link");
  await page.getByRole("button", { name: "Your text from before" }).click();
  await expect(page.locator(".record").nth(1)).toHaveAttribute("aria-current", "true");
  await expect.poll(() => bodyOf(page)).toEqual({ a: 3 });
});

test("a deleted recent text comes back, and the keyboard stays in the dialog", async ({ page }) => {
  await openWith(page, own);
  await menu(page, "Clear");
  await menu(page, "Recent texts…");
  await page.getByRole("button", { name: "Delete “My own words”" }).press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Close", exact: true })).toBeFocused();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("dialog")).toContainText("My own words");
});
