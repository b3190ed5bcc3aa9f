// Drives VS Code in Chromium as a person would: by its keys and what it shows.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** Opens VS Code at a URL; asked are the URLs of its requests. */
export async function openCode(url) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install Debian's chromium, or set CHROMIUM`);
  const profile = mkdtempSync(join(tmpdir(), "linqlint-code-"));
  mkdirSync(join(profile, "Default"));
  // Webviews have origins of their own, which keep what they need in storage and a service worker.
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } }));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath, viewport: { width: 1400, height: 860 },
    args: ["--no-sandbox", "--disable-features=ThirdPartyStoragePartitioning,TrackingProtection3pcd"],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(20_000);
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  await page.goto(url);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 60_000 });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return { page, asked, close, ...keys(page) };
}

function keys(page) {
  const input = async (key, text) => {
    await page.keyboard.press(key);
    const box = page.locator(".quick-input-widget input[type=text]");
    await box.waitFor();
    return box.fill(text);
  };
  return {
    /** Runs a command of the palette. */
    async command(name) {
      await input("F1", `>${name}`);
      await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
    },
    /** Opens a file of the folder. */
    async open(name) {
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first().dblclick();
      await page.locator(".tab.active", { hasText: name }).waitFor();
      await page.locator(".editor-instance .view-line").first().waitFor();
    },
    /** Puts the cursor at a line and column, from 1. */
    async goTo(line, column) {
      await input("Control+g", `:${line}:${column}`);
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    },
    /** The text that the active editor shows. */
    text: async () => (await page.locator(".editor-group-container.active .view-lines, .editor-instance .view-lines").first().innerText()).replaceAll("\u00a0", " "),
    squiggles: (severity) => page.locator(`.squiggly-${severity}`),
    /** The frame of the webview, whose page is two frames below. */
    webview: () => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame"),
  };
}
