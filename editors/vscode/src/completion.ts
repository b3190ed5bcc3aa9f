/** Completes members, values and parts from the registry of the API. */
import { findNodeAtLocation, getLocation, getNodeValue, parseTree, type Node } from "jsonc-parser";
import * as vscode from "vscode";
import type { Member } from "../../../web/src/engine/protocol";
import { describe, membersOf } from "../../../web/src/state/schema";
import { rangeOf, type Documents } from "./documents";
import { documentation } from "./hover";
import { registry } from "./registry";

type Path = (string | number)[];

/** Snippets for a whole part. */
const parts: Record<string, string> = {
  text: '{ "type": "text", "value": "$1" }',
  media: '{ "type": "media", "url": "https://$1" }',
  link: '{ "type": "link", "value": "https://$1" }',
};

export class Completions implements vscode.CompletionItemProvider {
  static readonly triggers = ['"', ":", " ", "{", "[", ","];

  constructor(private readonly documents: Documents) {}

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const kind = this.documents.kindOf(document);
    if (kind === undefined || kind === "") return [];
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    const location = getLocation(text, offset);
    const range = replaced(document, text, offset);
    const root = parseTree(text);
    if (!location.isAtPropertyKey) return values(kind, location.path, root, range);
    return keys(kind, location.path, root, range, /^\s*:/.test(text.slice(document.offsetAt(range.end), document.offsetAt(range.end) + 80)));
  }
}

/** What a completion replaces: a string is replaced whole, "ty|pe" and "ty| alike. */
function replaced(document: vscode.TextDocument, text: string, offset: number): vscode.Range {
  const word = /"?[\w.]*$/.exec(text.slice(Math.max(0, offset - 64), offset))?.[0] ?? "";
  const rest = /^[\w.]*"?/.exec(text.slice(offset, offset + 64))?.[0] ?? "";
  const to = offset + (word.startsWith('"') || rest.endsWith('"') ? rest.length : 0);
  return rangeOf(document, offset - word.length, to);
}

function valueAt(root: Node | undefined, path: Path): unknown {
  const node = root === undefined ? undefined : findNodeAtLocation(root, path);
  return node === undefined ? undefined : getNodeValue(node);
}

interface Offered {
  label: string;
  detail?: string;
  insert: string | vscode.SnippetString;
  kind: vscode.CompletionItemKind;
  member: Member;
  more?: boolean;
}

function item(o: Offered, i: number, range: vscode.Range, filter: string): vscode.CompletionItem {
  const out = new vscode.CompletionItem(o.label, o.kind);
  out.insertText = o.insert;
  out.filterText = filter;
  out.range = range;
  out.sortText = String(i).padStart(4, "0");
  out.documentation = documentation(o.member);
  if (o.detail !== undefined) out.detail = o.detail;
  // The next list is of values.
  if (o.more === true) out.command = { command: "editor.action.triggerSuggest", title: "Suggest" };
  return out;
}

function keys(kind: string, path: Path, root: Node | undefined, range: vscode.Range, hasColon: boolean): vscode.CompletionItem[] {
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
    .map((m, i) => item({
      label: m.name, member: m, kind: vscode.CompletionItemKind.Property, more: !hasColon,
      detail: m.required || m.needs?.includes(String(type)) === true ? `${m.type}, required` : m.type,
      insert: hasColon ? `"${m.name}"` : `"${m.name}": `,
    }, i, range, `"${m.name}"`));
}

function values(kind: string, path: Path, root: Node | undefined, range: vscode.Range): vscode.CompletionItem[] {
  const place = describe(registry, kind, path);
  const member = place?.member;
  if (member === undefined) return [];
  if (typeof path.at(-1) === "number" && member.object === "Part") {
    return registry.part_types.map((type, i) => item({
      label: `${type} part`, member, kind: vscode.CompletionItemKind.Struct,
      insert: new vscode.SnippetString(parts[type] ?? `{ "type": "${type}", $1 }`),
    }, i, range, `{ "type": "${type}" }`));
  }
  let list = member.type === "a boolean" ? ["true", "false"] : (member.enum ?? []).map((v) => `"${v}"`);
  if (member.name === "name" && place?.object === "MessageEffect") {
    const type = valueAt(root, [...path.slice(0, -1), "type"]);
    const fitting = registry.effects.filter((e) => e.type === type).map((e) => `"${e.name}"`);
    if (fitting.length > 0) list = fitting;
  }
  return list.map((value, i) => item({ label: value.replaceAll('"', ""), member, kind: vscode.CompletionItemKind.EnumMember, insert: value }, i, range, value));
}
