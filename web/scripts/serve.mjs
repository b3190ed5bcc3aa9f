// Serves dist/ on loopback, pre-compressed where the browser takes it:
//   node scripts/serve.mjs [--port N] [DIR]
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** The path that a request is for, or undefined for what is none, such as "/%". */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

export function serve(dir, port = 0) {
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? "/");
    if (path === undefined) return void response.writeHead(400, { "content-type": "text/plain" }).end("no such address\n");
    let file = join(dir, normalize(path));
    if (!file.startsWith(dir)) return void response.writeHead(403).end();
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return void response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    const headers = { "content-type": types[extname(file)] ?? "application/octet-stream" };
    headers["cache-control"] = path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    const accepted = String(request.headers["accept-encoding"] ?? "");
    for (const [encoding, suffix] of [["br", ".br"], ["gzip", ".gz"]]) {
      if (new RegExp(`\\b${encoding}\\b`).test(accepted) && existsSync(file + suffix)) {
        headers["content-encoding"] = encoding;
        headers.vary = "accept-encoding";
        file += suffix;
        break;
      }
    }
    headers["content-length"] = String(statSync(file).size);
    response.writeHead(200, headers);
    if (request.method === "HEAD") return void response.end();
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const at = args.indexOf("--port");
  const port = at >= 0 ? Number(args.splice(at, 2)[1]) : 4173;
  const dir = args[0] ?? join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
  if (!existsSync(join(dir, "index.html"))) {
    console.error(`no page in ${dir}: run "npm run build" first`);
    process.exit(1);
  }
  const server = await serve(dir, port);
  console.log(`playground on http://127.0.0.1:${server.address().port}/`);
}
