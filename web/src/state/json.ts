/** A text as JSON: its value, its places, and the edits that change it. */
import { findNodeAtLocation, format, modify, parseTree, type Node, type ParseError } from "jsonc-parser";
import type { Edit } from "../engine/protocol";
import { applyEdits } from "./edits";
import type { Path } from "./schema";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** A text as JSON. The browser's parser gives the value; places are found only when they are asked for. */
export interface Parsed {
  value: Json | undefined;
  /** Whether the text is not JSON. */
  broken: boolean;
  /** The syntax tree, as far as it goes. */
  root(): Node | undefined;
  /** UTF-16 offset of the first syntax error, or undefined. */
  brokenAt(): number | undefined;
}

/** The most brackets that may be open: the tree's parser recurses for each, and the engine refuses far fewer. */
const MOST_DEPTH = 500;

/** The UTF-16 offset of the first bracket that opens too many, or undefined. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inText) {
      if (c === "\\") i++;
      else if (c === '"' || c === "\n") inText = false; // a line break ends a string that nothing closes
    } else if (c === '"') inText = true;
    else if (c === "]" || c === "}") open--;
    else if ((c === "[" || c === "{") && ++open > MOST_DEPTH) return i;
  }
  return undefined;
}

/** Parses a text. */
export function parseBody(text: string): Parsed {
  let tree: { root: Node | undefined; error: number | undefined } | undefined;
  const read = (): NonNullable<typeof tree> => {
    if (tree !== undefined) return tree;
    const deep = tooDeep(text);
    const errors: ParseError[] = [];
    const root = deep === undefined ? parseTree(text, errors, { disallowComments: true, allowEmptyContent: false }) : undefined;
    return (tree = { root, error: deep ?? errors[0]?.offset });
  };
  const places = { root: () => read().root, brokenAt: () => read().error };
  try {
    return { value: JSON.parse(text) as Json, broken: false, ...places };
  } catch {
    return { value: undefined, broken: true, ...places, brokenAt: () => read().error ?? 0 };
  }
}

export const isObject = (v: Json | undefined): v is JsonObject => typeof v === "object" && v !== null && !Array.isArray(v);

/** What is nested deeper is not compared. */
const MOST_COMPARED = 100;

/** Whether two values that JSON can hold are equal. */
export function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b || typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b) || depth > MOST_COMPARED) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame((a as JsonObject)[name], (b as JsonObject)[name], depth + 1));
}

const style = { tabSize: 2, insertSpaces: true, eol: "\n" };

/** The edits that give the member or element at a path a value; undefined removes it. */
export function setAt(text: string, path: Path, value: Json | undefined, insert = false): Edit[] {
  // What is put in is written with its short arrays on a line, as everywhere; jsonc-parser breaks them.
  return modify(text, path, value, { formattingOptions: style, isArrayInsertion: insert })
    .map((e) => ({ start: e.offset, end: e.offset + e.length, text: joinRanges(e.content) }));
}

/** Writes arrays of numbers, such as ranges, on one line. */
const joinRanges = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|\[\s*(-?\d+(?:\.\d+)?(?:\s*,\s*-?\d+(?:\.\d+)?)*)\s*\]/g, (whole, inner?: string) =>
    inner === undefined ? whole : `[${inner.split(/\s*,\s*/).join(", ")}]`);

/** The text indented by two spaces. */
export function formatted(text: string): string {
  return joinRanges(applyEdits(text, format(text, undefined, style).map((e) => ({ start: e.offset, end: e.offset + e.length, text: e.content }))));
}

/** The span of the value at a path. */
export function spanAt(parsed: Parsed, path: Path): { start: number; end: number } | undefined {
  const root = parsed.root();
  const node = root === undefined ? undefined : findNodeAtLocation(root, path);
  return node === undefined ? undefined : { start: node.offset, end: node.offset + node.length };
}
