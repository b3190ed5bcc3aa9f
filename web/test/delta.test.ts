import { describe, expect, test } from "vitest";
import { Receiver, Sender, type Delta } from "../src/engine/delta";
import type { Diagnostic, Report } from "../src/engine/protocol";
import { digest } from "../src/state/digest";
import { diagnostic } from "./diagnostic";

const limits = { parts: 2, elements: 3 };
const report = (...diagnostics: Diagnostic[]): Report => ({ kind: "messages.create", truncated: 0, diagnostics });
const nothing = digest("{}", limits);

/** A worker and a page, with what goes between them. */
function pair() {
  const [sender, receiver] = [new Sender(), new Receiver()];
  const sent: Delta[] = [];
  return {
    sent,
    pass(found: Report, read = nothing) {
      const delta = structuredClone(sender.delta(structuredClone(found), structuredClone(read)));
      sent.push(structuredClone(delta));
      return receiver.take(delta);
    },
  };
}

describe("a report of a large body", () => {
  test("arrives as it was, whatever was before", () => {
    const { pass } = pair();
    let seed = 7;
    const random = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
    for (let i = 0; i < 300; i++) {
      const found: Report = {
        kind: random(5) === 0 ? "messages.edit" : "messages.create", truncated: random(2),
        diagnostics: Array.from({ length: random(6) }, () => diagnostic(`rule-${random(3)}`, random(9), `/${random(2)}`)),
      };
      const taken = pass(found);
      if (random(4) === 0) continue; // a stale one is not shown
      taken.move();
      expect(taken.report).toEqual(found);
    }
  });
  test("is the same object if it only moved, and nothing of it is sent but places", () => {
    const { pass, sent } = pair();
    const [first, next] = [report(diagnostic("a", 1), diagnostic("b", 5)), report(diagnostic("a", 2), diagnostic("b", 6))];
    const shown = pass(first).report;
    const moved = pass(next);
    expect(moved.report).toBe(shown);
    expect(sent[1]).toMatchObject({ from: undefined, added: [] });
    expect(shown).toEqual(first);
    moved.move();
    expect(shown).toEqual(next);
  });
  test("shares what did not change", () => {
    const { pass, sent } = pair();
    const before = pass(report(diagnostic("a", 1), diagnostic("b", 5))).report.diagnostics;
    const after = pass(report(diagnostic("new", 0), diagnostic("b", 6), diagnostic("a", 9))).report.diagnostics;
    expect([after[1], after[2]]).toEqual([before[1], before[0]]);
    expect(after[1]).toBe(before[1]);
    expect(sent[1]?.added.map((d) => d.rule)).toEqual(["new"]);
  });
});

describe("what the worker read", () => {
  const body = (to: string, ...parts: string[]) => digest(JSON.stringify({ to: [to], message: { parts } }), limits);
  test("leaves out the parts that the page has, also behind a broken body", () => {
    const { pass, sent } = pair();
    const first = pass(report(), body("+1", "a", "b")).read;
    pass(report(), digest("{", limits));
    const second = pass(report(), body("+2", "a", "b")).read;
    expect(sent[2]).toMatchObject({ sameParts: true, read: { value: { to: ["+2"], message: { parts: null } } } });
    expect(second).toEqual(body("+2", "a", "b"));
    expect((second.value as { message: { parts: unknown } }).message.parts).toBe((first.value as { message: { parts: unknown } }).message.parts);
    expect(pass(report(), body("+2", "a", "c")).read).toEqual(body("+2", "a", "c"));
    expect(pass(report(), digest('{"parts": ["a", "c"]}', limits)).read.value).toEqual({ parts: ["a", "c"] });
  });
  test.each(["null", "[1]", '"x"', '{"message": 1}', '{"parts": {}}'])("of %s is all of it", (text) => {
    expect(pair().pass(report(), digest(text, limits)).read).toEqual(digest(text, limits));
  });
});
