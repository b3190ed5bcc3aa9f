import { bodyOf, content, expect, hello, openWith, problems, test, write } from "./page";

const text = { to: ["+12025550123"], message: { parts: [{ type: "text", value: "Hi 👨‍👩‍👧 all" }] } };

test("selecting half a family and pressing B decorates all of it", async ({ page }) => {
  await openWith(page, text);
  // 👨‍👩‍👧 is [3, 11): five code points joined, eight code units.
  await page.locator("[data-text-part]").focus();
  await page.evaluate(() => {
    const node = document.querySelector("[data-text-part] span")?.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(node, 5, node, 7);
  });
  await page.getByRole("button", { name: "bold" }).click();
  await expect.poll(() => bodyOf(page)).toEqual({ to: text.to, message: { parts: [{ ...text.message.parts[0], text_decorations: [{ range: [3, 11], style: "bold" }] }] } });
  await expect(page.locator(".style-bold")).toHaveText("👨‍👩‍👧");
  await expect(page.locator(".ruler-bar")).toHaveText("bold");
});

test("a word that is double-clicked is animated, and the other way round", async ({ page }) => {
  await openWith(page, hello);
  const bubble = page.locator("[data-text-part]");
  await bubble.dblclick({ position: { x: 24, y: 16 } });
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString().trim())).toBe("Hello");
  await page.getByRole("button", { name: "shake" }).click();
  const shaken = { ...hello, message: { parts: [{ ...hello.message.parts[0], text_decorations: [{ range: [0, 5], animation: "shake" }] }] } };
  await expect.poll(() => bodyOf(page)).toEqual(shaken);
  await expect(page.getByRole("button", { name: "shake" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "shake" }).click();
  await expect.poll(() => bodyOf(page)).toEqual(hello);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => bodyOf(page)).toEqual(shaken);
});

test("a decoration of nothing asks for a selection", async ({ page }) => {
  await openWith(page, hello);
  await page.getByRole("button", { name: "shake" }).press("Enter");
  await expect(page.locator(".notice")).toContainText("Select words in the message first");
  expect(await bodyOf(page)).toEqual(hello);
});

test("a long animated text stays in its bubble", async ({ page }) => {
  const value = "word ".repeat(200).trim();
  await openWith(page, { message: { parts: [{ type: "text", value, text_decorations: [{ range: [0, value.length], animation: "shake" }] }] } });
  const [bubble, run] = [await page.locator(".bubble").boundingBox(), await page.locator(".letter").boundingBox()];
  expect(run?.width).toBeLessThanOrEqual(bubble?.width ?? 0);
});

test("the ruler shows what is selected, wherever that is", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: `${"word ".repeat(400)}end` }] } });
  const chosen = page.locator(".ruler-chosen").first();
  await page.locator("[data-text-part]").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(page.locator(".ruler-range")).toHaveText("[2002, 2003)");
  await expect(chosen).toBeInViewport();
});

test("with the keyboard: the arrows move by clusters, the letters decorate", async ({ page }) => {
  await openWith(page, text);
  await page.locator("[data-text-part]").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("i");
  await expect.poll(async () => ((await bodyOf(page)) as typeof text & { message: { parts: { text_decorations: unknown }[] } }).message.parts[0]?.text_decorations)
    .toEqual([{ range: [3, 11], style: "italic" }]);
  await expect(page.locator("[data-text-part]")).toBeFocused();
});

test("each service shows what it brings and says what it drops", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "Sale", text_decorations: [{ range: [0, 4], style: "bold" }] }], effect: { name: "confetti", type: "screen" } } });
  await expect(page.locator(".thread .style-bold")).toHaveText("Sale");
  await expect(page.locator(".fx-confetti")).toBeAttached();
  await page.getByRole("group", { name: "Service" }).getByRole("button", { name: "SMS" }).click();
  await expect(page.locator(".thread .style-bold")).toHaveCount(0);
  await expect(page.locator(".fx-confetti")).toHaveCount(0);
  await expect(page.locator(".drops s")).toHaveCount(2);
  await page.getByRole("button", { name: "Side by side" }).click();
  await expect(page.locator(".thread")).toHaveCount(3);
});

