import { expect, hello, openWith, problems, test, textOf, write } from "./page";

const wrong = { to: ["+12025550123"], message: { parts: [{ type: "text", value: "🎉 Sale", text_decorations: [{ range: [5, 9], style: "bold" }] }] } };

test("guesses are looked at before they are applied", async ({ page }) => {
  await openWith(page, wrong);
  await page.getByRole("button", { name: /^Review 1 guess/ }).click();
  await expect(page.locator(".diff-added").first()).toBeVisible();
  await page.getByRole("button", { name: "Apply 1 fix" }).click();
  await expect(problems(page)).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => textOf(page)).toBe(JSON.stringify(wrong, null, 2));
});

test("problems are copied as text, JSON and SARIF", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openWith(page, wrong);
  for (const [form, want] of [["As text", /error: range ends at 9[\s\S]*1 error/], ["As JSON", /"diagnostics"/], ["As SARIF", /"version": "2.1.0"[\s\S]*"decoration-range-bounds"/]] as const) {
    await page.locator(".panel").getByRole("button", { name: /^Cop/ }).click();
    await page.getByRole("button", { name: form }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(want);
  }
});

test("variables show their sample data, and ranges follow the words", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "text", value: "Hi {{name}}!", text_decorations: [{ range: [3, 11], style: "bold" }] }] } });
  await page.getByRole("textbox", { name: "{{name}}" }).fill("Ana Maria");
  await expect(page.locator(".bubble-text")).toHaveText("Hi Ana Maria!");
  await expect(page.locator(".bubble .style-bold")).toHaveText("Ana Maria");
  await expect(page.locator(".ruler-title")).toContainText("13 UTF-16 code units");
  expect(await textOf(page)).toContain("{{name}}");
});

test("the settings of a project are applied and kept, and a fault is named at its place", async ({ page }) => {
  await openWith(page, wrong);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Rule settings" }).click();
  await page.getByRole("textbox", { name: "linqlint.jsonc" }).fill('// ours\n{ "rules": { "decoration-*": "off", "to-larg": "off" } }');
  await page.getByRole("button", { name: 'Line 2, column 37: no rule matches "to-larg"; did you mean "to-large"?' }).click();
  expect(await page.getByRole("textbox", { name: "linqlint.jsonc" }).evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))).toBe('"to-larg"');
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(problems(page)).toHaveCount(0);
  await page.reload();
  await expect(page.locator("[data-live]")).toHaveText("no problems");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Rule settings" }).click();
  await page.getByRole("textbox", { name: "linqlint.jsonc" }).fill('{ "ignores": [{ "rule": "*", "reason": "old", "expires": "2020-01-01" }] }');
  await expect(page.getByRole("dialog")).toContainText("0 ignores and 0 known names apply. 1 ignore has expired.");
  await page.getByRole("button", { name: "Remove the settings" }).click();
  await expect(problems(page)).not.toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(problems(page)).toHaveCount(0);
});

test("a picture of the message is made", async ({ page }) => {
  await openWith(page, hello);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Picture of the message" }).click();
  await expect.poll(() => page.locator(".picture-made").evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 100)).toBe(true);
});

test("prose that is pasted into the JSON becomes a message", async ({ page }) => {
  await openWith(page, "");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Your table is **booked**");
    document.querySelector("[data-editor]")?.shadowRoot?.querySelector(".cm-content")?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  });
  await page.getByRole("button", { name: "Make it a message" }).click();
  await expect(page.locator(".bubble .style-bold")).toHaveText("booked", { timeout: 30_000 });
});

test("emoji alone are large, a bubble has its tail on its own side, a tapback covers no text", async ({ page }) => {
  for (const value of ["🎉🎉", "🇩🇪", "1️⃣", "👨‍👩‍👧🇩🇪"]) {
    await page.addInitScript((text) => sessionStorage.setItem("linqlint.tab", JSON.stringify({ text, kind: "", edited: true })), JSON.stringify({ message: { parts: [{ type: "text", value }] } }));
    await page.goto("");
    await expect(page.locator(".bubble"), value).toHaveClass(/bubble-emoji/);
  }
  await page.addInitScript((text) => sessionStorage.setItem("linqlint.tab", JSON.stringify({ text, kind: "", edited: true })), '{"operation":"add","type":"love","part_index":0}');
  await page.goto("");
  const text = await page.locator(".bubble-in .bubble-text").evaluate((e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().toJSON() as { right: number; top: number }; });
  const tapback = await page.locator(".tapback").boundingBox();
  expect((tapback?.y ?? 0) + (tapback?.height ?? 0) <= text.top + 2 || (tapback?.x ?? 0) >= text.right).toBe(true);
  expect(await page.locator(".bubble-in").evaluate((e) => getComputedStyle(e, "::after").left)).toBe("-10px");
});

test("sample data fills links, stays over a reload, and survives JSON that breaks", async ({ page }) => {
  await openWith(page, { message: { parts: [{ type: "link", value: "https://{{host}}/x" }] } });
  await page.getByRole("textbox", { name: "{{host}}" }).fill("shop.example");
  await expect(page.locator(".link-card, .card").first()).toContainText("shop.example");
  for (const text of ['{"message":7, "parts":[{"type":"text","value":"{{host}}"}', '[{"value":"{{host}}"', "7"]) await write(page, text);
  await write(page, '{"message":{"parts":[{"type":"text","value":"Hi {{host}}","text_decorations":[{"range":[3,11],"style":"bold"},7]}]}}');
  await expect(page.locator(".bubble .style-bold")).toHaveText("shop.example");
  await page.reload();
  await expect(page.locator(".bubble-text")).toHaveText("Hi shop.example");
});
