/** linqlint.jsonc: the nearest one above a document, within its workspace folder. */
import * as vscode from "vscode";
import type { Diagnostic, Settings } from "../../../web/src/engine/protocol";
import { matches, selects } from "../../../web/src/state/selectors";
import type { Engine } from "./engine";
import { fits } from "./settings";

export const configName = "linqlint.jsonc";

export interface Config extends Settings {
  folder: vscode.Uri;
}

/** The kind that a config gives a document; "" if none. */
export const kindIn = (config: Config, document: vscode.TextDocument): string => config.kinds.findLast((k) => fits(k.files, config.folder, document))?.kind ?? "";

/** Whether a diagnostic is accepted; today is YYYY-MM-DD. */
export const isIgnored = (config: Config, document: vscode.TextDocument, d: Diagnostic, today: string): boolean =>
  config.ignores.some((i) =>
    selects(i.rule, d.rule) && (i.pointer === "" || matches(i.pointer, d.pointer)) && (i.expires === "" || today <= i.expires)
    && (i.files === "" || fits(i.files, config.folder, document)));

const isConfig = (document: vscode.TextDocument): boolean => document.uri.path.endsWith(`/${configName}`);

/** A fault of a config. Its lines are counted from 1, its columns in UTF-16 code units from 1. */
function published(d: Diagnostic): vscode.Diagnostic {
  const range = new vscode.Range(d.start.line - 1, d.start.column - 1, d.end.line - 1, d.end.column - 1);
  const out = new vscode.Diagnostic(range, d.hint === "" ? d.message : `${d.message}\n${d.hint}`, d.severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
  out.source = "linqlint";
  out.code = { value: d.rule, target: vscode.Uri.parse(d.doc_url) };
  return out;
}

/** Finds and keeps configs, by folder, and publishes their faults. */
export class Configs implements vscode.Disposable {
  private readonly byFolder = new Map<string, Promise<Config | undefined>>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);
  private readonly collection = vscode.languages.createDiagnosticCollection("linqlint.config");
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly engine: Engine, private readonly log: vscode.LogOutputChannel) {
    const forget = (): void => {
      this.byFolder.clear();
      this.changed.fire();
    };
    const show = (document: vscode.TextDocument): void => {
      if (isConfig(document)) this.show(document).catch((error: unknown) => this.log.error(`${document.uri.toString()}: ${String(error)}`));
    };
    this.subscriptions = [
      this.changed, this.watcher, this.collection,
      this.watcher.onDidChange(forget), this.watcher.onDidCreate(forget),
      this.watcher.onDidDelete((uri) => { this.collection.delete(uri); forget(); }),
      vscode.workspace.onDidOpenTextDocument(show), vscode.workspace.onDidChangeTextDocument((e) => show(e.document)),
    ];
    vscode.workspace.textDocuments.forEach(show);
  }

  /** The config that applies to a document; none outside of the workspace's folders. */
  async of(document: vscode.TextDocument): Promise<Config | undefined> {
    const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    if (root === undefined) return undefined;
    for (let folder = vscode.Uri.joinPath(document.uri, ".."); ; folder = vscode.Uri.joinPath(folder, "..")) {
      const found = await this.in(folder);
      if (found !== undefined || folder.path.length <= root.path.length) return found;
    }
  }

  private in(folder: vscode.Uri): Promise<Config | undefined> {
    const key = folder.toString();
    const kept = this.byFolder.get(key) ?? this.open(folder);
    this.byFolder.set(key, kept);
    return kept;
  }

  private async open(folder: vscode.Uri): Promise<Config | undefined> {
    const uri = vscode.Uri.joinPath(folder, configName);
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch {
      return undefined; // there is none
    }
    const read = await this.engine.ask("settings", { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) });
    // An open one is read as it is typed.
    if (!vscode.workspace.textDocuments.some((d) => d.uri.toString() === uri.toString())) this.collection.set(uri, read.diagnostics.map(published));
    return { folder, ...read };
  }

  /** Publishes the faults of a config as it is in the editor. */
  private async show(document: vscode.TextDocument): Promise<void> {
    const version = document.version;
    const read = await this.engine.ask("settings", { text: document.getText() });
    if (document.version === version && !document.isClosed) this.collection.set(document.uri, read.diagnostics.map(published));
  }

  dispose(): void {
    this.subscriptions.forEach((s) => s.dispose());
  }
}
