/**
 * The part of a linqlint.jsonc that does not depend on files: severities and
 * known names, with which the engine checks, and ignores, which are taken out of
 * its report.
 */
import { computed, signal } from "@preact/signals";
import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";
import registry from "../../generated/registry.json";
import type { CheckOptions, Diagnostic, Report, Severity } from "../engine/protocol";
import { matches, selects } from "./selectors";

const KEY = "linqlint.settings";

interface Ignore {
  rule: string;
  pointer: string;
  expires: string;
}

export interface Settings {
  /** Selectors with a severity, in their order; later ones win. */
  severities: Record<string, Severity | "off">;
  /** Names that this version does not know, as the engine takes them. */
  known: Record<string, string[]>;
  ignores: Ignore[];
  /** What is wrong with the text, or what of it does not apply here. */
  remarks: string[];
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
const levels = ["off", "note", "warning", "error"];
const lists = ["members", "media_extensions", "presigned_hosts"];
/** The short names of two enums. */
const enums: Record<string, string> = { effects: "effect.name", part_types: "part.type" };

function readSeverities(rules: unknown, settings: Settings): void {
  for (const [selector, severity] of Object.entries(isObject(rules) ? rules : {})) {
    if (typeof severity !== "string" || !levels.includes(severity)) settings.remarks.push(`rules: the severity of "${selector}" is not one of ${levels.join(", ")}.`);
    else if (!registry.rules.some((rule) => selects(selector, rule))) settings.remarks.push(`rules: "${selector}" selects no rule about bodies.`);
    else settings.severities[selector] = severity as Severity | "off";
  }
}

function readKnown(known: unknown, settings: Settings): void {
  if (!isObject(known)) return;
  const { values, ...rest } = known;
  for (const [name, list] of Object.entries({ ...rest, ...(isObject(values) ? values : {}) })) {
    const key = enums[name] ?? name;
    const texts = Array.isArray(list) ? list.filter((text): text is string => typeof text === "string" && text !== "") : [];
    if (!lists.includes(key) && !registry.known_enums.includes(key)) settings.remarks.push(`known: there is no "${name}".`);
    else settings.known[key] = [...(settings.known[key] ?? []), ...texts];
  }
}

/** Reads the text of a linqlint.jsonc. */
export function readSettings(text: string): Settings {
  const settings: Settings = { severities: {}, known: {}, ignores: [], remarks: [] };
  if (text.trim() === "") return settings;
  const errors: ParseError[] = [];
  const root: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(root)) return { ...settings, remarks: ["This is not JSON with comments, so nothing of it applies."] };
  readSeverities(root.rules, settings);
  readKnown(root.known, settings);
  for (const ignore of Array.isArray(root.ignores) ? root.ignores : []) {
    if (!isObject(ignore) || typeof ignore.rule !== "string") settings.remarks.push("ignores: an element has no rule.");
    else if (typeof ignore.files === "string") settings.remarks.push(`ignores: "${ignore.rule}" for ${ignore.files} does not apply, since the page has no files.`);
    else settings.ignores.push({ rule: ignore.rule, pointer: typeof ignore.pointer === "string" ? ignore.pointer : "", expires: typeof ignore.expires === "string" ? ignore.expires : "" });
  }
  for (const name of ["kinds", "exclude"]) if (name in root) settings.remarks.push(`${name} does not apply in the page.`);
  return settings;
}

/** The day, as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** A report without what the settings ignore; an ignore that expires lasts until its day, YYYY-MM-DD. */
export function applyIgnores(report: Report, { ignores }: Settings, day: string): Report {
  if (ignores.length === 0) return report;
  const isIgnored = (d: Diagnostic): boolean => ignores.some((i) => selects(i.rule, d.rule) && (i.pointer === "" || matches(i.pointer, d.pointer)) && (i.expires === "" || day <= i.expires));
  return { ...report, diagnostics: report.diagnostics.filter((d) => !isIgnored(d)) };
}

/** The text of a linqlint.jsonc with one more known member, its comments kept. */
export function withKnownMember(text: string, name: string): string {
  const base = isObject(parse(text, [], { allowTrailingComma: true })) ? text : "{}";
  const { known } = readSettings(base);
  if (known.members?.includes(name) === true) return base;
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
  return known.members === undefined
    ? applyEdits(base, modify(base, ["known", "members"], [name], options))
    : applyEdits(base, modify(base, ["known", "members", -1], name, { ...options, isArrayInsertion: true }));
}

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export const settingsText = signal(kept());
export const settings = computed(() => readSettings(settingsText.value));
/** The settings that the engine checks with. */
export const engineSettings = computed((): Pick<CheckOptions, "severities" | "known"> => ({ severities: settings.value.severities, known: settings.value.known }));

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
