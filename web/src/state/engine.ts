/** What the engine says about the body: the report, the forecast and the measures. */
import { batch, computed, effect, signal } from "@preact/signals";
import registered from "../../generated/registry.json";
import { EngineError, isOffline, reasonOf, stale, type Engine } from "../engine/client";
import type { CheckOptions, Diagnostic, Fix, Forecast, Measure, Registry, Report, Rule } from "../engine/protocol";
import { MOST_DECORATIONS, MOST_PARTS, readContent, shown, type Shown } from "./body";
import type { Digest } from "./digest";
import { clusters } from "./clusters";
import { blank, broken, content, digested, drawnValue, kindChoice, MOST_READ, repaired, text } from "./document";
import { applyEdits } from "./edits";
import { onceSettled, whenIdle } from "./idle";
import { isObject, isSame, parseBody, type Json } from "./json";
import { loadRules } from "./rules";
import { applyIgnores, engineSettings, followSettings, settings, settingsRead, today } from "./settings";
import { say } from "./ui";
import { isUntouched } from "./untouched";
import { sampled, sampledBody, samples } from "./variables";
import { visible } from "./visible";
import { grouped } from "../ui/grouped";

/** The most problems that are reported and underlined; a report says how many more there are. */
export const MOST_PROBLEMS = 300;

/** The report as the engine gave it. */
const checked = signal<Report>({ kind: "", truncated: 0, diagnostics: [] });
const reportable = computed<Report>(() => applyIgnores(checked.value, settings.value, today()));
/** How many problems are those of empty fields that nobody has left yet. */
export const untouchedFaults = computed(() => reportable.value.diagnostics.filter(isUntouched).length);
/** The report without what the reader's settings ignore and what is of no interest yet. */
export const report = computed<Report>(() =>
  untouchedFaults.value === 0 ? reportable.value : { ...reportable.value, diagnostics: reportable.value.diagnostics.filter((d) => !isUntouched(d)) });
/** The text that the report is about. The same report may be about another text, with its places moved. */
export const reported = signal<string | undefined>(undefined);
/** Written when the page is built, so that it is there before the engine. */
export const registry = signal(registered as unknown as Registry);
export const rules = signal<Rule[]>([]);
export const forecast = signal<Forecast | undefined>(undefined);
/** Why there is no forecast yet: it is on its way, or cannot be loaded. */
export const forecastMissing = signal("The forecast is on its way.");
/** Whether notes are looked for too. */
export const notes = signal(false);

const measures = signal<{ texts: string[]; results: Measure[] }>({ texts: [], results: [] });

export const kind = computed(() => (kindChoice.value !== "" ? kindChoice.value : report.value.kind));
let lastPreview: Shown | undefined;
/** What is drawn; the same object as long as nothing of it changes. */
export const preview = computed(() => {
  const next = shown(drawnValue.value, kind.value, () => content.value);
  return (lastPreview = isSame(next, lastPreview) ? (lastPreview as Shown) : next);
});
export const counts = computed(() => {
  const by = { error: 0, warning: 0, note: 0 };
  for (const d of report.value.diagnostics) by[d.severity]++;
  return by;
});

/** How the page checks a body: every operation that checks one is asked with these. */
export const checkedAs = (): Omit<CheckOptions, "body"> => ({ kind: kindChoice.value, notes: notes.value, ...engineSettings.value });

const plural = (n: number, word: string): string => `${grouped(n)} ${word}${n === 1 ? "" : "s"}`;

/** "2 errors, 1 warning": for the live region and the panel. */
export const summary = computed(() => {
  if (blank.value) return "nothing to check";
  const { error, warning, note } = counts.value;
  const more = report.value.truncated;
  const parts = ([[error, "error"], [warning, "warning"], [note, "note"]] as const).filter(([n]) => n > 0).map(([n, word]) => plural(n, word));
  if (more > 0) parts.push(`${grouped(more)} more`);
  if (parts.length > 0) return parts.join(", ");
  return untouchedFaults.value > 0 ? plural(untouchedFaults.value, "empty field") : "no problems";
});

export let engine: Engine;

const starts = (pieces: string[]): number[] => {
  let at = 0;
  return pieces.map((piece) => (at += piece.length) - piece.length);
};

/** A longer text is far over its limit: only its start is drawn and cut into clusters, in UTF-16 code units. */
export const MOST_DRAWN = 20_000;

let long: { text: string; points: number } = { text: "", points: 0 };

function codePoints(text: string): number {
  if (long.text === text) return long.points;
  let points = 0;
  for (let i = 0; i < text.length; i++, points++) {
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) i++;
  }
  long = { text, points };
  return points;
}

/** A text's measure: the engine's, or the browser's own until that arrives. */
export function measureOf(measured: string): Measure {
  if (measured.length > MOST_DRAWN) return { ...measureOf(measured.slice(0, MOST_DRAWN)), units: measured.length, code_points: codePoints(measured) };
  const at = measures.value.texts.indexOf(measured);
  return measures.value.results[at] ?? {
    code_points: [...measured].length,
    units: measured.length,
    clusters: starts(clusters(measured)),
  };
}

/** A larger body is forecast when nobody types, in UTF-16 code units. */
const MOST_AT_ONCE = 100_000;

/** The body whose forecast is drawn: parts that are not drawn are left out. */
function forecastBody(body: string): string {
  const root = drawnValue.peek();
  if ((content.peek()?.total ?? 0) <= MOST_PARTS || !isObject(root)) return body;
  const cut = (message: typeof root): typeof root => (Array.isArray(message.parts) ? { ...message, parts: message.parts.slice(0, MOST_PARTS) } : message);
  return JSON.stringify(isObject(root.message) ? { ...root, message: cut(root.message) } : cut(root));
}

