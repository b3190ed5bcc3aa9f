import type { Page } from "@playwright/test";
import { expect, openWith, problems, smallTargets, test } from "./page";

const wrong = { to: ["4155550123"], message: { parts: [{ type: "text", value: "Sale" }, { type: "media", url: "https://cdn.example.com/a.jpg" }, { type: "text", value: "b" }], effect: { name: "confetti", type: "screen" } } };
const sizes = [[1440, 900], [1280, 720], [768, 1024], [360, 740], [740, 360], [320, 256]] as const;

/** Nothing makes the page itself scroll, in any state. */
async function fits(page: Page, state: string): Promise<void> {
  const size = await page.evaluate(() => ({ height: document.documentElement.scrollHeight <= innerHeight, width: document.documentElement.scrollWidth <= innerWidth }));
  expect(size, state).toEqual({ height: true, width: true });
}

async function region(page: Page, name: string): Promise<void> {
  const button = page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name });
  if (await button.isVisible()) await button.click();
}

test("no state makes the page scroll into blank, at any size", async ({ page }) => {
  test.setTimeout(120_000);
  await openWith(page, wrong);
  await expect(problems(page).first()).toBeVisible();
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await region(page, "Message");
    await fits(page, `message ${width}`);
    await region(page, "Editor");
    await page.getByRole("button", { name: "Form", exact: true }).click();
    await expect(page.locator(".part-card").first()).toBeAttached();
    await fits(page, `form ${width}`);
    await page.getByRole("button", { name: "JSON", exact: true }).click();
    await fits(page, `editor ${width}`);
    await region(page, "Problems");
    for (const tab of ["Forecast", "Rules", "Markdown", "Problems"]) {
      await page.getByRole("tab", { name: tab }).click();
      await fits(page, `${tab} ${width}`);
    }
  }
});

for (const [width, height] of [[740, 360], [320, 256]] as const) {
  test(`the message is there at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openWith(page, wrong);
    const canvas = await page.locator(".canvas").boundingBox();
    expect(canvas?.height).toBeGreaterThanOrEqual(200);
    await page.locator(".bubble").first().scrollIntoViewIfNeeded();
    await expect(page.locator(".bubble").first()).toBeInViewport();
  });
}

test("on a phone the whole first message and its status are in sight, and the ruler once something is selected", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("");
  await expect(page.locator(".status-bad")).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".media")).toBeInViewport({ ratio: 1 });
  await expect(page.locator(".ruler")).toBeHidden();
  await page.locator("[data-text-part]").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator(".ruler")).toBeVisible();
});

test("the header is readable before any code is there", async ({ page, watched }) => {
  await page.route("**/*.js", () => undefined); // no response ever
  await page.goto("", { waitUntil: "commit" });
  await expect(page.getByText("Check and preview JSON for Linq's Partner API: iMessage, RCS, SMS. Runs in this page.")).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  watched.errors.length = 0;
});

test("in forced colors the chosen tab, bubbles and bars can be told", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openWith(page, { message: { parts: [{ type: "text", value: "Sale", text_decorations: [{ range: [0, 4], style: "bold" }] }] } });
  const underline = (name: string): Promise<string> => page.getByRole("tab", { name }).evaluate((tab) => getComputedStyle(tab).borderBottomWidth);
  expect(await underline("Problems")).toBe("3px");
  expect(await underline("Forecast")).toBe("0px");
  for (const shape of [".bubble", ".ruler-bar", ".thread"]) {
    expect(await page.locator(shape).first().evaluate((e) => getComputedStyle(e).borderTopWidth), shape).not.toBe("0px");
  }
});

test("on touch, fields are not zoomed into and primary targets can be hit", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await openWith(page, wrong);
  await region(page, "Editor");
  await page.getByRole("button", { name: "Form", exact: true }).tap();
  const field = page.getByRole("textbox", { name: "recipient 1" });
  expect(await field.evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize))).toBeGreaterThanOrEqual(16);
  const cut = page.locator(".form button").evaluateAll((buttons) => buttons.filter((b) => b.getBoundingClientRect().right > (b.closest(".part-card, .form")?.getBoundingClientRect().right ?? 0)).map((b) => b.getAttribute("aria-label")));
  expect(await cut, "buttons beside their card").toEqual([]);
  await expect(field).toHaveAttribute("inputmode", "tel");
  for (const name of ["Examples", "Share", "Menu"]) {
    expect((await page.getByRole("button", { name }).boundingBox())?.height, name).toBeGreaterThanOrEqual(44);
  }
  await expect(page.getByRole("button", { name: "Undo" }).locator("visible=true")).toHaveCount(1);
  for (const name of ["Message", "Editor", "Problems"]) {
    await region(page, name);
    expect(await smallTargets(page, 35.5), name).toEqual([]);
    const primary = page.locator(".button-primary, .segments button, .tabs button, .regions button, .replay, select, input:not([type=checkbox])").locator("visible=true");
    expect(Math.min(...await primary.evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height))), `primary targets, ${name}`).toBeGreaterThanOrEqual(44);
  }
  await context.close();
});