test("emoji alone are large in any message and any view, and the bubble before them keeps its tail", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: "We won" }, { type: "text", value: "🎉👨‍👩‍👧" }, { type: "text", value: "🎉", text_decorations: [{ range: [0, 2], animation: "big" }] }, { type: "text", value: "🎉🎉🎉🎉" }, { type: "text", value: "🇩🇪" }] } });
  const size = (part: number): Promise<number> => page.locator(`.thread-iMessage [data-part="${part}"] .bubble`).evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
  for (const [part, large] of [[0, false], [1, true], [2, false], [3, false], [4, true]] as const) expect(await size(part) > 30, `part ${part + 1}`).toBe(large);
  await expect(page.locator(".bubble-tail")).toHaveCount(1);
  await expect(page.locator('[data-part="3"] .bubble')).toHaveClass(/bubble-tail/);
  await page.getByRole("button", { name: "Side by side" }).click();
  expect(await size(1)).toBeGreaterThan(30);
  expect(await size(0)).toBeLessThan(16);
});

test("a service that preferred_service rules out is not drawn as sent", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "Sale" }], effect: { name: "confetti", type: "screen" }, preferred_service: "SMS" } });
  const status = page.locator(".thread .status");
  await expect(status).toHaveText("Not sent over iMessage");
  await expect(page.locator(".run-refused")).toHaveCount(1);
  await expect(page.locator(".fx")).toHaveCount(0);
  await page.getByRole("group", { name: "Service" }).getByRole("button", { name: "SMS" }).click();
  await expect(status).toHaveText("Sent as SMS");
  await expect(page.locator(".run-refused")).toHaveCount(0);
});

test("a problem names what has no shape", async ({ page }) => {
  await openWith(page, '{"to": \u0085["+12025550123"], "message": {"parts": [{"type": "text", "value": "Hi"}]}}');
  await expect(problems(page).first()).toContainText("U+0085");
  await expect(problems(page).first()).not.toContainText("\u0085");
});

test("every effect and every animation is drawn, and still where that is asked for", async ({ page }) => {
  const screen = ["confetti", "fireworks", "lasers", "sparkles", "celebration", "hearts", "love", "balloons", "happy_birthday", "echo", "spotlight"];
  const bubble = ["slam", "loud", "gentle", "invisible"];
  const animations = ["big", "small", "shake", "nod", "explode", "ripple", "bloom", "jitter"];
  const animated = async (selector: string): Promise<boolean> =>
    page.locator(selector).first().evaluate((element) => getComputedStyle(element, element.matches(".fx-spotted") ? "::before" : null).animationName !== "none");
  const form = page.getByRole("button", { name: "Form", exact: true });
  await openWith(page, { message: { parts: [{ type: "text", value: animations.join(" "), text_decorations: animations.map((animation) => {
    const start = animations.join(" ").indexOf(animation);
    return { range: [start, start + animation.length], animation };
  }) }] } });
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    await page.emulateMedia({ reducedMotion });
    for (const name of animations) expect(await animated(`.anim-${name} .letter`), `${name}, ${reducedMotion}`).toBe(reducedMotion !== "reduce");
  }
  await form.click();
  const effect = page.locator("#effect");
  for (const name of [...screen, ...bubble]) {
    await effect.selectOption(`${screen.includes(name) ? "screen" : "bubble"} ${name}`);
    const selector = name === "fireworks" ? ".fx-fireworks .fx-ray" : name === "spotlight" ? ".fx-spotted" : name === "invisible" ? ".fx-invisible .bubble-text" : screen.includes(name) ? `.fx-${name} .fx-bit` : `.fx-${name}`;
    for (const reducedMotion of ["no-preference", "reduce"] as const) {
      await page.emulateMedia({ reducedMotion });
      expect(await animated(selector), `${name}, ${reducedMotion}`).toBe(reducedMotion !== "reduce");
    }
  }
});

