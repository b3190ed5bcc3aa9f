/**
 * The part of a linqlint.jsonc that does not depend on files: severities and
 * known names, with which the engine checks, and ignores, which are taken out of
 * its report. The engine reads the text.
 */
import { computed, signal } from "@preact/signals";
import { applyEdits, modify } from "jsonc-parser";
import type { Engine } from "../engine/client";
import type { CheckOptions, Diagnostic, Report, Settings } from "../engine/protocol";
import { matches, selects } from "./selectors";

const KEY = "linqlint.settings";

export const noSettings: Settings = { severities: {}, known: {}, ignores: [], kinds: [], diagnostics: [] };

/** The day, as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The ignores that apply here: those for any file; one that expires lasts until its day, YYYY-MM-DD. */
export const ignoresOn = (settings: Settings, day: string): Settings["ignores"] => settings.ignores.filter((i) => i.files === "" && (i.expires === "" || day <= i.expires));

/** A report without what the settings ignore. */
export function applyIgnores(report: Report, settings: Settings, day: string): Report {
  const ignores = ignoresOn(settings, day);
  if (ignores.length === 0) return report;
  const isIgnored = (d: Diagnostic): boolean => ignores.some((i) => selects(i.rule, d.rule) && (i.pointer === "" || matches(i.pointer, d.pointer)));
  return { ...report, diagnostics: report.diagnostics.filter((d) => !isIgnored(d)) };
}

/** The text of a linqlint.jsonc with one more known member, its comments kept; read is what the text says now. */
export function withKnownMember(text: string, read: Settings, name: string): string {
  const members = read.known.members ?? [];
  if (members.includes(name)) return text;
  const isBroken = text.trim() === "" || read.diagnostics.some((d) => d.severity === "error" && d.pointer === "");
  const base = isBroken ? "{}" : text;
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
  return members.length === 0 || isBroken
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
const read = signal<{ text: string; settings: Settings }>({ text: "", settings: noSettings });

/** What the settings say; undefined until the engine has read them. */
export const settingsRead = computed(() => (settingsText.value.trim() === "" ? noSettings : read.value.text === settingsText.value ? read.value.settings : undefined));
/** The settings that apply: the former until others are read. */
export const settings = computed(() => settingsRead.value ?? read.value.settings);
/** The settings that the engine checks with. */
export const engineSettings = computed((): Pick<CheckOptions, "severities" | "known"> => ({ severities: settings.value.severities, known: settings.value.known }));

/** Reads the text of a linqlint.jsonc. */
export const readSettings = (engine: Engine, text: string): Promise<Settings> => (text.trim() === "" ? Promise.resolve(noSettings) : engine.ask("settings", { text }));

/** Has the engine read the settings, unless that is done. Nothing is checked before. */
export function followSettings(engine: Engine): void {
  const text = settingsText.value;
  if (settingsRead.peek() !== undefined) return;
  const done = (settings: Settings): void => void (read.value = { text, settings });
  readSettings(engine, text).then(done, () => done(noSettings));
}

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