const isSafe = (fix: Fix): boolean => fix.safe;
const showsParts = (body: Json): boolean => isObject(body) && readContent(body).parts.length > 0;

/** Reads a broken text with the fixes of its syntax applied, for the preview: the safe ones, or all if that shows a part. */
function repair(body: string, found: Report): void {
  if (!broken.peek()) return;
  const syntax = found.diagnostics.filter((d) => d.rule === "json-syntax");
  for (const wanted of [isSafe, () => true]) {
    const edits = syntax.flatMap((d) => d.fixes.find(wanted)?.edits ?? []);
    const result = edits.length === 0 ? undefined : parseBody(applyEdits(body, edits));
    if (result?.value === undefined || (wanted !== isSafe && !showsParts(result.value))) continue;
    repaired.value = { text: body, value: result.value };
    return;
  }
}

const drawnAs = new WeakMap<Diagnostic, Diagnostic>();
let lastReadable: { found: Report; shown: Report } | undefined;

/** A problem whose words can be read, whatever they quote of the body. Of the same one it is the same object, whose places are the other's own. */
function readableProblem(d: Diagnostic): Diagnostic {
  const shown = drawnAs.get(d) ?? { ...d, message: visible(d.message), hint: visible(d.hint), fixes: d.fixes.map((fix) => ({ ...fix, title: visible(fix.title) })) };
  drawnAs.set(d, shown);
  return shown;
}

/** A report whose words can be read; of the same one the same object. */
function readable(found: Report): Report {
  if (lastReadable?.found !== found) lastReadable = { found, shown: { ...found, diagnostics: found.diagnostics.map(readableProblem) } };
  return lastReadable.shown;
}

/** Ties the state to the engine: each change is checked at once, and the newest wins. */
export function connect(to: Engine): void {
  engine = to;
  const refuse = (error: unknown): void => {
    if (!(error instanceof EngineError)) throw error;
  };
  // What the first report does not need waits until it is drawn: the rules, and the module that has the forecast.
  const drawn = signal(false);
  let first = true;
  const explain = (): void => void loadRules().then((list) => (rules.value = list), () => say("The rules' explanations did not load.", "bad"));
  effect(() => followSettings(engine));
  effect(() => { if (digested.value === "awaited" && engine.state.value.status === "failed") digested.value = undefined; });
  effect(() => {
    const [body, options] = [text.value, checkedAs()];
    if (settingsRead.value === undefined) return;
    let read: { digest: Digest; move(): void } | undefined;
    const take = (digest: Digest, move: () => void): void => void (read = { digest, move });
    const reading = body.length > MOST_READ ? { limits: { parts: MOST_PARTS, elements: MOST_DECORATIONS }, take } : undefined;
    engine.latest("lint", "lint", { body, max_diagnostics: MOST_PROBLEMS, ...options }, reading).then((found) => {
      if (found === stale || text.value !== body) return;
      const show = (): void => batch(() => {
        read?.move();
        // An empty page has no body yet, which is nobody's fault.
        checked.value = (read?.digest.blank ?? body.trim() === "") ? { ...found, diagnostics: [] } : readable(found);
        reported.value = body;
        if (read !== undefined) digested.value = { text: body, ...read.digest };
        repair(body, found);
      });
      if (read !== undefined && digested.peek() === "awaited") {
        // Another message and other problems are much to draw at once.
        digested.value = { text: body, ...read.digest };
        setTimeout(() => { if (text.peek() === body) show(); });
      } else show();
      if (!first) return;
      first = false;
      onceSettled(() => {
        setTimeout(explain, 250);
        whenIdle(() => { drawn.value = true; }, 500);
      });
    }, (error: unknown) => {
      digested.value = undefined; // the page reads the text itself
      refuse(error);
    });
  });
  let asked: string[] | undefined;
  effect(() => {
    const texts = content.value?.parts.filter((p) => p.type === "text").map((p) => sampled(p.value).slice(0, MOST_DRAWN)) ?? [];
    // A key outside of the texts changes none of their measures.
    if (asked?.length === texts.length && texts.every((t, i) => t === asked?.[i])) return;
    asked = texts;
    engine.latest("measure", "measure", { texts }).then((results) => {
      if (results !== stale) measures.value = { texts, results };
    }, (error: unknown) => {
      if (asked === texts) asked = undefined; // to be asked again
      refuse(error);
    });
  });
  let resting: ReturnType<typeof setTimeout> | undefined;
  const ask = (body: string, checked: string): void => {
    engine.latest("forecast", "forecast", { body, kind: checked }).then(
      (result) => {
        if (result === stale) return;
        forecast.value = result;
        forecastMissing.value = "";
      },
      (error: unknown) => {
        refuse(error);
        forecast.value = undefined;
        forecastMissing.value = isOffline(error) ? `There is no forecast: ${reasonOf(error)}.` : "";
      },
    );
  };
  effect(() => {
    if (!drawn.value) return;
    const [body, checked] = [text.value, kind.value];
    void [content.value, samples.value];
    clearTimeout(resting);
    const now = (): void => ask(sampledBody(forecastBody(body)), checked);
    // A large body is forecast once the typing rests.
    if (body.length > MOST_AT_ONCE) resting = setTimeout(now, 300);
    else now();
  });
}
