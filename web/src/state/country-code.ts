/** A phone number without its country code. No fix guesses the code, but the reader may know it. */
import type { Diagnostic } from "../engine/protocol";
import { parsed, set, value } from "./document";
import { findAt, pathOf } from "./find";

/** The number that a problem is about, with country code 1, if it has the form of one from there. */
export function withCountryCode(d: Diagnostic): string | undefined {
  if (d.fixes.length > 0 || !d.hint.startsWith("a number starts with +") || typeof d.args.value !== "string") return undefined;
  const digits = /^1?([2-9]\d{2}[2-9]\d{6})$/.exec(d.args.value.replace(/[\s().-]/g, ""));
  return digits?.[1] === undefined ? undefined : `+1${digits[1]}`;
}

export function writeCountryCode(d: Diagnostic, number: string): void {
  const path = pathOf(d.pointer, value.peek());
  if (!parsed.peek().broken && findAt(value.peek(), path) === d.args.value) set(path, number);
}
