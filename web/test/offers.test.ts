import { expect, test } from "vitest";
import registered from "../generated/registry.json";
import type { Registry } from "../src/engine/protocol";
import { offersAt, wordAt } from "../src/state/offers";

const registry = registered as unknown as Registry;

/** The offers where the text has a bar. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  return offersAt(registry, "messages.create", marked.replace("|", ""), offset);
}

test("members that are there already are not offered, and required ones say so", () => {
  const offers = at('{"to": ["+14155550123"], "|"}');
  expect(offers.map((o) => o.label)).not.toContain("to");
  expect(offers.every((o) => o.what === "member")).toBe(true);
  expect(offers.find((o) => o.label === "parts" || o.label === "message")?.detail).toMatch(/, required$/);
});

test("a name that has its colon gets no other", () => {
  expect(at('{"|": 1}')[0]?.insert).toMatch(/^"\w+"$/);
  expect(at('{"|"}')[0]?.insert).toMatch(/^"\w+": $/);
});

test("an effect's names fit its type", () => {
  const names = at('{"message": {"parts": [], "effect": {"type": "bubble", "name": "|"}}}').map((o) => o.label);
  expect(names).toEqual(registry.effects.filter((e) => e.type === "bubble").map((e) => e.name));
});

test("a part is offered whole, with the cursor where its text goes", () => {
  const text = at('{"message": {"parts": [|]}}').find((o) => o.label === "text part");
  expect(text?.insert).toBe('{ "type": "text", "value": "" }');
  expect(text?.insert.slice(0, text.cursor)).toBe('{ "type": "text", "value": "');
  for (const { insert } of at('{"message": {"parts": [|]}}')) JSON.parse(insert);
});

test("nothing is offered where nothing is known", () => {
  expect(at('{"nonsense": {"|"}}')).toEqual([]);
  expect(at('{"to": ["|"]}')).toEqual([]);
});

test("a word that is closed is replaced whole", () => {
  expect(wordAt('"ty"', 3)).toEqual({ from: 0, to: 4 });
  expect(wordAt("ty", 1)).toEqual({ from: 0, to: 1 });
  expect(wordAt(" ", 1)).toEqual({ from: 1, to: 1 });
});
