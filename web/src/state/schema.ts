import type { Member, Registry } from "../engine/protocol";

export type Path = (string | number)[];

/** What the registry says about a place in a body. */
export interface Described {
  /** The object whose member or element is at the place, by name. */
  object: string;
  member: Member | undefined;
  /** The object that is the value at the place, by name. */
  value: string | undefined;
}

/** Walks the registry along a path. Undefined where it leads out of what is documented. */
export function describe(registry: Registry, kind: string, path: Path): Described | undefined {
  const root = registry.kinds.find((k) => k.name === kind)?.body;
  if (root === undefined) return undefined;
  let at: Described = { object: root, member: undefined, value: root };
  for (const step of path) {
    if (typeof step === "number") {
      // An element is described by the array's member.
      if (at.member?.elem === undefined) return undefined;
      at = { ...at, value: at.member.object };
      continue;
    }
    if (at.value === undefined) return undefined;
    const members = registry.objects[at.value]?.members ?? [];
    const member = members.find((m) => m.name === step);
    if (member === undefined) return undefined;
    const isArray = member.elem !== undefined;
    at = { object: at.value, member, value: isArray ? undefined : member.object };
  }
  return at;
}

/** The members of an object, those of a part by the part's type. */
export function membersOf(registry: Registry, object: string, partType: unknown): Member[] {
  const members = registry.objects[object]?.members ?? [];
  if (typeof partType !== "string" || !registry.part_types.includes(partType)) return members;
  return members.filter((m) => m.parts === undefined || m.parts.includes(partType));
}

/** The limits of a member in words, with their unit. */
export function limits(member: Member): string {
  const array = member.elem !== undefined;
  const unit = array ? (member.max_len === undefined && member.min_len === 1 ? "element" : "elements") : "code points";
  const parts: string[] = [];
  if (member.min_len !== undefined && member.max_len !== undefined) {
    parts.push(member.min_len === member.max_len ? `${member.max_len} ${unit}` : `${member.min_len} to ${member.max_len} ${unit}`);
  } else if (member.max_len !== undefined) parts.push(`at most ${member.max_len} ${unit}`);
  else if (member.min_len !== undefined) parts.push(`at least ${member.min_len} ${unit}`);
  if (member.max !== undefined && member.max < 2 ** 53) parts.push(`${member.min ?? 0} to ${member.max}`);
  else if (member.min !== undefined) parts.push(`at least ${member.min}`);
  return parts.join(", ");
}
