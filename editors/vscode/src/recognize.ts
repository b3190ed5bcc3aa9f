/** Which documents may hold a payload, without the engine. */
import type * as vscode from "vscode";
import { registry } from "./registry";

/** A longer document is not checked, in UTF-16 code units. */
export const MOST_UNITS = 4_000_000;

const languages = ["json", "jsonc", "linq-payload"];

/** Texts of the editor's own, and the older sides of comparisons. */
const others = ["git", "output", "vscode-settings", "vscode-userdata"];

export const isJson = (document: vscode.TextDocument): boolean =>
  languages.includes(document.languageId) && !others.includes(document.uri.scheme) && !/(^|\/)linqlint\.jsonc$/.test(document.uri.path);

/** The names that a body of some kind must have; of the kinds without such, a name of their own. */
const required: string[][] = [
  ["parts"], ["experience"], ["voice_memo_url"],
  ...registry.kinds
    .map((kind) => registry.objects[kind.body]?.members.filter((m) => m.required).map((m) => m.name) ?? [])
    .filter((names) => names.length > 0),
];

/** Whether a text has the names of some body, so that the engine is asked; it decides by the values. */
export const mayBePayload = (text: string): boolean => required.some((names) => names.every((name) => text.includes(`"${name}"`)));
