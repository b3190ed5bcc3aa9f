import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const types: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", webmanifest: "application/manifest+json", png: "image/png" };

test.use({ serviceWorkers: "allow" });

test("a reader with the kept page is told of a new version, and reloading opens it with the same text", async ({ page }) => {
  let version = 1;
  // The built page; its second version has another title.
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "", "http://localhost").pathname.slice(1) || "index.html";
    readFile(fileURLToPath(new URL(`../dist/${name}`, import.meta.url))).then((data) => {
      const second = version === 2 && ["index.html", "sw.js"].includes(name);
      response.setHeader("Content-Type", types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream");
      // A host that lets browsers keep the document must not bring an old one into the new version.
      response.setHeader("Cache-Control", name === "sw.js" ? "no-cache" : "max-age=600");
      response.end(second ? String(data).replace("<title>linqlint playground", "<title>linqlint second").replace('"linqlint-', '"linqlint-2') : data);
    }, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    await page.addInitScript((text) => sessionStorage.getItem("linqlint.tab") ?? sessionStorage.setItem("linqlint.tab", text), JSON.stringify({ text: '{"to":["1"]}', kind: "", edited: true }));
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await expect(page.locator("[data-live]")).not.toHaveText("");
    await expect(page.locator(".notice")).toHaveCount(0);
    version = 2;
    await page.evaluate(() => navigator.serviceWorker.ready.then((r) => r.update()).then(() => undefined));
    const notice = page.locator(".notice");
    await expect(notice).toContainText("There is a new version of this page.");
    expect(await page.evaluate(() => caches.keys().then((names) => names.length)), "the version that is open is kept").toBe(2);
    await notice.getByRole("button", { name: "Reload" }).click();
    await expect(page).toHaveTitle("linqlint second");
    await expect(page.locator(".problem").filter({ hasText: 'recipient "1"' })).toHaveCount(1);
  } finally {
    await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  }
});
