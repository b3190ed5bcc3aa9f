/** The least that a body of a kind has: its required members, with empty values. */
import type { Member } from "../../../web/src/engine/protocol";
import { membersOf } from "../../../web/src/state/schema";
import { registry } from "./registry";

export function skeleton(kind: string): string {
  const body = registry.kinds.find((k) => k.name === kind)?.body ?? "";
  const required = requiredOf(body);
  // A kind may need one of several members, and say so for none of them.
  const value = required === undefined || Object.keys(required).length > 0 ? required : first(body);
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const text = { type: "text", value: "" };

function requiredOf(object: string): Record<string, unknown> {
  if (object === "Part") return text;
  const members = membersOf(registry, object, undefined);
  const list = members.filter((m) => m.required || (object === "MessageContent" && m.name === "parts"));
  return Object.fromEntries(list.map((m) => [m.name, valueOf(m)]));
}

function first(object: string): Record<string, unknown> {
  const member = registry.objects[object]?.members[0];
  return member === undefined ? {} : { [member.name]: valueOf(member) };
}

function valueOf(member: Member): unknown {
  if (member.elem !== undefined) return [member.object === undefined ? "" : requiredOf(member.object)];
  if (member.object !== undefined) return requiredOf(member.object);
  if (member.enum?.[0] !== undefined) return member.enum[0];
  if (member.type === "a boolean") return false;
  return member.type === "a string" ? "" : 0;
}
