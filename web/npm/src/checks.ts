import { LinqlintError } from "./engine.js";
import type { KindOption, Service } from "./types.js";
import type { CheckOptions, Known, Severity } from "./protocol.js";

/** How bodies are checked, whatever their kind. */
export interface Checks {
  /** Check as if this were the preferred_service. */
  service?: Service;
  /** Look for notes too. */
  notes?: boolean;
  /** A chats.create reaches its recipients for the first time. */
  newChat?: boolean;
  /** Make every warning an error. */
  strict?: boolean;
  /** The severity of rules, by rule ("to-large"), family ("decoration-*") or "*"; later ones win. "note" turns the check on. */
  severities?: Record<string, Severity | "off">;
  /** Names of the API that this version does not know yet. */
  known?: Known;
  /** Keep the errors of a day, YYYY-MM-DD: what is newer reports at most a warning. */
  asOf?: string;
}

export interface LintOptions extends KindOption, Checks {
  /** Report nothing for what is not a body of the API; its kind is then "". For walking files that hold anything. */
  onlyPayloads?: boolean;
  /** How many diagnostics are reported, the most severe ones; 1000 where left out. `truncated` counts the others. */
  maxDiagnostics?: number;
}

const kindNames = Object.keys({ kind: 0 } satisfies Record<keyof KindOption, 0>);
export const checkNames = Object.keys({
  service: 0, notes: 0, newChat: 0, strict: 0, severities: 0, known: 0, asOf: 0,
} satisfies Record<keyof Checks, 0>);
const lintNames = [...kindNames, ...checkNames, ...Object.keys({ onlyPayloads: 0, maxDiagnostics: 0 } satisfies Record<Exclude<keyof LintOptions, keyof Checks | "kind">, 0>)];

/** The names of the options of each call. */
export const names = { lint: lintNames, fix: [...lintNames, "unsafe"], forecast: kindNames, code: kindNames };

/** Throws for an option that does not exist, which would be ignored silently. */
export function refuseUnknown(call: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new LinqlintError("argument", `${call} has no option ${JSON.stringify(unknown)}, expected one of ${known.join(", ")}`);
}

/** The engine's arguments for a text and the options of a caller. */
export function checkArgs(body: string, o: LintOptions): Record<keyof CheckOptions, unknown> {
  return {
    body, kind: o.kind, service: o.service, notes: o.notes, new_chat: o.newChat, strict: o.strict, only_payloads: o.onlyPayloads,
    severities: o.severities, known: o.known, as_of: o.asOf, max_diagnostics: o.maxDiagnostics, bytes: undefined,
  };
}
