/** The extension's entry, in the extension host of the desktop and in that of a browser. */
import * as vscode from "vscode";
import { register } from "./commands";
import { Completions } from "./completion";
import { Configs } from "./config";
import { Documents } from "./documents";
import { Engine } from "./engine";
import { Fixes } from "./fixes";
import { Hovers } from "./hover";
import { Previews } from "./preview";
import { Rules } from "./rules";

const selector: vscode.DocumentSelector = [{ language: "json" }, { language: "jsonc" }, { language: "linq-payload" }];

export function activate(context: vscode.ExtensionContext): void {
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, "dist", name);
  const log = vscode.window.createOutputChannel("linqlint", { log: true });
  const engine = new Engine(file("linqlint.wasm"));
  const rules = new Rules(file("rules.json"));
  const configs = new Configs(engine, log);
  const documents = new Documents(engine, configs, log);
  const fixes = new Fixes(engine, documents);
  const previews = new Previews(context, engine, documents);
  context.subscriptions.push(
    log, configs, documents, previews, showContext(documents), ...register(engine, documents, fixes, previews),
    vscode.languages.registerCodeActionsProvider(selector, fixes, Fixes.metadata),
    vscode.languages.registerHoverProvider(selector, new Hovers(documents, rules)),
    vscode.languages.registerCompletionItemProvider(selector, new Completions(documents), ...Completions.triggers),
  );
}

/** Tells the menus whether the active document holds a payload. */
function showContext(documents: Documents): vscode.Disposable {
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand("setContext", "linqlint.isPayload", document !== undefined && documents.kindOf(document) !== undefined);
  };
  show();
  return vscode.Disposable.from(documents.onDidCheck(show), vscode.window.onDidChangeActiveTextEditor(show));
}
