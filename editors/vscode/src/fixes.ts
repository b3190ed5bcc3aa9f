/** Quick fixes, and all safe fixes of a document at once. */
import * as vscode from "vscode";
import type { Diagnostic, Edit, Fix } from "../../../web/src/engine/protocol";
import { editBetween } from "../../../web/src/state/edits";
import { rangeOf, type Documents } from "./documents";
import { LinqlintError, type Engine } from "./engine";

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("linqlint");

/** A fix whose edit is made when it is chosen: the engine refuses one that would cause another error. */
class QuickFix extends vscode.CodeAction {
  constructor(readonly document: vscode.TextDocument, readonly of: Diagnostic, readonly fix: Fix, shown: vscode.Diagnostic[]) {
    super(fix.safe ? fix.title : `${fix.title} (a guess)`, vscode.CodeActionKind.QuickFix);
    this.isPreferred = fix.safe;
    this.diagnostics = shown;
  }
}

export class Fixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] };

  constructor(private readonly engine: Engine, private readonly documents: Documents) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): Promise<vscode.CodeAction[]> {
    const payload = await this.documents.current(document);
    if (payload === undefined) return [];
    const actions: vscode.CodeAction[] = [];
    for (const d of payload.diagnostics) {
      const shown = context.diagnostics.filter((c) => codeOf(c) === d.rule && c.range.contains(document.positionAt(d.start.offset)));
      const at = rangeOf(document, d.start.offset, d.end.offset);
      if (shown.length === 0 && at.intersection(range) === undefined) continue;
      for (const fix of d.fixes) actions.push(new QuickFix(document, d, fix, shown));
    }
    // The light bulb asks at each move of the cursor, for which this would be too much.
    const wanted = context.only === undefined ? context.triggerKind === vscode.CodeActionTriggerKind.Invoke : context.only.contains(fixAllKind);
    if (wanted && payload.diagnostics.some((d) => d.fixes.some((f) => f.safe))) actions.push(...(await this.all(document)));
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof QuickFix)) return action;
    const { document, of, fix } = action;
    const payload = this.documents.payload(document);
    if (payload === undefined) return action;
    const body = document.getText();
    try {
      const args = { body, ...payload.options, rule: of.rule, pointer: of.pointer, offset: of.start.offset, title: fix.title };
      const edit = editBetween(body, (await this.engine.ask("apply", args)).body);
      if (edit !== undefined) action.edit = edits(document, [edit]);
    } catch (error) {
      if (!(error instanceof LinqlintError)) throw error;
      void vscode.window.showInformationMessage(`"${fix.title}" was not applied: ${error.message}.`);
    }
    return action;
  }

  /** The action that applies every safe fix; none if there is nothing to do. */
  private async all(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    const edit = await this.edit(document);
    if (edit === undefined) return [];
    const action = new vscode.CodeAction("Fix all problems that have a safe fix", fixAllKind);
    action.edit = edits(document, [edit]);
    return [action];
  }

  /** Applies every safe fix, if there is one. */
  async apply(document: vscode.TextDocument): Promise<boolean> {
    const edit = await this.edit(document);
    return edit !== undefined && vscode.workspace.applyEdit(edits(document, [edit]));
  }

  private async edit(document: vscode.TextDocument): Promise<Edit | undefined> {
    const payload = await this.documents.current(document);
    if (payload === undefined) return undefined;
    const [text, version] = [document.getText(), document.version];
    const { body, applied } = await this.engine.ask("fix", { body: text, ...payload.options });
    return applied > 0 && document.version === version ? editBetween(text, body) : undefined;
  }
}

export const codeOf = (d: vscode.Diagnostic): unknown => (typeof d.code === "object" ? d.code.value : d.code);

export function edits(document: vscode.TextDocument, list: Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const e of list) edit.replace(document.uri, rangeOf(document, e.start, e.end), e.text);
  return edit;
}
