import type { Rule } from "../engine/protocol";

/** A text, or a long one by what repeats in it: scripts/engine.mjs packs. */
export type Packed = string | [text: string, times: number][];

export const unpack = (packed: Packed): string =>
  typeof packed === "string" ? packed : packed.map(([text, times]) => text.repeat(times)).join("");

type PackedRule = Omit<Rule, "bad" | "good"> & Record<"bad" | "good", { title: string; kind: string; body: Packed }[]>;

/**
 * Every rule, with its examples. They are a file of their own, since the engine
 * checks a body without their texts and would be a sixth larger with them.
 */
export async function loadRules(): Promise<Rule[]> {
  const packed = (await import("../../generated/rules.json")).default as unknown as PackedRule[];
  const examples = (list: PackedRule["bad"]): Rule["bad"] => list.map((e) => ({ ...e, body: unpack(e.body) }));
  return packed.map((rule) => ({ ...rule, bad: examples(rule.bad), good: examples(rule.good) }));
}
