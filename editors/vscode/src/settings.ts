/** The section linqlint of the editor's settings; the names are those of the language server. */
import * as vscode from "vscode";
import type { Severity } from "../../../web/src/engine/protocol";

export interface Settings {
  enable: boolean;
  /** The lowest severity that is shown. */
  severity: Severity;
  newChat: boolean;
  service: string;
  allDocuments: boolean;
  /** Kinds by glob; "" detects the kind. */
  files: Record<string, string>;
}

export const section = "linqlint";

export function settingsFor(uri: vscode.Uri): Settings {
  const config = vscode.workspace.getConfiguration(section, uri);
  return {
    enable: config.get("enable", true),
    severity: config.get<Severity>("severity", "warning"),
    newChat: config.get("newChat", false),
    service: config.get("service", ""),
    allDocuments: config.get("allDocuments", false),
    files: config.get("files", {}),
  };
}

/** Whether a glob matches a document: one without a slash matches names, and one that matches a folder everything in it. */
export function fits(glob: string, folder: vscode.Uri, document: vscode.TextDocument): boolean {
  const from = glob.includes("/") ? glob.replace(/^\.?\//, "") : `**/${glob}`;
  return [from, `${from.replace(/\/$/, "")}/**`].some((pattern) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, pattern) }, document) > 0);
}

const order: Severity[] = ["note", "warning", "error"];

export const isShown = (severity: Severity, lowest: Severity): boolean => order.indexOf(severity) >= order.indexOf(lowest);
