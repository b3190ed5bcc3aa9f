// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test, describe } from "vitest";
import { pack, unpack } from "../src/state/link";
import { path, startEngine } from "./wasm";

const links = JSON.parse(readFileSync(path("../testdata/share/links.json"), "utf8")) as { name: string; fragment: string; payload?: string; error?: string }[];

describe("links that Go reads too", () => {
  test.each(links.map((l) => [l.name, l] as const))("%s", async (_, link) => {
    const call = await startEngine();
    const open = async (fragment: string): Promise<unknown> => {
      const answer = JSON.parse(call(JSON.stringify({ op: "decode", payload: await unpack(fragment) }))) as { ok?: unknown; error?: { message: string } };
      if (answer.error !== undefined) throw new Error(answer.error.message);
      return answer.ok;
    };
    if (link.error !== undefined) return void (await expect(open(link.fragment)).rejects.toThrow(link.error));
    const state = (await open(`#${link.fragment}`)) as { body: string; kind: string };
    const payload = (JSON.parse(call(JSON.stringify({ op: "encode", ...state }))) as { ok: { payload: string } }).ok.payload;
    expect(payload).toBe(link.payload);
    expect(await open(await pack(payload))).toEqual(state);
  });
});

test("a long body goes there and back", async () => {
  const payload = JSON.stringify({ body: "Grüße 🎉 ".repeat(60_000) });
  expect(await unpack(await pack(payload))).toBe(payload);
});

test("a link that unpacks to gigabytes is stopped", async () => {
  const fragment = await pack(" ".repeat((8 << 20) + 1));
  await expect(unpack(fragment)).rejects.toThrow("the content of the link is over 8 MiB");
});
