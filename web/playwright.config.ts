import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 23117);

/** Debian's Chromium, two workers: a test waits more than it computes. The port is not one that connections get. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
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
