import { bodyOf, content, expect, openWith, test } from "./page";

test("in an empty string every value is offered, and replaces it whole", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: "Hi" }], effect: { type: "bubble", name: "" } } });
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ControlOrMeta+Space");
  const options = page.locator(".cm-tooltip-autocomplete li");
  await expect(options).toHaveText(["slam", "loud", "gentle", "invisible"]);
  await page.waitForTimeout(150); // a list that has just opened does not take Enter yet
  await page.keyboard.type("ge");
  await expect(options).toHaveText(["gentle"]);
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await expect.poll(() => bodyOf(page)).toMatchObject({ message: { effect: { name: "gentle" } } });
});
