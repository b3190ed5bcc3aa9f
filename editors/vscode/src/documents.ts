/** Checks the open documents, and publishes their diagnostics. */
import * as vscode from "vscode";
import type { CheckOptions, Diagnostic, Severity } from "../../../web/src/engine/protocol";
import { isIgnored, kindIn, type Configs } from "./config";
import type { Engine } from "./engine";
import { isJson, mayBePayload, MOST_UNITS } from "./recognize";
import { fits, isShown, section, settingsFor } from "./settings";

/** What is known of a document that holds a payload. */
export interface Payload {
  version: number;
  kind: string;
  /** What was shown, in source order. */
  diagnostics: Diagnostic[];
  /** How it was checked, for further operations on it. */
  options: Omit<CheckOptions, "body">;
}

/** How long a document rests before it is checked, in milliseconds. */
const REST = 150;

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  note: vscode.DiagnosticSeverity.Information,
};

export class Documents implements vscode.Disposable {
  private readonly payloads = new Map<string, Payload>();
  /** The kinds that commands gave documents. */
  private readonly chosen = new Map<string, string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly collection = vscode.languages.createDiagnosticCollection(section);
  private readonly checked = new vscode.EventEmitter<vscode.TextDocument>();
  readonly onDidCheck = this.checked.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly engine: Engine, private readonly configs: Configs, private readonly log: vscode.LogOutputChannel) {
    const all = (): void => vscode.workspace.textDocuments.forEach((d) => this.later(d, 0));
    this.subscriptions = [
      this.collection, this.checked,
      vscode.workspace.onDidOpenTextDocument((d) => this.later(d, 0)),
      vscode.workspace.onDidChangeTextDocument((e) => this.later(e.document, REST)),
      vscode.workspace.onDidCloseTextDocument((d) => this.forget(d)),
      vscode.workspace.onDidChangeConfiguration((e) => { if (e.affectsConfiguration(section)) all(); }),
      configs.onDidChange(all),
    ];
    all();
  }

  /** What the last check found, if the document has not changed since. */
  payload(document: vscode.TextDocument): Payload | undefined {
    const found = this.payloads.get(document.uri.toString());
    return found?.version === document.version ? found : undefined;
  }

  /** The same, after the check that it waits for if it has. */
  async current(document: vscode.TextDocument): Promise<Payload | undefined> {
    const key = document.uri.toString();
    if (this.payload(document) === undefined) await (this.timers.has(key) ? this.check(document) : this.running.get(key));
    return this.payload(document);
  }

  /** What kind of payload the document held when it was last checked. */
  kindOf(document: vscode.TextDocument): string | undefined {
    return this.payloads.get(document.uri.toString())?.kind;
  }

  /** Checks a document as a kind from now on. */
  choose(document: vscode.TextDocument, kind: string): Promise<void> {
    this.chosen.set(document.uri.toString(), kind);
    return this.check(document);
  }

  private later(document: vscode.TextDocument, rest: number): void {
    if (!isJson(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => {
      this.check(document).catch((error: unknown) => this.log.error(`${key}: ${String(error)}`));
    }, rest));
  }

  private check(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const check = this.run(document, key).finally(() => {
      if (this.running.get(key) === check) this.running.delete(key);
    });
    this.running.set(key, check);
    return check;
  }

  private async run(document: vscode.TextDocument, key: string): Promise<void> {
    const settings = settingsFor(document.uri);
    const config = await this.configs.of(document);
    const given = this.chosen.get(key);
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    const glob = folder === undefined ? undefined : Object.entries(settings.files).findLast(([pattern]) => fits(pattern, folder, document));
    const kind = given ?? (glob?.[1] || (config === undefined ? "" : kindIn(config, document)));
    const always = kind !== "" || glob !== undefined || settings.allDocuments;
    const [text, version] = [document.getText(), document.version];
    if (!settings.enable || text.length > MOST_UNITS || !(always || mayBePayload(text))) return this.none(document);
    const options: Payload["options"] = {
      kind, service: settings.service, new_chat: settings.newChat, notes: settings.severity === "note",
      only_payloads: !always, severities: config?.severities, known: config?.known,
    };
    const report = await this.engine.ask("lint", { body: text, ...options });
    if (document.version !== version || document.isClosed) return; // a newer check is on its way
    if (report.kind === "" && report.diagnostics.length === 0) return this.none(document);
    const today = new Date().toISOString().slice(0, 10);
    const diagnostics = report.diagnostics.filter((d) => isShown(d.severity, settings.severity) && !(config !== undefined && isIgnored(config, document, d, today)));
    // A text that does not parse at the moment is of the kind that it was of.
    const detected = report.kind === "" ? (this.payloads.get(key)?.kind ?? "") : report.kind;
    this.payloads.set(key, { version, kind: detected, diagnostics, options });
    this.collection.set(document.uri, diagnostics.map((d) => published(document, d)));
    this.checked.fire(document);
  }

  private none(document: vscode.TextDocument): void {
    this.collection.delete(document.uri);
    if (this.payloads.delete(document.uri.toString())) this.checked.fire(document);
  }

  private forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.payloads.delete(key);
    this.collection.delete(document.uri);
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.forEach((s) => s.dispose());
  }
}

export const rangeOf = (document: vscode.TextDocument, start: number, end: number): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));

function published(document: vscode.TextDocument, d: Diagnostic): vscode.Diagnostic {
  const out = new vscode.Diagnostic(underlined(document, d), d.hint === "" ? d.message : `${d.message}\n${d.hint}`, severities[d.severity]);
  out.source = "linqlint";
  out.code = { value: d.rule, target: vscode.Uri.parse(d.doc_url) };
  out.relatedInformation = d.related.map((r) => new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, rangeOf(document, r.start.offset, r.end.offset)), r.message));
  return out;
}

/** The range of a diagnostic; of an object or array over several lines only its first. */
function underlined(document: vscode.TextDocument, d: Diagnostic): vscode.Range {
  const range = rangeOf(document, d.start.offset, d.end.offset);
  return range.isSingleLine ? range : new vscode.Range(range.start, document.lineAt(range.start.line).range.end);
}
