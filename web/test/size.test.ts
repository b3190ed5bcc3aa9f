// @vitest-environment node
import { existsSync, readdirSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { path } from "./wasm";

// Reads what "npm run build" made. The budgets are in bytes;
// docs/decisions/wasm-size.md says where the bytes are.
const dist = path("dist");
const files = existsSync(dist) ? (readdirSync(dist, { recursive: true }) as string[]).filter((name) => statSync(`${dist}/${name}`).isFile()) : [];
const size = (name: string): number => statSync(`${dist}/${name}`).size;

/** What a host that compresses sends for a file. */
const sent = (name: string): number => (files.includes(`${name}.br`) ? Math.min(size(name), size(`${name}.br`)) : size(name));
/** What a reader fetches for the first diagnostics; the rest comes later, or only when it is asked for. */
const atStart = (name: string): boolean => !/tools-|markdown-|docs[-/]|^sw\.js|rules-|\.png$|app\.webmanifest/.test(name);
const plain = files.filter((name) => !/\.(br|gz)$/.test(name));

test("there is a build", () => {
  expect(files, "run npm run build first").toContain("index.html");
  for (const name of plain.filter((n) => /\.(wasm|js|css|html)$/.test(n))) expect(files).toContain(`${name}.br`);
});

test.each([
  ["linqlint", 4_400_000, 850_000],
  ["tools", 6_400_000, 1_200_000],
])("the module %s is at most %i bytes, %i compressed", (name, raw, brotli) => {
  const module = plain.filter((file) => file.startsWith(`assets/${name}-`) && file.endsWith(".wasm"));
  expect(module).toHaveLength(1);
  expect(size(module[0]!)).toBeLessThanOrEqual(raw);
  expect(size(`${module[0]!}.br`)).toBeLessThanOrEqual(brotli);
});

test("what is fetched before the first diagnostics is at most 1.10 MB compressed", () => {
  const first = plain.filter((name) => atStart(name));
  const all = first.reduce((n, name) => n + sent(name), 0);
  expect(all).toBeGreaterThan(300_000);
  expect(all, first.join(" ")).toBeLessThanOrEqual(1_100_000);
});
