import { bodyOf, expect, openWith, problems, test } from "./page";

const url = "https://cdn.linqapp.com/attachments/cup.png";
const withText = (part: object): object => ({ message: { parts: [{ type: "text", value: "Sip a cup of tea", ...part }] } });

/** Selects words of the message as a mouse does. */
async function select(page: import("@playwright/test").Page, from: number, to: number): Promise<void> {
  await page.locator("[data-text-part]").evaluate((box, [start, end]) => {
    (box as HTMLElement).focus();
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (start >= at && start <= at + length) range.setStart(node, start - at);
      if (end >= at && end <= at + length) range.setEnd(node, end - at);
      at += length;
    }
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }, [from, to] as const);
  await expect(page.locator(".ruler-range")).toHaveText(` [${from}, ${to})`);
}

test("words are replaced by a sticker, whose source the form asks for", async ({ page }) => {
  await openWith(page, withText({ text_decorations: [{ range: [4, 12], style: "bold" }] }));
  await select(page, 6, 9);
  await page.getByRole("button", { name: "sticker", exact: true }).click();
  const field = page.locator('[data-sticker="0 0"]').getByRole("textbox", { name: /^url/ });
  await expect(field).toBeFocused();
  await expect(page.locator(".panel-empty")).toContainText("One empty field"); // no error until it is left
  await expect(page.locator('[data-sticker="0 0"] .fault-error')).toHaveCount(0);
  await page.keyboard.type(url);
  await expect.poll(() => bodyOf(page)).toEqual(withText({
    text_decorations: [{ range: [4, 6], style: "bold" }, { range: [9, 12], style: "bold" }],
    inline_stickers: [{ range: [6, 9], url }],
  }));
  await expect(problems(page)).toHaveCount(0);
  await expect(page.locator(".sticker-place")).toHaveAttribute("title", "A sticker in place of “cup”");
  await expect(page.locator(".ruler-bar-sticker")).toHaveAttribute("title", "[6, 9) sticker");
  // The covered words are there for the selection, but not seen.
  expect(await page.locator("[data-text-part] .style-sticker").evaluate((e) => [e.textContent, getComputedStyle(e).fontSize])).toEqual(["cup", "0px"]);
});

test("a decoration goes around a sticker, and the sticker is removed by its button", async ({ page }) => {
  await openWith(page, withText({ inline_stickers: [{ range: [6, 9], url }] }));
  await select(page, 4, 12);
  await page.getByRole("button", { name: "bold" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(withText({
    inline_stickers: [{ range: [6, 9], url }],
    text_decorations: [{ range: [4, 6], style: "bold" }, { range: [9, 12], style: "bold" }],
  }));
  await expect(problems(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "sticker", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "sticker", exact: true }).click();
  await expect(page.locator(".sticker-place")).toHaveCount(0);
  await page.getByRole("button", { name: "clear decorations" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(withText({}));
});

test("in the form stickers are added, changed and removed, and follow their words", async ({ page }) => {
  await openWith(page, withText({ inline_stickers: [{ range: [6, 99], url }] }));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  const first = page.locator('[data-sticker="0 0"]');
  await expect(first.locator(".fault-error")).toContainText("range ends at 99");
  await first.getByRole("textbox", { name: "range of sticker 1 of part 1, to" }).fill("9");
  await expect(first.locator(".range-name")).toHaveText("covers cup");
  // What is selected is written over, and so is no longer selected.
  await page.getByRole("textbox", { name: "Text of part 1", exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(page.locator(".ruler-range")).toHaveText(" [0, 16)");
  await page.keyboard.insertText("Please sip a cup of tea");
  await expect.poll(() => bodyOf(page)).toMatchObject({ message: { parts: [{ inline_stickers: [{ range: [13, 16] }] }] } });
  await page.getByRole("button", { name: "Add sticker" }).click();
  await expect.poll(() => bodyOf(page)).toMatchObject({ message: { parts: [{ inline_stickers: [{ range: [13, 16], url }, { url }] }] } });
  await page.getByRole("button", { name: "Remove sticker 2 of part 1" }).click();
  await page.getByRole("button", { name: "Remove sticker 1 of part 1" }).click();
  await expect.poll(() => bodyOf(page)).toEqual({ message: { parts: [{ type: "text", value: "Please sip a cup of tea" }] } });
});

test("a sticker reaction has the fields of its placement", async ({ page }) => {
  await openWith(page, { operation: "add", type: "sticker", emoji: "🔥", placement: { x: 5 } }, "messages.react");
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.locator(".group", { hasText: "placement" }).locator(".fault")).toBeVisible();
  await page.getByRole("textbox", { name: /^x/ }).fill("-0.5");
  await page.getByRole("textbox", { name: /^rotation/ }).fill("12.5");
  await expect.poll(() => bodyOf(page)).toMatchObject({ placement: { x: -0.5, rotation: 12.5 } });
  await expect(problems(page)).toHaveCount(0);
  expect(await page.locator(".placed-sticker").evaluate((e) => e.style.getPropertyValue("--x"))).toBe("-0.5");
});

test("an app clip's caption is a field, and drawn", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "app_clip", value: "https://appclip.apple.com/id?p=com.example.Clip" }] } });
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.getByRole("textbox", { name: /^caption/ }).fill("Order again");
  await expect(page.locator(".app-left")).toContainText("Order again");
});

test("an app in a card's update is a group of fields, and drawn", async ({ page }) => {
  await openWith(page, { layout: { caption: "Your turn" } }, "messages.update_app_card");
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.getByRole("button", { name: "Add app", exact: true }).click();
  await page.getByRole("textbox", { name: /^name/ }).fill("Example Chess");
  await expect(page.locator(".app-name")).toHaveText("Example Chess");
  await expect(page.locator(".group", { hasText: "app" }).locator(".fault-error").first()).toBeVisible();
});

test("what has no field is reported in the form where it is", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], campaign: 1, message: { parts: [{ type: "text", value: "Hi", url: "https://example.com" }], season: "red" } });
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.locator(".form > .faults")).toContainText("campaign");
  await expect(page.locator(".group > .faults").first()).toContainText("season");
  await expect(page.locator(".part-card > .faults")).toContainText("url");
});
