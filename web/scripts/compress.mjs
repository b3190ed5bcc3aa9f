// Puts a .br and a .gz beside what a host may send compressed, several files at once: the modules
// take seconds each.
import { readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const kinds = new Set([".wasm", ".js", ".css", ".html", ".svg", ".webmanifest", ".json"]);
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(entry) {
  const file = join(dist, entry);
  const data = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
  const [br, gz] = await Promise.all([brotli(data, { params }), zip(data, { level: 9 })]);
  await Promise.all([writeFile(file + ".br", br), writeFile(file + ".gz", gz)]);
  return { entry, raw: data.length, small: br.length };
}

const entries = readdirSync(dist, { recursive: true }).filter((entry) => kinds.has(extname(entry)) && statSync(join(dist, entry)).isFile());
entries.sort((a, b) => statSync(join(dist, b)).size - statSync(join(dist, a)).size);
const done = await Promise.all(entries.map(compress));
for (const { entry, raw, small } of done) console.log(`${entry}  ${raw}  ${small} br`);
console.log(`all  ${done.reduce((n, d) => n + d.raw, 0)}  ${done.reduce((n, d) => n + d.small, 0)} br`);
