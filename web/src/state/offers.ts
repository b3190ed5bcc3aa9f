/** What can be typed at a place of a body, from the registry of the API. */
import { findNodeAtLocation, getLocation, getNodeValue, parseTree, type Node } from "jsonc-parser";
import type { Member, Registry } from "../engine/protocol";
import { describe, membersOf } from "./schema";

export interface Offer {
  what: "member" | "value" | "keyword" | "part";
  label: string;
  detail?: string;
  insert: string;
  /** Where the cursor goes in what is inserted, if not behind it, in UTF-16 code units. */
  cursor?: number;
  /** What is compared with the word that is there already. */
  filter: string;
  /** The member whose documentation fits. */
  member: Member;
}

type Path = (string | number)[];

/** The word at an offset that an offer replaces. What of it is behind the offset is replaced only where it is closed already, "ty|pe" and "ty|" alike. */
export function wordAt(text: string, offset: number): { from: number; to: number } {
  const word = /"?[\w.]*$/.exec(text.slice(Math.max(0, offset - 64), offset))?.[0] ?? "";
  const rest = /^[\w.]*"?/.exec(text.slice(offset, offset + 64))?.[0] ?? "";
  return { from: offset - word.length, to: offset + (word.startsWith('"') || rest.endsWith('"') ? rest.length : 0) };
}

/** The offers at an offset of a body, the likeliest first. */
export function offersAt(registry: Registry, kind: string, text: string, offset: number): Offer[] {
  const { isAtPropertyKey, path } = getLocation(text, offset);
  const root = parseTree(text);
  if (!isAtPropertyKey) return values(registry, kind, path, root);
  const { to } = wordAt(text, offset);
  return members(registry, kind, path, root, /^\s*:/.test(text.slice(to, to + 80)));
}

function valueAt(root: Node | undefined, path: Path): unknown {
  const node = root === undefined ? undefined : findNodeAtLocation(root, path);
  return node === undefined ? undefined : getNodeValue(node);
}

function members(registry: Registry, kind: string, path: Path, root: Node | undefined, hasColon: boolean): Offer[] {
  const parent = path.slice(0, -1);
  const place = describe(registry, kind, parent);
  if (place?.value === undefined) return [];
  const found = valueAt(root, parent);
  const object = typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  const present = new Set(Object.keys(object));
  present.delete(String(path.at(-1)));
  const type = place.value === "Part" ? object.type : undefined;
  return membersOf(registry, place.value, type)
    .filter((m) => !present.has(m.name))
    .map((m) => ({
      what: "member", label: m.name, member: m, filter: `"${m.name}"`,
      detail: m.required || m.needs?.includes(String(type)) === true ? `${m.type}, required` : m.type,
      insert: hasColon ? `"${m.name}"` : `"${m.name}": `,
    }));
}

/** What a part has besides its type, with a bar where the cursor goes. */
const starts: Record<string, string> = { text: ', "value": "|"', media: ', "url": "https://|"', link: ', "value": "https://|"' };

function part(type: string, member: Member): Offer {
  const [before, after] = `{ "type": "${type}"${starts[type] ?? "|"} }`.split("|") as [string, string];
  return { what: "part", label: `${type} part`, member, filter: `{ "type": "${type}" }`, insert: before + after, cursor: before.length };
}

function values(registry: Registry, kind: string, path: Path, root: Node | undefined): Offer[] {
  const place = describe(registry, kind, path);
  const member = place?.member;
  if (member === undefined) return [];
  if (typeof path.at(-1) === "number" && member.object === "Part") return registry.part_types.map((type) => part(type, member));
  if (member.type === "a boolean") return ["true", "false"].map((word) => ({ what: "keyword", label: word, insert: word, filter: word, member }));
  let list = member.enum ?? [];
  if (member.name === "name" && place?.object === "MessageEffect") {
    const type = valueAt(root, [...path.slice(0, -1), "type"]);
    const fitting = registry.effects.filter((e) => e.type === type).map((e) => e.name);
    if (fitting.length > 0) list = fitting;
  }
  return list.map((value) => ({ what: "value", label: value, insert: `"${value}"`, filter: `"${value}"`, member }));
}
