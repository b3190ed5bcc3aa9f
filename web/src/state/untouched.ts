/**
 * Fields that were added empty and that nobody has left yet. What is wrong with
 * them is not shown, so that a new form does not begin with errors.
 */
import { effect, signal } from "@preact/signals";
import type { Diagnostic } from "../engine/protocol";
import { value } from "./document";
import { findAt, pathOf, pointerOf } from "./find";
import { isObject, type Json } from "./json";
import type { Path } from "./schema";
import { dialog, editing } from "./ui";

const untouched = signal<ReadonlySet<string>>(new Set());

function emptyIn(path: Path, added: Json): string[] {
  if (added === "") return [pointerOf(path)];
  if (Array.isArray(added)) return added.flatMap((element, i) => emptyIn([...path, i], element));
  return isObject(added) ? Object.entries(added).flatMap(([name, member]) => emptyIn([...path, name], member ?? null)) : [];
}

/** Marks the empty strings of what was added at a place. */
export function markEmpty(path: Path, added: Json): void {
  untouched.value = new Set([...untouched.peek(), ...emptyIn(path, added)]);
}

/** The field at a pointer was left. */
export function touch(pointer: string): void {
  if (!untouched.peek().has(pointer)) return;
  const left = new Set(untouched.peek());
  left.delete(pointer);
  untouched.value = left;
}

/** Shows everything again: the pointers may lead to other fields now, or the whole body is looked at. */
export function touchAll(): void {
  if (untouched.peek().size > 0) untouched.value = new Set();
}

/** Whether a problem is that of an empty field that nobody has left yet. */
export function isUntouched(d: Diagnostic): boolean {
  return untouched.value.has(d.pointer) && findAt(value.value, pathOf(d.pointer, value.value)) === "";
}

/** Outside of the form nothing is kept back: the JSON, a link and a picture are of the whole body. */
export function followUntouched(): void {
  effect(() => {
    if (editing.value !== "form" || dialog.value !== undefined) touchAll();
  });
}
