import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 43117);

/** Debian's Chromium, one worker: the machine has two cores, and a page with its engine needs both. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  snapshotPathTemplate: "{testDir}/look/{arg}{ext}",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    locale: "en-US",
    contextOptions: { reducedMotion: "reduce" },
    serviceWorkers: "block", // each test would fill a cache of its own; the test of the offline page allows it
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
  },
  webServer: { command: `node scripts/serve.mjs --port ${port}`, port, reuseExistingServer: false },
});
