/** What is drawn of a large body, which the worker reads: the page would be busy with the rest of it at each key. */
import type { Json, JsonObject } from "./json";

/** The most elements that are kept of the parts, and of any other array. */
export interface Limits {
  parts: number;
  elements: number;
}

export interface Digest {
  broken: boolean;
  /** The body's value without what is not drawn; undefined if it is broken. */
  value: Json | undefined;
  /** How many parts the body has. */
  total: number;
}

/** What is nested deeper is not drawn. */
const MOST_DEPTH = 16;

function cut(value: Json, limits: Limits, depth = 0): Json {
  if (typeof value !== "object" || value === null) return value;
  if (depth > MOST_DEPTH) return null;
  if (Array.isArray(value)) return value.slice(0, limits.elements).map((element) => cut(element, limits, depth + 1));
  const out: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    const kept = name === "parts" && Array.isArray(member) ? member.slice(0, limits.parts) : member;
    if (kept !== undefined && name !== "__proto__") out[name] = cut(kept, limits, depth + 1);
  }
  return out;
}

/** Reads a body and keeps what is drawn. */
export function digest(body: string, limits: Limits): Digest {
  let value: Json;
  try {
    value = JSON.parse(body) as Json;
  } catch {
    return { broken: true, value: undefined, total: 0 };
  }
  const root = value as JsonObject | null;
  const message = (root?.message ?? root) as JsonObject | null;
  return { broken: false, value: cut(value, limits), total: Array.isArray(message?.parts) ? message.parts.length : 0 };
}
