/** The part of a linqlint.jsonc that does not depend on files: severities and ignores. It is applied to each report. */
import { signal } from "@preact/signals";
import { parse, type ParseError } from "jsonc-parser";
import type { Diagnostic, Report, Severity } from "../engine/protocol";

const KEY = "linqlint.settings";

interface Ignore {
  rule: string;
  pointer: string;
  expires: string;
}

export interface Settings {
  /** Selectors with a severity, in their order; later ones win. */
  rules: [selector: string, severity: Severity | "off"][];
  ignores: Ignore[];
  /** What is wrong with the text, or what of it does not apply here. */
  remarks: string[];
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
const severities = ["off", "note", "warning", "error"];

/** Reads the text of a linqlint.jsonc. */
export function readSettings(text: string): Settings {
  const settings: Settings = { rules: [], ignores: [], remarks: [] };
  if (text.trim() === "") return settings;
  const errors: ParseError[] = [];
  const root: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(root)) return { ...settings, remarks: ["This is not JSON with comments, so nothing of it applies."] };
  for (const [selector, severity] of Object.entries(isObject(root.rules) ? root.rules : {})) {
    if (typeof severity === "string" && severities.includes(severity)) settings.rules.push([selector, severity as Severity | "off"]);
    else settings.remarks.push(`rules: the severity of "${selector}" is not one of ${severities.join(", ")}.`);
  }
  for (const ignore of Array.isArray(root.ignores) ? root.ignores : []) {
    if (!isObject(ignore) || typeof ignore.rule !== "string") settings.remarks.push("ignores: an element has no rule.");
    else if (typeof ignore.files === "string") settings.remarks.push(`ignores: "${ignore.rule}" for ${ignore.files} does not apply, since the page has no files.`);
    else settings.ignores.push({ rule: ignore.rule, pointer: typeof ignore.pointer === "string" ? ignore.pointer : "", expires: typeof ignore.expires === "string" ? ignore.expires : "" });
  }
  for (const name of ["kinds", "known", "exclude"]) if (name in root) settings.remarks.push(`${name} does not apply in the page.`);
  return settings;
}

/** Whether a selector ("to-large", "decoration-*", "*") selects a rule. */
const selects = (selector: string, rule: string): boolean => (selector.endsWith("*") ? rule.startsWith(selector.slice(0, -1)) : selector === rule);

/** Whether a pointer pattern matches: * is one token, ** any number of them. */
function matches(pattern: string, pointer: string): boolean {
  const source = pattern.split("/").map((token) => (token === "**" ? "\0" : token.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*"))).join("/");
  return new RegExp(`^${source.replaceAll("/\0", "(?:/.*)?").replaceAll("\0", ".*")}$`).test(pointer);
}

/** A report as the settings want it; days are compared with today's, as YYYY-MM-DD. */
export function applySettings(report: Report, { rules, ignores }: Settings, today: string): Report {
  if (rules.length + ignores.length === 0) return report;
  const diagnostics = report.diagnostics.flatMap((d): Diagnostic[] => {
    if (ignores.some((i) => selects(i.rule, d.rule) && (i.pointer === "" || matches(i.pointer, d.pointer)) && (i.expires === "" || today <= i.expires))) return [];
    const severity = rules.findLast(([selector]) => selects(selector, d.rule))?.[1] ?? d.severity;
    return severity === "off" ? [] : [{ ...d, severity }];
  });
  return { ...report, diagnostics };
}

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export const settingsText = signal(kept());

/** Keeps the settings in this browser. */
export function keepSettings(text: string): void {
  settingsText.value = text;
  try {
    if (text.trim() === "") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // They last until the page is left.
  }
}
