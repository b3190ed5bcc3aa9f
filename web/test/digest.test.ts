import { describe, expect, test } from "vitest";
import { readContent } from "../src/state/body";
import { digest } from "../src/state/digest";
import { isSame, type JsonObject } from "../src/state/json";

const limits = { parts: 2, elements: 3 };

describe("what is drawn of a large body", () => {
  const list = [1, 2, 3, 4].map((n) => ({ type: "text", value: `${n}` }));
  test.each([
    ["the first parts, and how many there are", { message: { parts: list } }, { message: { parts: list.slice(0, 2) } }, 4],
    ["parts at the top", { parts: list, to: ["a"] }, { parts: list.slice(0, 2), to: ["a"] }, 4],
    ["the first elements of other arrays", { options: [1, 2, 3, 4], deep: [[1, 2, 3, 4]] }, { options: [1, 2, 3], deep: [[1, 2, 3]] }, 0],
    ["null", null, null, 0],
    ["a text", "x", "x", 0],
    ["parts that are not an array", { message: { parts: { a: 1 } } }, { message: { parts: { a: 1 } } }, 0],
  ])("%s", (_, body, value, total) => expect(digest(JSON.stringify(body), limits)).toEqual({ broken: false, value, total, blank: false }));
  test("nothing of a broken one", () => expect(digest('{"a":', limits)).toEqual({ broken: true, value: undefined, total: 0, blank: false }));
  test("that white space is blank", () => expect(digest(" \n", limits)).toEqual({ broken: true, value: undefined, total: 0, blank: true }));
  test("nothing that is nested too deep", () => {
    expect(digest(`${"[".repeat(5000)}${"]".repeat(5000)}`, limits).broken).toBe(false);
    expect(digest('{"__proto__": {"parts": [1]}}', limits)).toEqual({ broken: false, value: {}, total: 0, blank: false });
  });
  test("its content says how many parts there are", () => {
    const { value, total } = digest(JSON.stringify({ message: { parts: list } }), limits);
    expect(readContent(value as JsonObject, undefined, total)).toMatchObject({ total: 4, parts: [{ value: "1" }, { value: "2" }] });
  });
});

describe("a content that is read again", () => {
  const body = (to: string, ...values: string[]): JsonObject => ({ to: [to], message: { parts: values.map((value) => ({ type: "text", value })) } });
  const first = readContent(body("+1", "a", "b"));
  test("is the same object if it says the same", () => expect(readContent(body("+1", "a", "b"), first)).toBe(first));
  test("has the same parts if none of them changed", () => {
    const next = readContent(body("+2", "a", "b"), first);
    expect(next.to).toEqual(["+2"]);
    expect(next.parts).toBe(first.parts);
  });
  test("keeps each part that did not change", () => {
    const next = readContent(body("+1", "a", "c"), first);
    expect(next.parts[0]).toBe(first.parts[0]);
    expect(next.parts[1]?.value).toBe("c");
  });
  test("has other parts if they are in another place", () => {
    expect(readContent({ parts: (body("", "a", "b").message as JsonObject).parts ?? null, to: ["+1"] }, first).parts[0]?.pointer).toBe("/parts/0");
  });
});

test.each([
  [1, 1, true], [1, "1", false], [null, {}, false], [[], {}, false], [{ a: 1 }, { a: 1, b: 2 }, false], [{ a: undefined }, { b: undefined }, false],
  [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, true], [[1, 2], [2, 1], false],
])("%j and %j", (a, b, same) => expect(isSame(a, b)).toBe(same));
