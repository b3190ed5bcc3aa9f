import type { Page } from "@playwright/test";
import { bodyOf, content, expect, hello, openWith, problems, test, textOf, underlined, write } from "./page";

test("a problem underlines exactly its span", async ({ page }) => {
  await openWith(page, hello);
  await expect(problems(page)).toHaveCount(0);
  await write(page, '{"message":{"parts":[{"type":"text","value":"🎉"}]},"to":["+12025550123"]');
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(',"4155550123"');
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(',"exclude_from":["sms"]}');
  await expect.poll(() => underlined(page)).toEqual(['"4155550123"', '"sms"']);
  await expect(problems(page)).toHaveCount(2);
  await expect(page.locator("[data-live]")).toHaveText("2 errors");
});

test("what is typed over a selection takes its place, and a bracket closes around it", async ({ page }) => {
  const body = '{\n  "to": ["+12025550123"],\n  "message": { "parts": [] }\n}';
  await openWith(page, body);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("[1]");
  await expect.poll(() => textOf(page)).toBe("[1]"); // the bracket goes around and leaves what was selected, the digit takes its place
  for (let i = 0; i < 4; i++) await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => textOf(page)).toBe(body);
});

test("a problem is explained in place, with its source", async ({ page }) => {
  await openWith(page, '{"to":["4155550123"],"message":{"parts":[{"type":"text","value":"a"}]}}');
  await page.locator(".cm-lintRange-error").first().hover();
  const tip = page.locator(".cm-tooltip-lint .problem-tip");
  await expect(tip).toContainText("4155550123");
  await expect(tip.locator(".problem-tip-quote")).not.toBeEmpty();
  await tip.getByRole("button", { name: "to-handle" }).click();
  await expect(page.getByRole("tab", { name: "Rules" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".rule select")).toHaveValue("to-handle");
});

test("a fix is applied, and undo takes it back", async ({ page }) => {
  const body = '{"message":{"parts":[{"type":"text","value":"🎉 a"}],"preferred_service":"sms"}}';
  await openWith(page, body);
  await problems(page).getByRole("button", { name: 'write "SMS"' }).click();
  await expect.poll(() => textOf(page)).toBe(body.replace('"sms"', '"SMS"'));
  await expect(problems(page)).toHaveCount(0);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => textOf(page)).toBe(body);
  await problems(page).getByRole("button", { name: /preferred_service/ }).click();
  await expect(content(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+.");
  await expect.poll(() => textOf(page)).toBe(body.replace('"sms"', '"SMS"'));
});

test("all safe fixes are one step", async ({ page }) => {
  const body = '{"to":" +12025550123","message":{"parts":[{"type":"text","value":"a"}],"preferred_service":"imessage"}}';
  await openWith(page, body);
  await page.getByRole("button", { name: /^Fix all \(2 safe\)$/ }).click();
  await expect(problems(page)).toHaveCount(0);
  await expect.poll(() => bodyOf(page)).toEqual({ to: ["+12025550123"], message: { parts: [{ type: "text", value: "a" }], preferred_service: "iMessage" } });
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => textOf(page)).toBe(body);
});

test("a problem leads to its place", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "a" }, { type: "text", value: "b", text_decorations: [{ range: [0, 9], style: "bold" }] }] } });
  const row = problems(page).filter({ hasText: "decoration-range-bounds" }).locator(".problem-go");
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(content(page)).toBeFocused();
  await expect(page.locator(".ruler-title strong")).toHaveText("Part 2");
});

test("members and values are completed, with their documentation", async ({ page }) => {
  await openWith(page, hello);
  await write(page, '{"message":{"parts":[],"pre');
  await page.keyboard.press("ControlOrMeta+Space");
  const options = page.locator(".cm-tooltip-autocomplete li");
  await expect(options.first()).toContainText("preferred_service");
  await expect(page.locator(".cm-completionInfo")).toContainText("no fallback");
  await page.waitForTimeout(150); // a list that has just opened does not take Enter yet
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Space");
  await expect(options).toHaveCount(3);
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(page)).toContain('"preferred_service": "iMessage"');
});

test("a member is explained under the pointer", async ({ page }) => {
  await openWith(page, hello);
  await page.locator(".cm-line").filter({ hasText: '"parts"' }).getByText('"parts"').hover();
  await expect(page.locator(".cm-tooltip .doc")).toContainText("1 to 100 parts in order");
});

test("the kind is detected, and can be said", async ({ page }) => {
  await openWith(page, hello);
  const kind = page.getByRole("combobox", { name: "Kind of request" });
  await expect(kind.locator("option").first()).toHaveText("messages.create (detected)");
  await kind.selectOption("chats.create");
  await expect(problems(page).filter({ hasText: "field-required" })).toHaveCount(1);
});

test("Format indents, as one step", async ({ page }) => {
  const body = JSON.stringify(hello);
  await openWith(page, body);
  await page.getByRole("button", { name: "Format" }).click();
  await expect.poll(() => textOf(page)).toContain('\n  "message": {\n');
  expect(await bodyOf(page)).toEqual(hello);
});

test("a curl command that is pasted gives its body", async ({ page }) => {
  await openWith(page, hello);
  await content(page).focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const target = document.querySelector("[data-editor]")?.shadowRoot?.querySelector(".cm-content");
    target?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, `curl -X POST https://api.linqapp.com/x -H 'Authorization: Bearer t' -d '{"text": "edited"}'`);
  await expect.poll(() => textOf(page)).toBe('{"text": "edited"}');
  await expect(page.locator(".status").first()).toContainText("Edited");
});

/** What the editor gets once the first problems are drawn; here they never are. */
for (const [what, act, seen] of [
  ["a bracket", (page: Page) => page.keyboard.press("["), (page: Page) => page.locator(".cm-line", { hasText: "}[]" })],
  ["a key of the editor", (page: Page) => page.keyboard.press("ControlOrMeta+f"), (page: Page) => page.locator(".cm-search")],
  ["the pointer", (page: Page) => page.locator(".cm-line").getByText('"to"').hover(), (page: Page) => page.locator(".cm-tooltip .doc")],
] as const) {
  test(`${what} finds all of the editor, however early it comes`, async ({ page }) => {
    await page.addInitScript((text) => {
      localStorage.setItem("linqlint.text", JSON.stringify({ text, kind: "messages.create" }));
      const later = window.setTimeout;
      window.setTimeout = ((run: () => void, delay?: number) => (delay === 1500 ? 0 : later(run, delay))) as typeof window.setTimeout;
    }, JSON.stringify(hello));
    await page.route("**/linqlint-*.wasm", () => undefined);
    await page.goto("");
    await expect(page.locator(".cm-large")).toHaveCount(1); // colored, but not parsed yet
    if (what !== "the pointer") {
      await content(page).focus();
      await page.keyboard.press("ControlOrMeta+End");
    }
    await act(page);
    await expect(seen(page)).toBeVisible();
    await expect(page.locator(".cm-large")).toHaveCount(0);
  });
}
