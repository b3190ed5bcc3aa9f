/** What a member is and may have, and what a rule is about. */
import { getLocation } from "jsonc-parser";
import * as vscode from "vscode";
import type { Member } from "../../../web/src/engine/protocol";
import { describe, limits } from "../../../web/src/state/schema";
import { rangeOf, type Documents } from "./documents";
import { registry } from "./registry";
import type { Rules } from "./rules";

export class Hovers implements vscode.HoverProvider {
  constructor(private readonly documents: Documents, private readonly rules: Rules) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const payload = this.documents.payload(document);
    if (payload === undefined) return undefined;
    const offset = document.offsetAt(position);
    const texts: vscode.MarkdownString[] = [];
    const location = getLocation(document.getText(), offset);
    const node = location.previousNode;
    const inside = node !== undefined && offset >= node.offset && offset <= node.offset + node.length;
    const member = inside ? describe(registry, payload.kind, location.path)?.member : undefined;
    if (member !== undefined) texts.push(documentation(member));
    const found = payload.diagnostics.filter((d) => d.start.offset <= offset && offset <= d.end.offset);
    for (const id of new Set(found.map((d) => d.rule))) texts.push(...(await this.rules.explain(id)));
    if (texts.length === 0) return undefined;
    return new vscode.Hover(texts, inside ? rangeOf(document, node.offset, node.offset + node.length) : undefined);
  }
}

/** A member's documentation. */
export function documentation(member: Member): vscode.MarkdownString {
  const facts = [member.type, member.required ? "required" : "", limits(member)].filter((t) => t !== "");
  const text = new vscode.MarkdownString(`**${member.name}** — ${facts.join(" · ")}\n\n${member.doc}`);
  if (member.enum !== undefined && member.enum.length > 0) text.appendMarkdown(`\n\n${member.enum.map((v) => `\`${v}\``).join(", ")}`);
  if (member.later !== undefined) text.appendMarkdown(`\n\nIn the documentation since ${member.later}.`);
  return text;
}
