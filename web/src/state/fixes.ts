/** Applies the fixes of a report. */
import type { Diagnostic, Fix } from "../engine/protocol";
import { change, kindChoice, text, write } from "./document";
import { engine, reported } from "./engine";
import { undoStep } from "./open";
import { say, sayStep } from "./ui";

/** Applies one fix as a step of the history. */
export function applyFix(fix: Fix): void {
  if (reported.peek() !== text.peek()) return; // its offsets are of another text
  change(fix.edits);
}

/** Applies every safe fix as one step. */
export async function fixAll(): Promise<void> {
  const body = text.peek();
  const { applied, body: fixed } = await engine.ask("fix", { body, kind: kindChoice.peek() });
  if (text.peek() !== body) return;
  if (applied === 0) return say("No safe fix applies; the others are offered one by one.");
  write(fixed);
  sayStep(`${applied} fix${applied === 1 ? "" : "es"} applied.`, undoStep);
}

/** How many problems have a safe fix. */
export const safeOf = (list: Diagnostic[]): number => list.filter((d) => d.fixes.some((f) => f.safe)).length;

/** How many problems have only fixes that guess what was meant. */
export const guessesOf = (list: Diagnostic[]): number => list.filter((d) => d.fixes.length > 0 && !d.fixes.some((f) => f.safe)).length;
