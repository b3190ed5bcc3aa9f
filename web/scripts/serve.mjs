// Serves dist/ on loopback, compressed where the browser takes it:
//   node scripts/serve.mjs [--port N] [DIR]
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";

/** Serves a folder as it is now; resolves to the server once it listens. */
export function serve(dir, port = 0) {
  const files = sirv(dir, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) =>
      response.setHeader("Cache-Control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  const server = createServer((request, response) => files(request, response));
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { port: { type: "string", default: "4173" } }, allowPositionals: true });
  const dir = positionals[0] ?? fileURLToPath(new URL("../dist", import.meta.url));
  if (!existsSync(join(dir, "index.html"))) {
    console.error(`no page in ${dir}: run "npm run build" first`);
    process.exit(1);
  }
  const server = await serve(dir, Number(values.port));
  console.log(`playground on http://127.0.0.1:${server.address().port}/`);
}
