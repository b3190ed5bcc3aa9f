import { bodyOf, expect, expectNothingFromAxe, openWith, problems, test, violations } from "./page";

const wrong = {
  to: ["4155550123"],
  message: {
    parts: [{ type: "text", value: "🎉 Sale", text_decorations: [{ range: [0, 2], animation: "explode" }, { range: [3, 7], style: "bold" }] }, { type: "media", url: "https://cdn.example.com/a.jpg" }, { type: "text", value: "b" }, { type: "text", value: "c" }],
    effect: { name: "confetti", type: "screen" }, preferred_service: "SMS",
  },
};

// The dialogs and the other states are in states.spec.ts.
test("axe finds nothing in any tab, in light, dark and forced colors", async ({ page }) => {
  test.setTimeout(120_000);
  await openWith(page, wrong);
  await expect(problems(page).first()).toBeVisible();
  for (const name of ["Problems", "Forecast", "Code", "Split", "Markdown", "Rules"]) {
    await page.getByRole("tab", { name }).click();
    await expectNothingFromAxe(page, name);
  }
});

test("by the keyboard alone: everything is reached, and its focus is seen", async ({ page }) => {
  await openWith(page, wrong);
  await expect(problems(page).first()).toBeVisible();
  const seen = new Set<string>();
  let dim = "";
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      let at = document.activeElement;
      const outer = at;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (at === null || at === document.body) return { name: "", visible: true };
      const style = getComputedStyle(at);
      const name = at.getAttribute("aria-label") ?? at.textContent?.trim().slice(0, 40) ?? "";
      const editor = outer?.hasAttribute("data-editor") === true; // its caret and active line show it
      return { name, visible: editor || (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) };
    });
    if (!focus.visible && dim === "") dim = focus.name;
    seen.add(focus.name);
    if (focus.name === "Request body, JSON") await page.keyboard.press("Escape"); // then Tab leaves it
  }
  expect(dim, "a focus that cannot be seen").toBe("");
  const names = [...seen].join("\n");
  for (const want of ["Skip to the editor", "Examples", "Share", "Menu", "iMessage", "SMS", "Replay", "Text of part 1", "bold", "JSON", "Form", "Format", "Request body, JSON", "Problems", "to-handle"]) {
    expect(names).toContain(want);
  }
  // The toolbar is one stop; the arrow keys go through it.
  await page.getByRole("button", { name: "bold" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "clear" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "jitter" })).toBeFocused();
  // And through a whole task: to the examples, search, open.
  await page.getByRole("button", { name: "Examples" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("table booked");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(async () => ((await bodyOf(page)) as { from?: string }).from).toBe("+12025550100");
  await page.getByRole("tab", { name: "Problems" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Forecast" })).toBeFocused();
});

test("the regions are resized by the arrow keys and by the mouse", async ({ page }) => {
  await openWith(page, wrong);
  const width = async (): Promise<number> => (await page.locator(".stage").boundingBox())?.width ?? 0;
  const before = await width();
  const bar = page.getByRole("separator", { name: "Width of the message" });
  await bar.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft");
  await expect(bar).toHaveAttribute("aria-valuenow", "46");
  expect(await width()).toBeLessThan(before - 80);
  await page.keyboard.press("Enter");
  expect(await width()).toBeCloseTo(before, 0);
  const at = await bar.boundingBox();
  await page.mouse.move((at?.x ?? 0) + 6, 400);
  await page.mouse.down();
  await page.mouse.move((at?.x ?? 0) + 106, 400, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBeGreaterThan(before + 80);
});

test("at 360 px everything is there and nothing is wider", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openWith(page, wrong);
  const narrow = async (): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.locator(".thread")).toBeVisible();
  await narrow();
  await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: "Editor" }).click();
  await expect(page.getByRole("textbox", { name: "Request body, JSON" })).toBeVisible();
  await narrow();
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "recipient 1" })).toBeVisible();
  await narrow();
  await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: "Problems" }).click();
  await expect(problems(page).first()).toBeVisible();
  await narrow();
  await problems(page).first().locator(".problem-go").click();
  await expect(page.getByRole("textbox", { name: "Request body, JSON" })).toBeFocused();
  expect(await violations(page)).toEqual([]);
});

test("who uses the keyboard keeps their place when a button goes away with what it did", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "🎉 Sale", text_decorations: [{ range: [5, 9], style: "bold" }] }] } });
  const panel = page.getByRole("tabpanel");
  await page.getByRole("button", { name: "count in UTF-16 code units (a guess)" }).press("Enter");
  await expect(problems(page)).toHaveCount(0);
  await expect(panel).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await page.getByRole("button", { name: /^Review/ }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: /^Apply/ }).press("Enter");
  await expect(problems(page)).toHaveCount(0);
  await expect(panel).toBeFocused();
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  await page.getByRole("button", { name: "Clear", exact: true }).press("Enter");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).press("Enter");
  await expect(page.locator(".notice")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
});
