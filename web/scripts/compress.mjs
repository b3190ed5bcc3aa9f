// Puts a .br and a .gz beside what a host may send compressed.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const kinds = new Set([".wasm", ".js", ".css", ".html", ".svg", ".webmanifest", ".json"]);
let raw = 0;
let small = 0;
for (const entry of readdirSync(dist, { recursive: true })) {
  const file = join(dist, entry);
  if (!statSync(file).isFile() || !kinds.has(extname(file))) continue;
  const data = readFileSync(file);
  const br = brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  });
  writeFileSync(file + ".br", br);
  writeFileSync(file + ".gz", gzipSync(data, { level: 9 }));
  raw += data.length;
  small += br.length;
  console.log(`${entry}  ${data.length}  ${br.length} br`);
}
console.log(`all  ${raw}  ${small} br`);
