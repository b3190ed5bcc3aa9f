/** Which requests go to an endpoint of the API, as in the Go library's package preflight. */
import data from "./endpoints.data.js";
import type { Kind } from "./types.js";

/**
 * The kind whose endpoint a request is for. Servers differ in how they read a
 * path, so each usual reading is tried: a path that one of them takes for an
 * endpoint must not pass unchecked.
 */
export function endpoint(method: string, url: string): Kind | undefined {
  const upper = method.toUpperCase();
  const candidates = data.endpoints.filter((e) => e.method === upper);
  const escaped = candidates.length > 0 ? pathOf(url) : undefined;
  if (escaped === undefined) return undefined;
  const path = unescaped(escaped);
  const readings = [
    clean(path), // %2F separates segments
    clean(escaped).split("/").map((s) => unescaped(s).replaceAll("/", "_")).join("/"), // %2F is part of a segment
    path.toLowerCase(), // no cleaning at all
    clean(unescaped(path)), // decoded twice
    clean(path.split("/").map((s) => s.replace(/;.*/s, "")).join("/")), // parameters of a segment are dropped
  ];
  for (const reading of readings) {
    const found = candidates.find((e) => matches(e.path, reading));
    if (found !== undefined) return found.kind as Kind;
  }
  return undefined;
}

/** The path of a URL, which may be relative where there is a page. */
function pathOf(url: string): string | undefined {
  try {
    return new URL(url, globalThis.location?.href).pathname;
  } catch {
    return undefined; // fetch says what is wrong with it
  }
}

/** Whether a path ends in the segments of a pattern, some of which are placeholders such as {chatId}. */
function matches(pattern: string, path: string): boolean {
  const want = pattern.split("/").slice(1);
  const got = path.replace(/\/$/, "").split("/").slice(1);
  const skipped = got.length - want.length;
  return skipped >= 0 && want.every((segment, i) => (segment.startsWith("{") ? got[skipped + i] !== "" : got[skipped + i] === segment));
}

/** Resolves dot segments and repeated slashes, and takes the case away. */
function clean(path: string): string {
  const kept: string[] = [];
  for (const segment of path.replaceAll("\\", "/").split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  return `/${kept.join("/")}`.toLowerCase();
}

/** Decodes a path to one code unit for each byte: an id may be any bytes. */
const unescaped = (path: string): string => path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
