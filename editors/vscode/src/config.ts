/** linqlint.jsonc: the nearest one above a document, within its workspace folder. */
import { parse } from "jsonc-parser";
import * as vscode from "vscode";
import type { Diagnostic, Known, Severity } from "../../../web/src/engine/protocol";
import { matches, selects } from "../../../web/src/state/selectors";
import { registry } from "./registry";
import { fits } from "./settings";

export const configName = "linqlint.jsonc";

interface Ignore {
  rule: string;
  files: string;
  pointer: string;
  expires: string;
}

export interface Config {
  folder: vscode.Uri;
  /** Kinds by glob; the last match wins. */
  kinds: [glob: string, kind: string][];
  severities: Record<string, Severity | "off">;
  known: Known;
  ignores: Ignore[];
}

type Json = Record<string, unknown>;
const objectOf = (v: unknown): Json => (typeof v === "object" && v !== null && !Array.isArray(v) ? (v as Json) : {});
const textOf = (v: unknown): string => (typeof v === "string" ? v : "");
const textsOf = (v: unknown): string[] => (Array.isArray(v) ? v.filter((t): t is string => typeof t === "string") : []);
const severities = ["off", "note", "warning", "error"];

/** Reads what is valid of a config; the JSON Schema reports the rest where the file is open. */
export function read(text: string, folder: vscode.Uri): Config {
  const root = objectOf(parse(text, [], { allowTrailingComma: true }));
  const exists = (selector: string): boolean => registry.rules.some((id) => selects(selector, id));
  return {
    folder,
    kinds: Object.entries(objectOf(root.kinds)).map(([glob, kind]) => [glob, textOf(kind)]),
    severities: Object.fromEntries(Object.entries(objectOf(root.rules)).filter(([selector, s]) => severities.includes(textOf(s)) && exists(selector))) as Config["severities"],
    known: known(objectOf(root.known)),
    ignores: (Array.isArray(root.ignores) ? root.ignores : []).map(objectOf).filter((i) => textOf(i.rule) !== "" && textOf(i.reason) !== "")
      .map((i) => ({ rule: textOf(i.rule), files: textOf(i.files), pointer: textOf(i.pointer), expires: textOf(i.expires) })),
  };
}

const enums = ["part.type", "effect.name", "effect.type", "decoration.style", "decoration.animation", "message.preferred_service", "reaction.type", "operation", "attachment.content_type"] as const;

function known(k: Json): Known {
  const values = objectOf(k.values);
  const found: Known = {
    members: textsOf(k.members),
    media_extensions: textsOf(k.media_extensions).map((e) => e.replace(/^\./, "").toLowerCase()),
    presigned_hosts: textsOf(k.presigned_hosts),
  };
  for (const name of enums) found[name] = textsOf(values[name]);
  found["effect.name"]?.push(...textsOf(k.effects));
  found["part.type"]?.push(...textsOf(k.part_types));
  return found;
}

/** The kind that a config gives a document; "" if none. */
export const kindIn = (config: Config, document: vscode.TextDocument): string => config.kinds.findLast(([glob]) => fits(glob, config.folder, document))?.[1] ?? "";

/** Whether a diagnostic is accepted; today is YYYY-MM-DD. */
export const isIgnored = (config: Config, document: vscode.TextDocument, d: Diagnostic, today: string): boolean =>
  config.ignores.some((i) =>
    selects(i.rule, d.rule) && (i.pointer === "" || matches(i.pointer, d.pointer)) && (i.expires === "" || today <= i.expires)
    && (i.files === "" || fits(i.files, config.folder, document)));

/** Finds and keeps configs, by folder. */
export class Configs implements vscode.Disposable {
  private readonly byFolder = new Map<string, Promise<Config | undefined>>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);

  constructor() {
    const forget = (): void => {
      this.byFolder.clear();
      this.changed.fire();
    };
    this.watcher.onDidChange(forget);
    this.watcher.onDidCreate(forget);
    this.watcher.onDidDelete(forget);
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
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, configName));
    } catch {
      return undefined; // there is none
    }
    return read(new TextDecoder().decode(bytes), folder);
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }
}
