import { beforeEach, describe, expect, test } from "vitest";
import { editBetween, applyEdits } from "../src/state/edits";
import { applied, History, unapplied } from "../src/state/history";

const origin = { kind: "", file: undefined, at: 0 };

describe("the edit between two texts", () => {
  test.each([["", ""], ["a", ""], ["", "a"], ["abc", "abc"], ["aaa", "aa"], ["aba", "abba"], ["{}", '{"a":1}'], ["🎉", "🎊"]])("%j to %j", (a, b) => {
    const edit = editBetween(a, b);
    expect(edit === undefined ? a : applyEdits(a, [edit])).toBe(b);
  });
});

test("edits apply whatever their order", () => {
  expect(applyEdits("abcdef", [{ start: 4, end: 5, text: "X" }, { start: 0, end: 1, text: "" }, { start: 2, end: 2, text: "--" }])).toBe("b--cdXf");
});

describe("the history", () => {
  let history: History<string>;
  let text: string;
  const go = (next: string, tag?: string, time = 0): void => {
    history.record(text, next, origin, origin, tag, time);
    text = next;
  };
  const undo = (): void => { const step = history.undo(); if (step !== undefined) text = unapplied(text, step); };
  const redo = (): void => { const step = history.redo(); if (step !== undefined) text = applied(text, step); };
  beforeEach(() => {
    history = new History();
    text = "";
  });

  test("undoes and redoes each step", () => {
    for (const next of ["one", "one two", "two", ""]) go(next);
    for (const want of ["two", "one two", "one", "", ""]) { undo(); expect(text).toBe(want); }
    for (const want of ["one", "one two", "two", "", ""]) { redo(); expect(text).toBe(want); }
  });

  test("a new step ends what could be redone", () => {
    go("a");
    undo();
    go("b");
    expect(history.redoable.value).toBe(0);
  });

  test("one typing is one step", () => {
    for (const [i, next] of ["h", "he", "hel", "he", "hex"].entries()) go(next, "editor", i);
    expect(history.undoable.value).toBe(1);
    undo();
    expect(text).toBe("");
    redo();
    expect(text).toBe("hex");
  });

  test.each([["a pause", 5000, "editor"], ["another field", 1, "form"]])("%s begins another", (_, time, tag) => {
    go("a", "editor", 0);
    go("ab", tag, time);
    expect(history.undoable.value).toBe(2);
  });

  test("whatever is joined, undo and redo give the same texts", () => {
    let state = 7;
    const random = (n: number): number => (state = (state * 48271) % 2147483647) % n;
    for (let round = 0; round < 60; round++) {
      history = new History();
      text = "abc🎉def";
      const first = text;
      for (let i = 0; i < 12; i++) {
        const at = random(text.length + 1);
        const end = Math.min(text.length, at + random(4));
        go(text.slice(0, at) + "xyz🎉".slice(0, random(4)) + text.slice(end), random(3) === 0 ? undefined : "t", i);
      }
      const last = text;
      const steps = history.undoable.value;
      for (let i = 0; i < steps; i++) undo();
      expect(text).toBe(first);
      for (let i = 0; i < steps; i++) redo();
      expect(text).toBe(last);
    }
  });

  test("stays within its size", () => {
    for (let i = 0; i < 1500; i++) go(String(i));
    expect(history.undoable.value).toBe(1000);
  });
});
