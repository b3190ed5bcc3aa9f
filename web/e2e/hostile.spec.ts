import type { Page } from "@playwright/test";
import { checked, content, expect, hello, openWith, problems, test, textOf, write } from "./page";

type Dropped = [name: string, content: string | number[], type?: string];

async function drop(page: Page, ...files: Dropped[]): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const [name, content, type] of all) data.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name, { type: type ?? "" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

const notice = (page: Page) => page.locator(".notice");

test("what is dropped and cannot be read is refused in a sentence, and the text stays", async ({ page }) => {
  await openWith(page, hello);
  const before = JSON.stringify(hello, null, 2);
  const rows: [Dropped, string][] = [
    [["a.json", [0xff, 0xfe, 0x7b, 0, 0x7d, 0]], "a.json is not a UTF-8 text file but UTF-16: save it as UTF-8, which the API takes."],
    [["a.json", [0, 0x7b, 0, 0x7d]], "a.json is not a UTF-8 text file but UTF-16: save it as UTF-8, which the API takes."],
    [["a.bin", [0x89, 0x50, 0x4e, 0x47]], "a.bin is not a UTF-8 text file."],
    [["a.bin", [1, 2, 0, 3, 4]], "a.bin is not a UTF-8 text file."],
    [["a.json", [0xef, 0xbb, 0xbf, 0x0a]], "a.json is empty."],
    [["a.ndjson", "\n \n"], "a.ndjson is empty."],
    [["a.png", "x", "image/png"], "There is no media part to draw the picture in."],
  ];
  for (const [file, said] of rows) {
    await drop(page, file);
    await expect(notice(page)).toContainText(said);
  }
  expect(await textOf(page)).toBe(before);
});

test("of several files one is opened, which the notice says and takes back", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, ["p.png", "x", "image/png"], ["a.json", [0xef, 0xbb, 0xbf, 0x7b, 0x7d]], ["b.json", "[]"]);
  await expect(notice(page)).toContainText("a.json is open. The other 2 files are not read: open one at a time.");
  await expect.poll(() => textOf(page)).toBe("{}"); // without the byte order mark
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => textOf(page)).toBe(JSON.stringify(hello, null, 2));
});

for (const [name, prepare] of [
  ["refused", () => { for (const key of ["localStorage", "sessionStorage"]) Object.defineProperty(window, key, { get() { throw new DOMException("denied", "SecurityError"); } }); }],
  ["full", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
] as const) {
  test(`with storage that is ${name}, the page works and nothing is lost silently`, async ({ page }) => {
    await page.addInitScript(prepare);
    await page.goto("");
    await checked(page);
    await write(page, JSON.stringify(hello));
    await expect(notice(page)).toContainText("The browser does not keep this text: it is lost when you leave the page.");
    await expect(notice(page).getByRole("button", { name: "Save as a file" })).toBeVisible();
    await content(page).press("End"); // the browser asks only who used the page
    const asked = page.waitForEvent("dialog");
    const leaving = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
    await leaving;
  });
}

test("a browser without WebAssembly is named, in every part of the page", async ({ page }) => {
  await page.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete self.WebAssembly;${await response.text()}` });
  });
  await page.goto("");
  const why = /his browser has no WebAssembly, or it is turned off\./;
  await expect(page.locator(".engine-failed")).toContainText(why);
  for (const [tab, said] of [["Code", why], ["Split", why], ["Markdown", why], ["Forecast", "the engine did not start"], ["Rules", "the engine did not start"], ["Problems", "the engine did not start"]] as const) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tabpanel")).toContainText(said);
  }
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog")).toContainText(why);
  await expect(page.getByRole("dialog")).not.toContainText("no phone numbers");
  await expect(page.getByRole("dialog")).not.toContainText("0 characters");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("what is not a request body has no code and is not split, in the page's words", async ({ page }) => {
  await openWith(page, "null");
  for (const tab of ["Code", "Split"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tabpanel")).toContainText("The root is null; a request body is an object.");
    await expect(page.getByRole("tabpanel")).not.toContainText("json-");
  }
  await write(page, '{"to": ["+12025550123"], "message": {"parts": {"type": "text", "value": "a"}}}');
  await expect(page.getByRole("tabpanel")).toContainText("This body cannot be split: its parts are not a list of parts.");
});

test("hostile bodies are drawn, checked and edited without an error", async ({ page }) => {
  await openWith(page, hello);
  const rows: [string, RegExp][] = [
    ['{"__proto__":{"to":["x"]},"constructor":1,"to":["+12025550123"],"message":{"__proto__":null,"parts":[{"type":"text","value":"a","__proto__":[]}],"toString":1}}', /unknown member "__proto__"/],
    [`{"message":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, /more than 64 nested brackets/],
    ['{"a":['.repeat(10_000), /more than 64 nested brackets/],
    ['{"to":["+12025550123"],"message":{"parts":[{"type":"text","value":"a\\ud83d"}]}}', /surrogate/],
    ['{"\u202egpj":1,"to":["+12025550123"],"message":{"parts":[{"type":"text","value":"a"}]}}', /unknown member "\\u202egpj"/],
    ['{"to":[null,1,{},[]],"message":{"parts":[null,1,"x",[],{"type":7},{"type":"text","value":7,"text_decorations":[null,{"range":[1e99,-1]},{"range":[0.5,1]}]}],"effect":"confetti"}}', /it must be a string/],
  ];
  for (const [body, said] of rows) {
    await write(page, body);
    await expect(problems(page).filter({ hasText: said }).first()).toBeVisible();
    await page.getByRole("button", { name: "Form", exact: true }).click();
    await expect(page.locator(".form-scroll")).toBeVisible();
    await page.getByRole("button", { name: "JSON", exact: true }).click();
  }
});

test("a notice is in the dialog that is open, and a text that is drawn in part has no count of clusters", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  await openWith(page, { to: ["+12025550123"], message: { parts: [{ type: "text", value: "x".repeat(30_000) }] } });
  await expect(page.locator(".ruler-title")).toContainText("30,000 code points");
  await expect(page.locator(".ruler-title")).not.toContainText("cluster");
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("dialog").locator(".notice")).toContainText("did not let the page copy");
  await expect(page.locator(".notice")).toHaveCount(1);
});

test("a message that is drawn of an earlier text is not written into the JSON that is broken now", async ({ page }) => {
  await openWith(page, hello);
  for (const text of ["{oops", "[1", '{"message":{"parts":[{"type":"text","value":"a" "x":1']) {
    await write(page, text);
    await expect.poll(() => textOf(page)).toBe(text);
    await page.locator("[data-text-part]").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("b");
    await expect(notice(page)).toContainText("The JSON does not parse, so the message cannot be changed.");
    await page.locator(".notice-close").click();
    await expect.poll(() => textOf(page)).toBe(text);
  }
});

test("line ends of other systems leave the underlines in their places", async ({ page }) => {
  await openWith(page, hello);
  await drop(page, ["a.json", '{\r\n"to":\r\n["+12025550123"],\r\n"campaign":\r1}\r\n']);
  await expect(problems(page).filter({ hasText: 'unknown member "campaign"' })).toHaveCount(1);
  expect(await page.locator(".cm-lintRange").allTextContents()).toContain('"campaign"');
  await expect.poll(() => textOf(page)).toBe('{\n"to":\n["+12025550123"],\n"campaign":\n1}\n');
});
