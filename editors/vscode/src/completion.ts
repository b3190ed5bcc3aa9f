/** Completes members, values and parts from the registry of the API. */
import * as vscode from "vscode";
import { offersAt, wordAt, type Offer } from "../../../web/src/state/offers";
import { rangeOf, type Documents } from "./documents";
import { documentation } from "./hover";
import { registry } from "./registry";

const kinds = {
  member: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  keyword: vscode.CompletionItemKind.EnumMember,
  part: vscode.CompletionItemKind.Struct,
};

export class Completions implements vscode.CompletionItemProvider {
  static readonly triggers = ['"', ":", " ", "{", "[", ","];

  constructor(private readonly documents: Documents) {}

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const kind = this.documents.kindOf(document);
    if (kind === undefined || kind === "") return [];
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    const { from, to } = wordAt(text, offset);
    const range = rangeOf(document, from, to);
    return offersAt(registry, kind, text, offset).map((offer, i) => item(offer, i, range));
  }
}

function item({ what, label, detail, insert, cursor, filter, member }: Offer, i: number, range: vscode.Range): vscode.CompletionItem {
  const out = new vscode.CompletionItem(label, kinds[what]);
  out.insertText = cursor === undefined ? insert : new vscode.SnippetString(`${insert.slice(0, cursor)}$1${insert.slice(cursor)}`);
  out.filterText = filter;
  out.range = range;
  out.sortText = String(i).padStart(4, "0");
  out.documentation = documentation(member);
  if (detail !== undefined) out.detail = detail;
  // The next list is of values.
  if (insert.endsWith(": ")) out.command = { command: "editor.action.triggerSuggest", title: "Suggest" };
  return out;
}
