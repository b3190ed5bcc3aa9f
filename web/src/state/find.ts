import type { Json } from "./json";
import type { Path } from "./schema";

/** The value at a path, or undefined. */
export function findAt(value: Json | undefined, path: Path): Json | undefined {
  let at = value;
  for (const step of path) {
    if (typeof step === "number") at = Array.isArray(at) ? at[step] : undefined;
    else at = typeof at === "object" && at !== null && !Array.isArray(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

/** The path of a JSON Pointer (RFC 6901); a number for an element of an array. */
export function pathOf(pointer: string, value: Json | undefined): Path {
  const path: Path = [];
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(findAt(value, path)) && /^\d+$/.test(name) ? Number(name) : name);
  }
  return path;
}

/** The JSON Pointer (RFC 6901) of a path. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
