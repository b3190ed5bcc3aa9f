/**
 * Checks request bodies of Linq's Partner API v3 (iMessage, RCS, SMS) before
 * they are sent: the Go library's own engine, as WebAssembly. Importing this
 * loads nothing; the first call does. Offsets count UTF-16 code units, as
 * JavaScript's strings do.
 */
import { checkArgs, names, refuseUnknown, type LintOptions } from "./checks.js";
import { call, LinqlintError } from "./engine.js";
import type { Forecast as ForecastAnswer, Report, Rule } from "./protocol.js";
import { loadRules } from "./rules.js";
import { bytesOf, decode } from "./sent.js";
import type { KindOption, Language } from "./types.js";

export type { Checks, LintOptions } from "./checks.js";
export { LinqlintError, load, type Source } from "./engine.js";
export { InvalidBodyError, preflight, type Fetch, type PreflightOptions, type Sent } from "./preflight.js";
export type { Delivery, Diagnostic, Edit, Example, Fate, Fix, Item, Known, Place, Related, Report, Rule, Severity, SMSText } from "./protocol.js";
export type { Kind, KindOption, Language, Service } from "./types.js";

/** A body as it goes over the wire, as text or as bytes, or a value that JSON.stringify turns into it. */
export type Body = string | object;

export interface FixOptions extends LintOptions {
  /** Apply fixes that guess what was meant, too. */
  unsafe?: boolean;
}

export interface Fixed {
  body: string;
  /** How many fixes were applied. */
  applied: number;
  /** What is left. */
  report: Report;
}

/** What each service makes of a message. */
export type Forecast = ForecastAnswer["forecast"];

let rules: Promise<Rule[]> | undefined;

/** The text of a body; of bytes that are not UTF-8, one code point for each byte. */
function read(body: Body): { text: string; bytes?: boolean } {
  if (typeof body === "string") return { text: body };
  const bytes = bytesOf(body);
  return bytes === undefined ? { text: JSON.stringify(body) } : decode(bytes);
}

function text(body: Body): string {
  const { text, bytes } = read(body);
  if (bytes) throw new LinqlintError("argument", '"body" is not UTF-8');
  return text;
}

/** Every problem of a body, in source order. */
export async function lint(body: Body, options: LintOptions = {}): Promise<Report> {
  refuseUnknown("lint", options, names.lint);
  const { text, bytes } = read(body);
  return call({ op: "lint", ...checkArgs(text, options), bytes });
}

/** The body with its fixes applied, and what is left. */
export async function fix(body: Body, options: FixOptions = {}): Promise<Fixed> {
  refuseUnknown("fix", options, names.fix);
  return call({ op: "fix", ...checkArgs(text(body), options), unsafe: options.unsafe });
}

/** What a rule is about, with examples, as a value of the caller's own; rejects for one that does not exist. */
export async function explain(rule: string): Promise<Rule> {
  rules ??= loadRules().catch((error: unknown) => {
    rules = undefined; // the next call tries again
    throw error;
  });
  const found = (await rules).find((r) => r.id === rule);
  if (found === undefined) throw new LinqlintError("refused", `there is no rule ${JSON.stringify(rule)}`);
  return structuredClone(found);
}

/** What each service makes of a body. */
export async function forecast(body: Body, options: KindOption = {}): Promise<Forecast> {
  refuseUnknown("forecast", options, names.forecast);
  const { forecast } = await call<ForecastAnswer>({ op: "forecast", body: text(body), kind: options.kind });
  return forecast;
}

/** Code that sends exactly this body. */
export async function code(body: Body, lang: Language, options: KindOption = {}): Promise<string> {
  refuseUnknown("code", options, names.code);
  const { code } = await call<{ code: string }>({ op: "code", body: text(body), lang, kind: options.kind });
  return code;
}
