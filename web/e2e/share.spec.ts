import { bodyOf, checked, expect, hello, openWith, test, textOf } from "./page";

const person = { to: ["+14155550123", "kim@example.com"], message: { parts: [{ type: "text", value: "Call +14155550123 👋🏽", text_decorations: [{ range: [5, 17], style: "bold" }] }] } };

test("a link opens to the same state, with numbers masked", async ({ page, context }) => {
  await openWith(page, person);
  await page.getByRole("button", { name: "Share" }).click();
  const link = page.getByRole("textbox", { name: "Link" });
  await expect(link).not.toHaveValue("");
  await expect(page.getByRole("dialog")).toContainText("3 phone numbers and addresses are masked");
  const url = new URL(await link.inputValue());
  expect(url.search).toBe("");
  expect(url.hash).toMatch(/^#v1=[A-Za-z0-9_-]+$/);
  const other = await context.newPage();
  await other.goto(url.href);
  await expect.poll(() => bodyOf(other)).toEqual({
    to: ["+10000000001", "xxx@xxxxxxx.com"],
    message: { parts: [{ type: "text", value: "Call +10000000001 👋🏽", text_decorations: [{ range: [5, 17], style: "bold" }] }] },
  });
});

test("and as they are where that is asked for, with the kind that was chosen", async ({ page, context }) => {
  await openWith(page, person, "chats.messages.send");
  await page.getByRole("button", { name: "Share" }).click();
  const link = page.getByRole("textbox", { name: "Link" });
  await expect(link).not.toHaveValue("");
  const masked = await link.inputValue();
  await page.getByLabel("Mask phone numbers and addresses").uncheck();
  await expect(link).not.toHaveValue(masked);
  const other = await context.newPage();
  await other.goto(await link.inputValue());
  await expect.poll(() => bodyOf(other)).toEqual(person);
  await expect(other.getByRole("combobox", { name: "Kind of request" })).toHaveValue("chats.messages.send");
});

test("a damaged link says so and opens an example where nothing was kept", async ({ page }) => {
  await page.goto("#v1=AAAA");
  await expect(page.locator(".notice-bad")).toContainText("This link cannot be opened");
  await expect.poll(() => textOf(page)).toContain("Your order has shipped");
});

test("the text is kept until it is cleared", async ({ page }) => {
  await openWith(page, hello);
  await page.reload();
  await checked(page);
  expect(await bodyOf(page)).toEqual(hello);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect.poll(() => textOf(page)).toBe("");
  await expect(page.locator(".nothing")).toBeVisible();
});

test("the link, Markdown and issue text are copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openWith(page, { to: ["1"], message: { parts: [{ type: "text", value: "a" }] } });
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("textbox", { name: "Link" })).not.toHaveValue("");
  for (const [name, want] of [["Copy link", /^http:\/\/127\.0\.0\.1:\d+\/#v1=/], ["Copy as Markdown link", /^\[linqlint: 1 error\]\(http/], ["Copy as issue text", /^1 error \(messages\.create\)\n\n- error `to-handle` at `\/to\/0`: [\s\S]*```json/]] as const) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(want);
    await expect(page.getByRole("dialog").getByRole("status").filter({ hasText: "Copied" }).first()).toBeAttached();
  }
});

test("a case and a rule's example are opened from the gallery", async ({ page }) => {
  await openWith(page, hello);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("searchbox").fill("link-alone");
  await page.getByRole("button", { name: /^parts-link-alone, reported/ }).first().click();
  await expect(page.locator(".problem").filter({ hasText: "parts-link-alone" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: /Your turn/ }).click();
  await expect(page.locator(".app-captions")).toContainText("Tap to play");
});

test("code and split messages", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "a" }, { type: "link", value: "https://example.com" }] } });
  await page.getByRole("tab", { name: "Split" }).click();
  await expect(page.locator(".split-list > li")).toHaveCount(2);
  await page.getByRole("tab", { name: "Code" }).click();
  for (const [name, want] of [["Go", "builder."], ["curl", "curl"], ["TypeScript", "@linqapp/sdk"], ["Python", "import"]] as const) {
    await page.getByRole("group", { name: "Language" }).getByRole("button", { name, exact: true }).click();
    await expect(page.locator(".code .code-block")).toContainText(want);
  }
});
