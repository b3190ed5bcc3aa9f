import { checked, expect, test, textOf, violations } from "./page";

for (const [colorScheme, width] of [["light", 1280], ["dark", 360]] as const) {
  test(`documentation: axe finds nothing in ${colorScheme}, ${width} wide`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const file of ["index", "rules/decoration-range-bounds", "cli", "performance"]) {
      await page.goto(`docs/${file}.html`);
      expect(await violations(page), file).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${file} scrolls to the side`).toBeLessThanOrEqual(width);
    }
  });
}

test("documentation: a rule is found, and its example opens in the playground", async ({ page }) => {
  await page.goto("docs/index.html");
  await page.keyboard.press("/");
  await page.keyboard.type("splits surrogate");
  const found = page.locator(".results a");
  await expect(found.first()).toContainText("decoration-splits-surrogate");
  await page.keyboard.press("ArrowDown");
  await expect(found.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toContainText("decoration-splits-surrogate");
  await page.getByRole("link", { name: /^Open in playground: wrong/ }).first().click();
  await checked(page);
  expect(await textOf(page)).toContain("text_decorations");
  await expect(page.locator(".problem").first()).toContainText("surrogate");
});

test("documentation: a link to a rule on the long page leads to its own, and the theme is kept", async ({ page }) => {
  await page.goto("docs/rules.html#to-empty");
  await expect(page).toHaveURL(/rules\/to-empty\.html$/);
  await page.getByRole("button", { name: "Theme: system" }).click();
  await page.getByRole("button", { name: "Theme: light" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
