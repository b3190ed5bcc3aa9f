// Serves files on loopback, opens the page in a headless Chromium, and resolves
// with what it posts to /done.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** read(path) gives the bytes of a file, or undefined; asked are the paths that the page asked for. */
export async function runInChromium(read, handle = () => false) {
  const asked = [];
  let told;
  const said = new Promise((resolve) => (told = resolve));
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    if (path === "/done") {
      told(Buffer.concat(await request.toArray()).toString());
      return response.end();
    }
    asked.push(path);
    if (await handle(request, response)) return;
    const name = path === "/" ? "/index.html" : path;
    const bytes = read(name);
    if (bytes === undefined) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[extname(name)] ?? "text/plain" }).end(bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(chromium)) throw new Error(`${chromium} is missing: install Debian's chromium, or set CHROMIUM`);
  const profile = mkdtempSync(join(tmpdir(), "linqlint-chromium-"));
  const browser = spawn(chromium, [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--user-data-dir=${profile}`,
    `http://127.0.0.1:${server.address().port}/`,
  ], { stdio: "ignore" });
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  try {
    const late = new Promise((resolve) => setTimeout(resolve, 90_000, "nothing in 90 seconds").unref());
    return { said: await Promise.race([said, late, ended.then((code) => `the browser ended with ${code}`)]), asked };
  } finally {
    browser.kill();
    await ended;
    server.close();
    await remove(profile);
  }
}

/** Removes a folder that Chromium's helper processes use for a moment longer. */
export async function remove(dir) {
  for (let tries = 0; ; tries++) {
    try {
      return rmSync(dir, { recursive: true, force: true });
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
