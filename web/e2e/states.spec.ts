import type { Page } from "@playwright/test";
import { content, expect, expectNothingFromAxe, openWith, problems, smallTargets, test, write } from "./page";

// Every state and dialog: axe finds nothing in light, dark and forced colors, and at no size the page itself scrolls.

const sizes = [[1440, 900], [1280, 720], [768, 1024], [360, 740], [740, 360], [320, 256]] as const;
const text = (value: string, more: object = {}): object => ({ to: ["+12025550123"], message: { parts: [{ type: "text", value, ...more }] } });
const wrong = { to: ["4155550123"], campaign: 1, message: { parts: [{ type: "text", value: "🎉 Sale", text_decorations: [{ range: [5, 9], style: "bold" }] }, { type: "text", value: "b" }], effect: { name: "confetti", type: "screen" } } };
const card = { to: ["+12025550123"], message: { parts: [{ type: "imessage_app", app: { bundle_id: "com.example.game.MessagesExtension", name: "Chess", team_id: "A1B2C3D4E5" }, layout: { caption: "Your turn" }, url: "https://game.example.com/m/42", fallback_text: "Your turn" }] } };
const sticker = text("Sip a cup of tea", { inline_stickers: [{ range: [6, 99], url: "" }] });

const fromMenu = (item: RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: item }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
};

const records = async (page: Page): Promise<void> => {
  const lines = [JSON.stringify(text("a")), JSON.stringify(wrong), "{oops"].join("\n");
  await page.evaluate((all) => {
    const data = new DataTransfer();
    data.items.add(new File([all], "batch.ndjson", { type: "application/x-ndjson" }));
    document.querySelector("main")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, lines);
  await expect(page.locator(".record-bad")).toHaveCount(2);
  await page.locator(".records-rules summary").click();
};

const form = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.locator(".form")).toBeVisible();
};

const states: [string, unknown, ((page: Page) => Promise<void>)?][] = [
  ["examples", wrong, async (page) => {
    await page.getByRole("button", { name: "Examples" }).click();
    await page.getByRole("searchbox").fill("range"); // a few of the rules, which are all alike
    await expect(page.locator(".sample-problems").first()).toBeVisible();
  }],
  ["share", wrong, async (page) => {
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("textbox", { name: "Link" })).not.toHaveValue("");
  }],
  ["recent texts", wrong, fromMenu(/^Recent texts/)],
  ["about", wrong, fromMenu(/^About/)],
  ["settings", wrong, async (page) => {
    await fromMenu(/^Rule settings/)(page);
    await page.getByRole("textbox", { name: "linqlint.jsonc" }).fill('{"rules": {"to-larg": "off"}, "kinds": {}}');
  }],
  ["guesses", wrong, async (page) => {
    await page.getByRole("button", { name: /^Review/ }).click();
    await expect(page.locator(".diff-added").first()).toBeVisible();
  }],
  ["picture", wrong, fromMenu(/^Picture/)],
  ["menu", wrong, (page) => page.getByRole("button", { name: "Menu" }).click()],
  ["notice", wrong, async (page) => {
    await page.getByRole("button", { name: "accept “campaign”" }).click();
    await expect(page.locator(".notice")).toBeVisible();
  }],
  ["records", wrong, records],
  ["form with stickers", sticker, form],
  ["form of a reaction", { operation: "add", type: "sticker", placement: { x: 5 } }, form],
  ["form with empty fields", wrong, async (page) => {
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "Write a message" }).click();
    await expect(page.getByRole("textbox", { name: "recipient 1" })).toBeFocused();
  }],
  ["nothing", ""],
  ["broken", '{"message": {"parts": ['],
  ["repaired", '{"to": ["+12025550123",], "message": {"parts": [{"type": "text", "value": "Hi"}'],
  ["variables", text("Hi {{name}}")],
  ["an app card over SMS", card, (page) => page.getByRole("group", { name: "Service" }).getByRole("button", { name: "SMS" }).click()],
  ["a paste of Markdown", wrong, async (page) => {
    await write(page, "# Hi Ana\n\n- **one**");
    await expect(page.getByRole("button", { name: "Make it a message" })).toBeVisible();
  }],
  ["the search in the JSON", wrong, async (page) => {
    await content(page).focus();
    await page.keyboard.press("ControlOrMeta+f");
    await expect(page.getByRole("textbox", { name: "Find" })).toBeVisible();
  }],
  ["side by side", sticker, (page) => page.getByRole("button", { name: "Side by side" }).click()],
];

for (const [name, body, act] of states) {
  test(name, async ({ page }) => {
    test.setTimeout(120_000);
    await openWith(page, body);
    if (body === wrong) await expect(problems(page).first()).toBeVisible();
    await act?.(page);
    await expectNothingFromAxe(page);
    expect(await smallTargets(page, 24), "targets under 24 px").toEqual([]);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const size = await page.evaluate(() => ({ height: document.documentElement.scrollHeight <= innerHeight, width: document.documentElement.scrollWidth <= innerWidth }));
      expect(size, `${width}×${height}`).toEqual({ height: true, width: true });
    }
  });
}

test("forced colors: chosen views, problems, their marks, stickers and dialogs keep their outlines", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openWith(page, sticker);
  const outlined = (selector: string): Promise<boolean> => page.locator(selector).first().evaluate((e) => {
    const style = getComputedStyle(e);
    return style.borderTopWidth !== "0px" && style.borderTopStyle !== "none" || style.outlineStyle !== "none";
  });
  for (const shape of [".bubble", ".sticker-place", ".ruler-bar-sticker", ".segments [aria-pressed=true]"]) expect(await outlined(shape), shape).toBe(true);
  expect(await page.locator(".cm-lint-marker").first().evaluate((e) => getComputedStyle(e).forcedColorAdjust)).toBe("none");
  await page.getByRole("button", { name: "Menu" }).click();
  expect(await outlined(".menu-list")).toBe(true);
  await page.getByRole("button", { name: /^About/ }).click();
  expect(await outlined("dialog")).toBe(true);
});
