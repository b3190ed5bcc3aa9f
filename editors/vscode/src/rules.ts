/** The texts of the rules, read when the first of them is shown. */
import * as vscode from "vscode";

interface Explained {
  id: string;
  title: string;
  help: string;
  quote: string;
}

export class Rules {
  private list: Promise<Explained[]> | undefined;

  constructor(private readonly file: vscode.Uri) {}

  async explain(id: string): Promise<vscode.MarkdownString[]> {
    const rule = (await this.load()).find((r) => r.id === id);
    if (rule === undefined) return [];
    const text = new vscode.MarkdownString(`**${rule.title}** (${rule.id})\n\n${rule.help}`);
    if (rule.quote !== "") text.appendMarkdown("\n\n> ").appendText(rule.quote);
    return [text];
  }

  private load(): Promise<Explained[]> {
    this.list ??= (async () => JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file))) as Explained[])();
    return this.list;
  }
}
