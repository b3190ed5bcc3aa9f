import { describe, expect, test } from "vitest";
import { clear, follow, followMention, snap, toggle } from "../src/state/decorate";

const bold = (start: number, end: number) => ({ range: [start, end], style: "bold" });
const shake = (start: number, end: number) => ({ range: [start, end], animation: "shake" });

describe("snap", () => {
  // 👨‍👩‍👧 is one cluster of 8 units.
  const clusters = [0, 8, 9];
  test.each([
    ["inside the family grows over it", { start: 2, end: 3 }, { start: 0, end: 8 }],
    ["whole clusters stay", { start: 8, end: 9 }, { start: 8, end: 9 }],
    ["across a boundary", { start: 7, end: 9 }, { start: 0, end: 9 }],
    ["out of bounds is clamped", { start: -4, end: 99 }, { start: 0, end: 10 }],
    ["empty at a boundary stays empty", { start: 8, end: 8 }, { start: 8, end: 8 }],
  ])("%s", (_, span, want) => expect(snap(span, clusters, 10)).toEqual(want));
});

describe("toggle", () => {
  test.each([
    ["puts a style on", [], { start: 0, end: 5 }, { style: "bold" }, [bold(0, 5)]],
    ["an empty span changes nothing", [shake(0, 1)], { start: 2, end: 2 }, { style: "bold" }, [shake(0, 1)]],
    ["takes it off where all of it has it", [bold(0, 5)], { start: 1, end: 3 }, { style: "bold" }, [bold(0, 1), bold(3, 5)]],
    ["takes it off across two marks", [bold(0, 3), bold(3, 6)], { start: 1, end: 5 }, { style: "bold" }, [bold(0, 1), bold(5, 6)]],
    ["joins what touches", [bold(0, 3)], { start: 3, end: 6 }, { style: "bold" }, [bold(0, 6)]],
    ["styles may overlap one another", [bold(0, 5)], { start: 2, end: 8 }, { style: "italic" }, [bold(0, 5), { range: [2, 8], style: "italic" }]],
    ["a style makes an animation give way", [shake(0, 5)], { start: 3, end: 8 }, { style: "bold" }, [shake(0, 3), bold(3, 8)]],
    ["an animation makes all give way", [bold(0, 5), shake(5, 9)], { start: 4, end: 6 }, { animation: "big" }, [bold(0, 4), shake(6, 9), { range: [4, 6], animation: "big" }]],
    ["what cannot be read stays", ["x", { range: "no" }], { start: 0, end: 1 }, { style: "bold" }, ["x", { range: "no" }, bold(0, 1)]],
  ])("%s", (_, list, span, mark, want) => expect(toggle(list, span, mark)).toEqual(want));

  test("an animation never ends up over anything", () => {
    let list: ReturnType<typeof toggle> = [];
    let seed = 7;
    const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
    for (let i = 0; i < 500; i++) {
      const start = next(20);
      list = toggle(list, { start, end: start + 1 + next(6) }, next(2) === 0 ? { style: ["bold", "italic"][next(2)]! } : { animation: ["big", "nod"][next(2)]! });
      const spans = list as { range: [number, number]; style?: string; animation?: string }[];
      for (const a of spans) {
        expect(a.range[0]).toBeLessThan(a.range[1]);
        for (const b of spans) {
          if (a === b || (a.animation === undefined && b.animation === undefined)) continue;
          expect(a.range[0] < b.range[1] && b.range[0] < a.range[1]).toBe(false);
        }
      }
    }
  });
});

test("clear cuts every mark", () => {
  expect(clear([bold(0, 5), shake(6, 9)], { start: 4, end: 7 })).toEqual([bold(0, 4), shake(7, 9)]);
});

describe("follow", () => {
  test.each([
    ["typing before shifts", "abc", "XXabc", [bold(1, 2)], [bold(3, 4)]],
    ["typing inside grows", "abcd", "abXcd", [bold(1, 3)], [bold(1, 4)]],
    ["typing at its end grows it", "ab", "abX", [bold(0, 2)], [bold(0, 3)]],
    ["typing at its start leaves it", "ab", "aXb", [bold(1, 2)], [bold(2, 3)]],
    ["what is deleted whole goes", "a bold c", "a  c", [bold(2, 6)], []],
    ["deleting a tail shortens", "abcdef", "abc", [bold(1, 6)], [bold(1, 3)]],
    ["an empty range is left to the linter", "ab", "abc", [bold(1, 1)], [bold(1, 1)]],
  ])("%s", (_, before, after, list, want) => expect(follow(list, before, after)).toEqual(want));
});

describe("the range of a mention", () => {
  test.each([
    ["goes along", "Hi Ana", "Oh, Hi Ana", [3, 6], [7, 10]],
    ["grows with the name", "Hi Ana!", "Hi Anna!", [3, 6], [3, 7]],
    ["stays, empty, where the name was", "Hi Ana!", "Hi !", [3, 6], [3, 3]],
    ["is filled by the next name", "Hi !", "Hi Bo!", [3, 3], [3, 5]],
    ["moves while it is empty", "Hi !", "Oh, Hi !", [3, 3], [7, 7]],
    ["is left alone where it is none", "Hi", "Ho", ["x", 2], ["x", 2]],
  ])("%s", (_, before, after, range, want) => expect(followMention(range, before, after)).toEqual(want));
});
