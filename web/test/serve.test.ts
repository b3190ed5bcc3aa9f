// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { path } from "./wasm";

test("an address that cannot be decoded gets a 404, and the next request is served", async () => {
  const { serve } = (await import(/* @vite-ignore */ path("scripts/serve.mjs"))) as { serve(dir: string): Promise<Server> };
  const dir = mkdtempSync(join(tmpdir(), "linqlint-serve-"));
  writeFileSync(join(dir, "index.html"), "page");
  const server = await serve(dir);
  try {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [address, status] of [["/%", 404], ["/%00", 404], ["/../package.json", 404], ["/", 200]] as const) {
      expect((await fetch(base + address)).status, address).toBe(status);
    }
  } finally {
    server.close();
    rmSync(dir, { recursive: true });
  }
});
