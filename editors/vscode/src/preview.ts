/** The message beside its document, drawn by the playground's component. */
import * as vscode from "vscode";
import { rangeOf, type Documents } from "./documents";
import type { Engine } from "./engine";
import { edits } from "./fixes";
import type { FromPreview, ToPreview } from "./messages";

export const previewType = "linqlint.preview";

export class Previews implements vscode.Disposable {
  private readonly open = new Map<string, Preview>();

  constructor(private readonly context: vscode.ExtensionContext, private readonly engine: Engine, private readonly documents: Documents) {}

  show(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const shown = this.open.get(key);
    if (shown !== undefined) return shown.panel.reveal(undefined, true);
    const preview = new Preview(document, this.context.extensionUri, this.engine, this.documents);
    this.open.set(key, preview);
    preview.panel.onDidDispose(() => this.open.delete(key));
  }

  dispose(): void {
    for (const preview of [...this.open.values()]) preview.panel.dispose();
  }
}

class Preview {
  readonly panel: vscode.WebviewPanel;
  private received: Promise<unknown> = Promise.resolve();

  constructor(private readonly document: vscode.TextDocument, extension: vscode.Uri, private readonly engine: Engine, private readonly documents: Documents) {
    const folder = vscode.Uri.joinPath(extension, "dist", "preview");
    const name = document.uri.path.replace(/^.*\//, "");
    this.panel = vscode.window.createWebviewPanel(previewType, `Preview ${name}`, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, {
      enableScripts: true, localResourceRoots: [folder],
    });
    this.panel.iconPath = vscode.Uri.joinPath(extension, "media", "icon.png");
    const subscriptions = [
      // One after the other: a place is in the text after the change before it.
      this.panel.webview.onDidReceiveMessage((message: FromPreview) => (this.received = this.received.then(() => this.receive(message), () => this.receive(message)))),
      vscode.workspace.onDidChangeTextDocument((e) => { if (e.document === document && e.contentChanges.length > 0) this.send(); }),
      // The kind is known once the document was checked.
      documents.onDidCheck((d) => { if (d === document) this.send(); }),
      vscode.workspace.onDidCloseTextDocument((d) => { if (d === document) this.panel.dispose(); }),
    ];
    this.panel.onDidDispose(() => subscriptions.forEach((s) => s.dispose()));
    this.panel.webview.html = page(this.panel.webview, folder, name);
  }

  private post(message: ToPreview): void {
    void this.panel.webview.postMessage(message);
  }

  private send(): void {
    const { version } = this.document;
    this.post({ type: "document", text: this.document.getText(), version, kind: this.documents.kindOf(this.document) ?? "" });
  }

  private async receive(message: FromPreview): Promise<void> {
    switch (message.type) {
      case "ready":
        return this.send();
      case "ask":
        return this.post({ type: "answer", id: message.id, text: await this.engine.run(message.op, message.args, this.documents.payload(this.document)?.options) });
      case "edit": {
        // What the preview changed was of an older text: it gets the newer one instead.
        const current = message.version === this.document.version;
        if (!current || !(await vscode.workspace.applyEdit(edits(this.document, [message.edit])))) this.send();
        return;
      }
      case "reveal": {
        const range = rangeOf(this.document, message.start, message.end);
        const column = vscode.window.visibleTextEditors.find((e) => e.document === this.document)?.viewColumn ?? vscode.ViewColumn.One;
        const editor = await vscode.window.showTextDocument(this.document, { viewColumn: column, selection: range });
        return editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
      case "say":
        return void vscode.window.setStatusBarMessage(message.text, 5000);
      case "problems":
        return void vscode.commands.executeCommand("workbench.actions.view.problems");
    }
  }
}

function page(webview: vscode.Webview, folder: vscode.Uri, name: string): string {
  const file = (path: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, path)).toString();
  const source = webview.cspSource;
  const title = name.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${source}; style-src ${source}; img-src data: blob:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview ${title}</title>
<link rel="stylesheet" href="${file("preview.css")}">
</head>
<body><div id="app"></div><script src="${file("preview.js")}"></script></body>
</html>`;
}
