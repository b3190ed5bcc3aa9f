// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { path } from "./wasm";

const files = (readdirSync(path("src"), { recursive: true }) as string[]).filter((name) => /\.(ts|tsx|js)$/.test(name));

test("text goes in through text nodes only", () => {
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    expect(readFileSync(path(`src/${name}`), "utf8"), name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/);
  }
});

test("the lock file names no host of a registry", () => {
  expect(readFileSync(path("package-lock.json"), "utf8")).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/);
});

test("the styles are made of the scales", () => {
  for (const name of ["page", "message", "panels"]) {
    const css = readFileSync(path(`src/styles/${name}.css`), "utf8");
    for (const [, size] of css.matchAll(/font-size:\s*([^;}]+)/g)) {
      expect(size, name).toMatch(/^(var\(--text-|0\.95em|3rem|10px)/);
    }
  }
});
