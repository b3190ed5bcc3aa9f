import type { Page } from "@playwright/test";
import { checked, expect, openWith, problems, test } from "./page";

const missing = (page: Page, files: string): Promise<unknown> => page.route(files, (route) => route.fulfill({ status: 404, body: "" }));

test("a page that does not load says so", async ({ page, watched }) => {
  await missing(page, "**/page-*.js");
  await page.goto("");
  await expect(page.getByRole("alert")).toContainText("The page did not load.");
  await page.unroute("**/page-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await checked(page);
  watched.errors.length = 0; // this test asked for them
});

test("an editor that does not load leads to the form", async ({ page, watched }) => {
  await missing(page, "**/editor-*.js");
  await page.goto("");
  await checked(page);
  await page.clock.install();
  await page.clock.fastForward(60_000);
  await page.getByRole("button", { name: "Use the form" }).click();
  await expect(page.locator(".form-scroll")).toBeVisible();
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await expect(page.getByText("The editor did not load.")).toBeVisible();
  watched.errors.length = 0; // this test asked for them
});

test("a worker that fails before the page is there is reported", async ({ page, watched }) => {
  let fail = (): void => undefined;
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener("error", () => void fetch("./failed"));
      }
    };
  });
  await missing(page, "**/worker-*.js");
  await page.route("**/failed", (route) => { fail(); return route.fulfill({ body: "" }); });
  await page.route("**/page-*.js", async (route) => { await failed; await route.continue(); });
  await page.goto("");
  await expect(page.getByRole("alert")).toContainText("The engine did not start.");
  watched.errors.length = 0; // this test asked for them
});

test("without the tools the page checks, and says what it cannot do", async ({ page, watched }) => {
  await missing(page, "**/tools-*.wasm");
  await openWith(page, '{"to":["+14155550123"],"message":{"parts":[{"type":"text","value":"a"},]}}');
  await page.getByRole("tab", { name: "Forecast" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("There is no forecast: a part of the page did not load");
  await page.getByRole("tab", { name: "Problems" }).click();
  await expect(problems(page).first()).toBeVisible();
  await page.getByRole("button", { name: /^Fix all/ }).first().click();
  await expect(page.locator(".notice")).toContainText("Nothing was fixed: a part of the page did not load");
  await page.unroute("**/tools-*.wasm");
  await page.getByRole("button", { name: /^Fix all/ }).first().click();
  await expect(page.locator(".notice")).toContainText("1 fix applied.");
  await page.getByRole("tab", { name: "Forecast" }).click();
  await expect(page.locator(".forecast-service")).not.toHaveCount(0);
  watched.errors.length = 0; // this test asked for them
});
