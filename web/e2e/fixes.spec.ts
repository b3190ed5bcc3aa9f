import { content, expect, openWith, problems, test, textOf } from "./page";

const text = (parts: object): string => JSON.stringify({ message: { parts: [{ type: "text", value: "Hi" }], ...parts } }, null, 2);

test("a fix that would cause a new error is refused, from the panel and from the editor", async ({ page }) => {
  const body = text({ efect: 5 });
  await openWith(page, body);
  await page.getByRole("button", { name: "rename it to \"effect\" (a guess)" }).click();
  await expect(page.locator(".notice")).toContainText("was not applied: it would cause a new error");
  expect(await textOf(page)).toBe(body);
  await page.locator(".notice").getByRole("button", { name: "Close" }).click();
  await content(page).focus();
  await page.keyboard.press("F8");
  await page.keyboard.press("ControlOrMeta+.");
  await expect(page.locator(".notice")).toContainText("was not applied: it would cause a new error");
  expect(await textOf(page)).toBe(body);
});

test("a fix that waits for the JSON says so, and is applied once it parses", async ({ page }) => {
  await openWith(page, text({ effect: null }).replace(/\s*\}$/, ",\n}"));
  const removal = problems(page).filter({ hasText: "json-null" }).getByRole("button", { name: "remove the member", exact: true });
  await removal.click();
  await expect(page.locator(".notice")).toContainText("the JSON must be fixed first");
  await problems(page).filter({ hasText: "json-syntax" }).getByRole("button", { name: "remove the trailing commas" }).click();
  await expect(problems(page).filter({ hasText: "json-syntax" })).toHaveCount(0);
  await removal.click();
  await expect(problems(page)).toHaveCount(0);
});

test("a fix of a text that changes meanwhile says so, and a second click of one that is done says nothing", async ({ page }) => {
  const body = text({ effect: null, reply_to: null });
  await openWith(page, body);
  const all = page.getByRole("button", { name: /^Fix all/ });
  await all.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(page.locator(".notice")).toContainText("2 fixes applied");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(all).toBeVisible();
  const removal = problems(page).filter({ hasText: "json-null" }).getByRole("button", { name: "remove the member", exact: true }).first();
  for (const [button, says] of [[all, "Nothing was fixed: the text changed meanwhile."], [removal, "“remove the member” was not applied: the text changed meanwhile."]] as const) {
    await button.evaluate((clicked: HTMLElement) => {
      clicked.click();
      document.querySelector("[data-editor]")?.shadowRoot?.querySelector<HTMLElement>(".cm-content")?.focus();
      document.execCommand("insertText", false, " ");
    });
    await expect(page.locator(".notice")).toContainText(says);
    expect((await textOf(page)).replace(/\s/g, "")).toBe(body.replace(/\s/g, ""));
  }
});

test("a fix in the form goes through the same check", async ({ page }) => {
  await openWith(page, text({ efect: 5 }));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.locator(".form .fault", { hasText: "efect" }).getByRole("button", { name: "rename it" }).click();
  await expect(page.locator(".notice")).toContainText("it would cause a new error");
});

test("a member that may be new is accepted in the settings", async ({ page }) => {
  await openWith(page, text({ campaign: 5 }));
  await expect(problems(page)).toContainText("to accept it, add it to known.members in the rule settings");
  await page.getByRole("button", { name: "accept “campaign”" }).click();
  await expect(problems(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Rule settings" }).click();
  await expect(page.getByRole("textbox", { name: "linqlint.jsonc" })).toHaveValue(/"members": \[\s*"campaign"\s*\]/);
  await page.getByRole("button", { name: "Remove the settings" }).click();
  await expect(problems(page)).toHaveCount(1);
});

test("severities of the settings hold for what is fixed too", async ({ page }) => {
  await openWith(page, text({ preferred_service: "sms" }));
  await expect(problems(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Rule settings" }).click();
  await page.getByRole("textbox", { name: "linqlint.jsonc" }).fill('{"rules": {"*": "off"}}');
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(problems(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Fix all/ })).toHaveCount(0);
});

for (const [days, old] of [[120, false], [121, true]] as const) {
  test(`About ${old ? "says" : "does not say"} that rules of ${days} days ago are old`, async ({ page }) => {
    await openWith(page, text({}));
    const open = async (): Promise<void> => {
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("button", { name: /^About/ }).click();
    };
    await open();
    const facts = page.getByRole("dialog").locator(".facts");
    const asOf = /as of (\d{4}-\d{2}-\d{2})/.exec((await facts.textContent()) ?? "")?.[1] ?? "";
    await page.keyboard.press("Escape");
    await page.clock.setFixedTime(Date.parse(asOf) + days * 86_400_000);
    await open();
    if (old) await expect(facts).toContainText(`${days} days ago: the API may have changed since`);
    else await expect(facts).not.toContainText("days ago");
  });
}
