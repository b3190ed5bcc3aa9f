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
  /** Whether the body is white space only. */
  blank: boolean;
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

/** The object of a body that may have parts. */
export function messageOf(body: Json | undefined): JsonObject | undefined {
  const message = typeof body === "object" && body !== null && !Array.isArray(body) ? (body.message ?? body) : undefined;
  return typeof message === "object" && !Array.isArray(message) ? message : undefined;
}

/** Reads a body and keeps what is drawn. */
export function digest(body: string, limits: Limits): Digest {
  let value: Json;
  try {
    value = JSON.parse(body) as Json;
  } catch {
    return { broken: true, value: undefined, total: 0, blank: body.trim() === "" };
  }
  const parts = messageOf(value)?.parts;
  return { broken: false, value: cut(value, limits), total: Array.isArray(parts) ? parts.length : 0, blank: false };
}
