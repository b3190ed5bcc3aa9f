import { expect, openWith, problems, test } from "./page";
import { samples } from "../src/gallery/samples";

// Compared with the pictures in e2e/look, which "npm run e2e:update" writes.
// The tolerance is for another version of Chromium; what moves, or is drawn anew,
// is beyond it.
const tolerance = { maxDiffPixelRatio: 0.01, threshold: 0.2, animations: "disabled", caret: "hide" } as const;

const sample = (title: string): unknown => samples.find((s) => s.title === title)?.body;
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } };

test("the page, wide and light", async ({ page }) => {
  await openWith(page, sample("Order shipped"));
  await expect(page.locator(".counters")).toContainText("MMS");
  await expect(page).toHaveScreenshot("page-wide-light.png", tolerance);
});

test("the page, narrow and dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(sizes.narrow);
  await openWith(page, sample("Order shipped"));
  await expect(page.locator(".counters")).toContainText("MMS");
  // Firefox draws scroll bars in the system's colors, whatever the page's are.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollbarColor)).toBe("rgb(107, 116, 130) rgba(0, 0, 0, 0)");
  await expect(page).toHaveScreenshot("page-narrow-dark.png", tolerance);
});

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
  await expect(page.locator(".forecast-item").first()).toBeVisible();
  await expect(page.locator(".part-card").first()).toBeVisible();
  await expect(page).toHaveScreenshot("side-by-side.png", tolerance);
});

test("an app card", async ({ page }) => {
  await openWith(page, sample("Your turn"));
  await expect(page.locator(".app-captions")).toContainText("Tap to play");
  await expect(page.locator(".app-captions")).toContainText("Round 3");
  await page.getByRole("group", { name: "Service" }).getByRole("button", { name: "SMS" }).click();
  await expect(page.locator(".status-refused")).toContainText("Not sent");
  await expect(page.locator(".thread")).not.toContainText("Sent as SMS");
});

test("a body that does not parse", async ({ page }) => {
  await openWith(page, '{"message": {"parts": [');
  await expect(page.locator(".nothing")).toContainText("does not parse");
});

test("loading: the message is there before the engine", async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.context().route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("");
  await expect(page.locator(".engine")).toContainText("Loading the engine, 0 %");
  await expect(page.locator(".bubble").first()).toBeVisible();
  release();
  await expect(page.locator(".engine")).toHaveCount(0);
});

test("an engine that does not come says so, and the editor works", async ({ page, watched }) => {
  await page.context().route("**/*.wasm", (route) => route.abort());
  await page.goto("");
  await expect(page.getByRole("alert")).toContainText("The engine did not start");
  await expect(page.locator(".bubble").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
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
