import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** Every test watches for requests to other hosts and for what the policy blocks. */
export const test = base.extend<{ watched: { foreign: string[]; errors: string[] } }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const foreign: string[] = [];
      const errors: string[] = [];
      context.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url)) foreign.push(url);
      });
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      context.on("weberror", (error) => errors.push(error.error().message));
      await use({ foreign, errors });
      expect(foreign, "requests to other hosts").toEqual([]);
      expect(errors, "errors and violations of the policy").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the page with a body, as if it had been left there. */
export async function openWith(page: Page, body: unknown, kind = ""): Promise<void> {
  const text = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  await page.addInitScript(([key, value]) => {
    if (sessionStorage.getItem("opened") !== null) return;
    sessionStorage.setItem("opened", "1");
    localStorage.setItem(key as string, value as string);
  }, ["linqlint.text", JSON.stringify({ text, kind })]);
  await page.goto("");
  await checked(page);
}

/** Waits for the first report. */
export async function checked(page: Page): Promise<void> {
  await expect(page.locator("[data-live]")).not.toHaveText("");
}

/** The text as the tab keeps it. */
export async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => (JSON.parse(sessionStorage.getItem("linqlint.tab") ?? '{"text":""}') as { text: string }).text);
}

export async function bodyOf(page: Page): Promise<unknown> {
  try {
    return JSON.parse(await textOf(page));
  } catch {
    return undefined;
  }
}

export const content = (page: Page): Locator => page.getByRole("textbox", { name: "Request body, JSON" });

/** Replaces the editor's text by a paste. */
export async function write(page: Page, text: string): Promise<void> {
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    const target = document.querySelector("[data-editor]")?.shadowRoot?.querySelector(".cm-content");
    target?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, text);
}

export const problems = (page: Page): Locator => page.locator(".problem");

/** What is underlined, text by text. */
export async function underlined(page: Page, severity = "error"): Promise<string[]> {
  return page.locator(`.cm-lintRange-${severity}`).allTextContents();
}

export const hello = { to: ["+12025550123"], message: { parts: [{ type: "text", value: "Hello 👨‍👩‍👧 world" }] } };

/**
 * What axe finds, of all its rules or some. The page has no frames, for which axe would open a tab
 * each time, and only violations are worked out.
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const found = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`);
}

/** What can be pressed and is smaller than so many pixels, in the dialog that is open or else in the page; a check box has its label's size. */
export async function smallTargets(page: Page, limit: number): Promise<string[]> {
  return page.evaluate((least) => {
    const dialog = document.querySelector("dialog[open]");
    const roots = [dialog ?? document, ...(dialog === null ? [document.querySelector("[data-editor]")?.shadowRoot ?? document.createElement("i")] : [])];
    const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary")]);
    return all.flatMap((e) => {
      const { width, height } = (e.matches("[type=checkbox]") ? (e.closest("label") ?? e) : e).getBoundingClientRect();
      const isSmall = e.checkVisibility({ visibilityProperty: true }) && width > 0 && (width < least || height < least);
      return isSmall ? [`${e.className || e.tagName} “${e.getAttribute("aria-label") ?? e.textContent ?? ""}” ${width}×${height}`] : [];
    });
  }, limit);
}

/** How a page is looked at, and the rules of axe that are asked there; all of them once, and those that ask for colors or sizes in each. */
const looks = [
  ["light", { colorScheme: "light", forcedColors: "none" }, ["color-contrast"]],
  ["dark", { colorScheme: "dark", forcedColors: "none" }, undefined],
  ["forced colors", { colorScheme: "dark", forcedColors: "active" }, ["color-contrast", "link-in-text-block", "target-size"]],
] as const;

/** Expects that axe finds nothing in light, in dark and with forced colors. */
export async function expectNothingFromAxe(page: Page, where = ""): Promise<void> {
  for (const [look, media, rules] of looks) {
    await page.emulateMedia(media);
    expect(await violations(page, rules === undefined ? undefined : [...rules]), `${where} ${look}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}
