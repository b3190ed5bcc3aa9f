import { expect, openWith, problems, test } from "./page";
import { samples } from "../src/gallery/samples";

// Compared with the pictures in e2e/look, which "npm run e2e:update" writes.
// The tolerance is for another version of Chromium; what moves, or is drawn anew,
// is beyond it.
const tolerance = { maxDiffPixelRatio: 0.01, threshold: 0.2, animations: "disabled", caret: "hide" } as const;

const sample = (title: string): unknown => samples.find((s) => s.title === title)?.body;
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`the page, ${size}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await openWith(page, sample("Order shipped"));
      await expect(page.locator(".counters")).toContainText("MMS");
      await expect(page).toHaveScreenshot(`page-${size}-${colorScheme}.png`, tolerance);
    });
  }
}

test("problems", async ({ page }) => {
  await openWith(page, sample("One of everything wrong"));
  await expect(problems(page).first()).toBeVisible();
  await expect(page).toHaveScreenshot("problems.png", tolerance);
});

test("side by side with the form", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openWith(page, sample("Order shipped"));
  await page.getByRole("button", { name: "Side by side" }).click();
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.getByRole("tab", { name: "Forecast" }).click();
  await expect(page.locator(".drops").first()).toBeVisible();
  await expect(page).toHaveScreenshot("side-by-side.png", tolerance);
});

test("an app card", async ({ page }) => {
  await openWith(page, sample("Your turn"));
  await expect(page.locator(".app-captions")).toBeVisible();
  await expect(page).toHaveScreenshot("app-card.png", tolerance);
});

test("nothing", async ({ page }) => {
  await openWith(page, "");
  await expect(page.locator(".nothing")).toBeVisible();
  await expect(page).toHaveScreenshot("nothing.png", tolerance);
});

test("a body that does not parse, narrow", async ({ page }) => {
  await page.setViewportSize(sizes.narrow);
  await openWith(page, '{"message": {"parts": [');
  await expect(page.locator(".nothing")).toContainText("does not parse");
  await expect(page).toHaveScreenshot("broken.png", tolerance);
});

test("a form with faults, narrow and dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(sizes.narrow);
  await openWith(page, sample("One of everything wrong"));
  await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: "Editor" }).click();
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.locator(".fault").first()).toBeVisible();
  await expect(page).toHaveScreenshot("form-faults.png", tolerance);
});

test("loading: how far the engine is", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.context().route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("");
  await expect(page.locator(".engine")).toContainText("Fetching the engine, 0 %");
  await expect(page.locator(".bubble").first()).toBeVisible(); // the message is there before the engine
  await expect(page).toHaveScreenshot("loading.png", tolerance);
  release();
  await expect(page.locator(".engine")).toHaveCount(0);
});

test("an engine that does not come says so, and the editor works", async ({ page, watched }) => {
  await page.context().route("**/*.wasm", (route) => route.abort());
  await page.goto("");
  await expect(page.getByRole("alert")).toContainText("The engine could not be started");
  await expect(page.locator(".bubble").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page).toHaveScreenshot("no-engine.png", tolerance);
  watched.errors.length = 0; // this test asked for them
});

test("a hundred parts and a very long text stay usable", async ({ page }) => {
  const parts = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? { type: "text", value: `Part ${i + 1}` } : { type: "media", attachment_id: "550e8400-e29b-41d4-a716-446655440000" }));
  parts[0] = { type: "text", value: "Word 🎉 ".repeat(1400) };
  await openWith(page, { message: { parts } });
  await expect(page.locator(".row")).toHaveCount(100);
  await expect(page.locator(".counters")).toContainText("100 / 100");
  await expect(page.locator(".counter-near, .counter-over").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});