test("form to JSON to form", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 2000 }); // so that both cards are seen while one is dragged
  await openWith(page, hello);
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.getByRole("button", { name: "Add recipient" }).click();
  await page.getByRole("textbox", { name: "recipient 2" }).fill("person@example.com");
  await page.getByRole("group", { name: "Add a part" }).getByRole("button", { name: "media" }).click();
  await page.locator(".part-card").nth(1).getByLabel(/^url/).fill("https://cdn.example.com/a.jpg");
  await page.locator("#effect").selectOption("bubble slam");
  const want = { to: ["+12025550123", "person@example.com"], message: { parts: [hello.message.parts[0], { type: "media", url: "https://cdn.example.com/a.jpg" }], effect: { name: "slam", type: "bubble" } } };
  await expect.poll(() => bodyOf(page)).toEqual(want);

  // Order: by the buttons, by the arrow keys on the grip, and by the mouse.
  await page.getByRole("button", { name: "Move part 2 up" }).click();
  const first = async (): Promise<unknown> => ((await bodyOf(page)) as { message: { parts: { type: string }[] } }).message.parts.map((p) => p.type);
  await expect.poll(first).toEqual(["media", "text"]);
  await page.locator("[data-grip]").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(first).toEqual(["text", "media"]);
  await expect(page.locator("[data-grip]").nth(1)).toBeFocused();
  await page.locator("[data-grip]").nth(1).hover();
  await page.mouse.down();
  const to = await page.locator(".part-card").first().boundingBox();
  await page.mouse.move((to?.x ?? 0) + 40, (to?.y ?? 0) + 30, { steps: 8 });
  await page.mouse.move((to?.x ?? 0) + 42, (to?.y ?? 0) + 32);
  await page.mouse.up();
  await expect.poll(first).toEqual(["media", "text"]);
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await expect.poll(first).toEqual(["text"]);

  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await write(page, '{"message":{"parts":[{"type":"text","value":"changed"}]}}');
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Text of part 1" }).last()).toHaveValue("changed");
});

test("typing in the form keeps the ranges on their words", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: "a bold", text_decorations: [{ range: [2, 6], style: "bold" }] }] } });
  await page.getByRole("button", { name: "Form", exact: true }).click();
  const field = page.locator("textarea.text-field");
  await field.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("👍 ");
  await expect.poll(() => bodyOf(page)).toEqual({ message: { parts: [{ type: "text", value: "👍 a bold", text_decorations: [{ range: [5, 9], style: "bold" }] }] } });
});

test("Write a message opens the form, live from the first key", async ({ page }) => {
  await openWith(page, "");
  await page.getByRole("button", { name: "Write a message" }).click();
  await expect(page.getByRole("textbox", { name: "recipient 1" })).toBeFocused();
  await expect(page.locator(".panel-empty")).toContainText("2 empty fields");
  await expect(page.locator(".fault, .problem, .status-bad, .contact-fault, .row-fault")).toHaveCount(0);
  await page.keyboard.type("+1");
  await expect(page.locator(".faults").first()).toContainText("+1");
  await page.keyboard.type("2025550123");
  await expect(page.locator(".contact-name")).toHaveText("+1 (202) 555-0123");
  await page.getByRole("textbox", { name: "Text of part 1" }).last().fill("Hi 🎉");
  await expect(page.locator(".bubble")).toHaveText("Hi 🎉");
  await expect.poll(() => bodyOf(page)).toEqual({ to: ["+12025550123"], message: { parts: [{ type: "text", value: "Hi 🎉" }] } });
  await page.getByRole("group", { name: "Add a part" }).getByRole("button", { name: "media" }).click();
  await expect(page.locator(".panel-empty")).toContainText("One empty field");
  await page.keyboard.type("https://cdn.example.com/a.jpg"); // the new field has the focus
  await expect.poll(() => bodyOf(page)).toEqual({ to: ["+12025550123"], message: { parts: [{ type: "text", value: "Hi 🎉" }, { type: "media", url: "https://cdn.example.com/a.jpg" }] } });
});

test("an empty field shows its error once it is left, and in the JSON at once", async ({ page }) => {
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "Hi" }] } });
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Write a message" }).click();
  const recipient = page.getByRole("textbox", { name: "recipient 1" });
  await expect(recipient).toBeFocused();
  await expect(page.locator(".panel-empty")).toContainText("2 empty fields");
  // Adding a recipient leaves the first field, whose error does not move the button away; the new one has none yet.
  await page.getByRole("button", { name: "Add recipient" }).click();
  await expect(page.getByRole("textbox", { name: "recipient 2" })).toBeFocused();
  await expect(recipient).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "recipient 2" })).toHaveAttribute("aria-invalid", "false");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await expect(page.locator("[data-live]")).toContainText("3 errors");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).waitFor({ state: "detached" }); // the history has moved on
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: "Undo" }).locator("visible=true").click();
  await expect.poll(() => bodyOf(page)).toEqual({ to: ["+12025550123"], message: { parts: [{ type: "text", value: "Hi" }] } });
});
