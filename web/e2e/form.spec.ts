import { bodyOf, content, expect, openWith, problems, test, write } from "./page";

const group = (part: object) => ({ to: ["+12025550123", "+12025550124"], message: { parts: [{ type: "text", value: "Hi 👋🏽 Ana Li!", mention: "+12025550124", ...part }] } });

test("the words of a mention: two numbers, or what is selected", async ({ page }) => {
  await openWith(page, group({}));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  const from = page.getByRole("textbox", { name: "mention_range of part 1, from" });
  const to = page.getByRole("textbox", { name: "mention_range of part 1, to" });
  await from.fill("8");
  await expect.poll(() => bodyOf(page)).toEqual(group({})); // one number is not a range yet
  await to.fill("11");
  await expect.poll(() => bodyOf(page)).toEqual(group({ mention_range: [8, 11] }));
  await expect(page.locator(".range-name mark")).toHaveText("Ana");
  await expect(page.locator(".style-mention")).toHaveText("Ana");
  await expect(page.locator(".ruler-bar")).toHaveText("mention");

  // From a selection, by whole clusters: half of the waving hand is all of it.
  await page.locator("textarea.text-field").evaluate((field: HTMLTextAreaElement) => { field.focus(); field.setSelectionRange(5, 11); });
  await page.getByRole("button", { name: "Use the selection" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(group({ mention_range: [3, 11] }));
  await expect(from).toHaveValue("3");

  // The JSON is the other view of it.
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await write(page, JSON.stringify(group({ mention_range: [8, 14] })));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(to).toHaveValue("14");
  await page.getByRole("button", { name: "Whole text" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(group({}));
  await expect(to).toHaveValue("");
});

test("typing before a mention keeps it on the name", async ({ page }) => {
  await openWith(page, group({ mention_range: [8, 11] }));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.locator("textarea.text-field").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("🎉");
  await expect.poll(() => bodyOf(page)).toEqual(group({ value: "🎉Hi 👋🏽 Ana Li!", mention_range: [10, 13] }));
});

test("a field shows its problems and their fixes", async ({ page }) => {
  await openWith(page, { to: ["12025550123"], message: { parts: [{ type: "text", value: "a", text_decorations: [{ range: [0, 9], style: "bold" }] }], preferred_service: "sms" } });
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "recipient 1" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "recipient 1" })).toHaveAccessibleDescription(/12025550123.*E\.164/);
  await expect(page.getByRole("textbox", { name: "Text of part 1" }).last()).toHaveAccessibleDescription(/range ends at 9/);
  await page.locator(".faults").getByRole("button", { name: 'write "SMS"' }).click();
  await expect.poll(async () => ((await bodyOf(page)) as { message: { preferred_service: string } }).message.preferred_service).toBe("SMS");
  await page.locator(".faults").getByRole("button", { name: "use country code 1: +12025550123" }).click(); // the reader's choice, not a guess
  await expect(page.getByRole("textbox", { name: "recipient 1" })).toHaveAttribute("aria-invalid", "false");
});

test("many parts are folded, except the one that is edited", async ({ page }) => {
  const parts = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? { type: "text", value: `Part ${i + 1}` } : { type: "media", url: i === 3 ? "ftp://x" : `https://cdn.example.com/${i}.jpg` }));
  await openWith(page, { to: ["+12025550123"], message: { parts } });
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.locator(".part-card")).toHaveCount(100);
  await expect(page.locator(".part-card textarea")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Part 4, media, error", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Part 3, text", exact: true }).focus();
  await page.keyboard.press("Enter");
  const field = page.locator(".part-card textarea");
  await expect(field).toHaveValue("Part 3");
  await page.locator("[data-grip]").nth(2).focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator(".part-card").nth(1).locator("textarea")).toHaveValue("Part 3");
  // A click into the message opens that part.
  await page.locator("[data-text-part='4']").click();
  await expect(field).toHaveValue("Part 5");
  await page.getByRole("button", { name: "Part 5, text", exact: true }).click();
  await expect(field).toHaveCount(0);
});

test("the message says what does not go out, and leads to it", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "a" }, { type: "media", url: "ftp://x" }] } });
  await expect(page.locator(".status")).toHaveText(/^Not delivered · \d errors?$/);
  await page.getByRole("button", { name: /^error in part 2: / }).click();
  await expect(content(page)).toBeFocused();
  await expect(page.locator(".row-fault")).toHaveCount(1);
  await write(page, '{"to":["+12025550123"],"message":');
  await expect(page.locator(".status")).toHaveText("Not delivered · the JSON does not parse");
  await expect(page.locator(".bubble")).toHaveText("a"); // the last message that could be read
  await write(page, '{"to":["+12025550123"],"message":{"parts":[{"type":"text","value":"a"}]}}');
  await expect(page.locator(".status")).toHaveText("Delivered");
  await expect(page.locator(".row-fault")).toHaveCount(0);
});

test("an empty page and a broken body lead on", async ({ page }) => {
  await openWith(page, "");
  await expect(problems(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Write a message" }).click();
  await expect(page.getByRole("textbox", { name: "recipient 1" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("button", { name: "Pick an example" }).click();
  await expect(page.getByRole("dialog", { name: "Examples" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await write(page, '{"message": {"parts": [}');
  await page.getByRole("button", { name: "Go to the error" }).click();
  await expect(content(page)).toBeFocused();
  await expect(problems(page)).toHaveCount(1);
});
