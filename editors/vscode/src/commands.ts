/** What the command palette offers. */
import * as vscode from "vscode";
import type { Documents } from "./documents";
import type { Engine } from "./engine";
import type { Fixes } from "./fixes";
import type { Previews } from "./preview";
import { isJson } from "./recognize";
import { registry } from "./registry";
import { skeleton } from "./skeleton";

const languages = { curl: "shellscript", typescript: "typescript", python: "python", go: "go" };

export function register(engine: Engine, documents: Documents, fixes: Fixes, previews: Previews): vscode.Disposable[] {
  const command = (name: string, run: (document: vscode.TextDocument) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`linqlint.${name}`, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined || !isJson(document)) return void vscode.window.showInformationMessage("Open a JSON file with a request body first.");
      try {
        await run(document);
      } catch (error) {
        void vscode.window.showErrorMessage(`linqlint: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  return [
    command("preview", (document) => previews.show(document)),
    command("fixAll", async (document) => {
      if (!(await fixes.apply(document))) void vscode.window.showInformationMessage("No problem has a safe fix.");
    }),
    command("checkAs", async (document) => {
      const kind = await pickKind("The kind of request this document is");
      if (kind !== undefined) await documents.choose(document, kind);
    }),
    vscode.commands.registerCommand("linqlint.new", async () => {
      const kind = await pickKind("The kind of request to write");
      if (kind === undefined) return;
      const made = await vscode.workspace.openTextDocument({ language: "json", content: skeleton(kind) });
      await vscode.window.showTextDocument(made);
      await documents.choose(made, kind);
    }),
    command("code", async (document) => {
      const lang = await vscode.window.showQuickPick(Object.keys(languages), { placeHolder: "Code that sends exactly this body" });
      if (lang === undefined) return;
      const { code } = await engine.ask("code", { body: document.getText(), kind: documents.kindOf(document) ?? "", lang });
      const made = await vscode.workspace.openTextDocument({ language: languages[lang as keyof typeof languages], content: code });
      await vscode.window.showTextDocument(made, { viewColumn: vscode.ViewColumn.Beside });
    }),
  ];
}

async function pickKind(placeHolder: string): Promise<string | undefined> {
  const items = registry.kinds.map((k) => ({ label: k.name, description: k.path === "" ? "" : `${k.method} ${k.path}`, detail: k.doc }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label;
}
