import { expect, test } from "vitest";
import { readContent } from "../src/state/body";
import type { JsonObject } from "../src/state/json";
import { follow, none, putAway, sourceOf, type Pictures } from "../src/state/pictures";

/** A letter is a media part with that URL, a dot a text part. */
const parts = (letters: string): (string | undefined)[] => [...letters].map((c) => (c === "." ? undefined : `url ${c}`));

/** What is drawn, one letter a part, after the parts were each of the lists in turn. */
function drawn(start: string, pictures: string, ...then: string[]): string {
  let now: Pictures = { sources: parts(start), at: new Map([...pictures].flatMap((p, i) => (p === "-" ? [] : [[i, p] as const]))), away: [] };
  for (const letters of then) now = follow(now, parts(letters));
  return [...(then.at(-1) ?? start)].map((_, i) => now.at.get(i) ?? "-").join("");
}

test.each([
  ["nothing changes", "ab", "1-", ["ab"], "1-"],
  ["the parts swap", "ab", "12", ["ba"], "21"],
  ["a text goes before it", "a.", "1-", [".a"], "-1"],
  ["a part is put before it", "a", "1", ["xa"], "-1"],
  ["a part before it is removed", ".a", "-1", ["a"], "1"],
  ["three in another order", "abc", "1-3", ["bca"], "-31"],
  ["its URL is edited", "ab", "1-", ["xb"], "1-"],
  ["its URL is edited among parts that send the same", "aa", "12", ["xa", "xy"], "12"],
  ["the part is removed", "ab", "1-", ["b"], "-"],
  ["the part is removed, and that undone", "ab", "12", ["b", "ab"], "12"],
  ["all is removed, and that undone", "a.a", "1-2", ["", "a.a"], "1-2"],
  ["the order is undone", "ab", "1-", ["ba", "ab"], "1-"],
  ["it becomes a text, and media again", "a", "1", [".", "a"], "1"],
  ["another part takes its place", "ab", "1-", ["bc"], "--"],
  ["two others take the places", "ab", "12", ["cd"], "--"],
])("%s", (_, start, pictures, then, want) => expect(drawn(start, pictures, ...then)).toBe(want));

test("without a picture nothing is kept", () => expect(follow(none, parts("ab"))).toBe(none));

test("a URL and an upload of the same name are two sources", () => {
  const of = (part: JsonObject) => readContent({ parts: [part] }).parts.map(sourceOf)[0];
  expect(of({ type: "media", url: "x" })).not.toBe(of({ type: "media", attachment_id: "x" }));
  expect(of({ type: "text", value: "x" })).toBeUndefined();
});

test("another document takes no picture, and the one before has its pictures again", () => {
  let now: Pictures = { sources: parts("a b"), at: new Map([[0, "1"], [1, "2"]]), away: [] };
  now = follow(putAway(now), parts("x"));
  expect([...now.at]).toEqual([]);
  now = follow(now, parts("a b"));
  expect([...now.at]).toEqual([[0, "1"]]); // the part without a URL is like any other without one
});
