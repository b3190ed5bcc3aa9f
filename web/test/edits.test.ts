import { describe, expect, test } from "vitest";
import { applyEdits, editBetween, note } from "../src/state/edits";

describe("the change between two long texts", () => {
  const long = "ab".repeat(40_000);
  const [before, after] = [`${long}aaa`, `${long}aaaa`];
  test("is found", () => {
    expect(editBetween(before, after)).toEqual({ start: before.length, end: before.length, text: "a", removed: "" });
    expect(editBetween(after, before)).toEqual({ start: before.length, end: after.length, text: "", removed: "a" });
    expect(editBetween(long, long)).toBeUndefined();
  });
  test("is what was noted, between these two texts only", () => {
    const at = long.length;
    note(before, after, { start: at, end: at, text: "a", removed: "" });
    const noted = editBetween(before, after);
    expect(noted).toEqual({ start: at, end: at, text: "a", removed: "" });
    expect(applyEdits(before, noted === undefined ? [] : [noted])).toBe(after);
    expect(editBetween(after, before)).toMatchObject({ start: before.length, removed: "a" });
    expect(editBetween(before, `${after}!`)).toMatchObject({ start: before.length, text: "a!" });
  });
  test("of short ones is looked for", () => {
    note("aa", "aaa", { start: 0, end: 0, text: "a", removed: "" });
    expect(editBetween("aa", "aaa")).toMatchObject({ start: 2 });
  });
});
