/** Applies the fixes of a report. Every one goes through the engine, which refuses what would cause a new error. */
import { EngineError, reasonOf } from "../engine/client";
import type { Diagnostic, Fix } from "../engine/protocol";
import { text, write } from "./document";
import { checkedAs, engine, reported } from "./engine";
import { undoStep } from "./open";
import { say, sayStep } from "./ui";

const changed = "the text changed meanwhile";

/** Applies one fix as a step of the history, or says why it cannot be applied. */
export async function applyFix(diagnostic: Diagnostic, fix: Fix): Promise<void> {
  const body = text.peek();
  const refuse = (reason: string): void => say(`“${fix.title}” was not applied: ${reason}.`, "bad");
  if (reported.peek() !== body) return refuse(changed); // its offsets are of another text
  const { rule, pointer, start } = diagnostic;
  try {
    const fixed = await engine.ask("apply", { body, ...checkedAs(), rule, pointer, offset: start.offset, title: fix.title });
    if (text.peek() === body) write(fixed.body);
    else if (text.peek() !== fixed.body) refuse(changed); // a second click finds it done
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    refuse(text.peek() === body ? error.message : changed);
  }
}

/** Applies every safe fix as one step. */
export async function fixAll(): Promise<void> {
  const body = text.peek();
  const result = await engine.ask("fix", { body, ...checkedAs() }).catch((error: unknown) => {
    say(`Nothing was fixed: ${reasonOf(error)}.`, "bad");
  });
  if (result === undefined || text.peek() === result.body && result.applied > 0) return; // a second click finds it done
  if (text.peek() !== body) return say(`Nothing was fixed: ${changed}.`, "bad");
  const { applied, body: fixed } = result;
  if (applied === 0) return say("No safe fix applies; the others are offered one by one.");
  write(fixed);
  sayStep(`${applied} fix${applied === 1 ? "" : "es"} applied.`, undoStep);
}

/** How many problems have a safe fix. */
export const safeOf = (list: Diagnostic[]): number => list.filter((d) => d.fixes.some((f) => f.safe)).length;

/** How many problems have only fixes that guess what was meant. */
export const guessesOf = (list: Diagnostic[]): number => list.filter((d) => d.fixes.length > 0 && !d.fixes.some((f) => f.safe)).length;
