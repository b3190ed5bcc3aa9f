/**
 * Checks request bodies of Linq's Partner API v3 (iMessage, RCS, SMS) before
 * they are sent: the Go library's own engine, as WebAssembly. Importing this
 * loads nothing; the first call does. Offsets count UTF-16 code units, as
 * JavaScript's strings do.
 */
import { Instance } from "./instance.js";
import { goRuntime } from "./go.js";
import type { Forecast as ForecastAnswer, Report, Rule } from "./protocol.js";
import { loadRules } from "./rules.js";

export type { Delivery, Diagnostic, Edit, Example, Fate, Fix, Item, Place, Related, Report, Rule, Severity, SMSText } from "./protocol.js";

/** A body as it goes over the wire, or a value that JSON.stringify turns into it. */
export type Body = string | object;

/** The request kinds, after the SDKs' methods; "message" is a bare MessageContent. */
export type Kind =
  | "messages.create"
  | "chats.messages.send"
  | "chats.create"
  | "message"
  | "chats.voicememo"
  | "messages.edit"
  | "messages.react"
  | "messages.update_sticker_placement"
  | "messages.update_app_card"
  | "chats.polls.create"
  | "messages.polls.add_options"
  | "messages.polls.vote"
  | "attachments.create"
  | "chats.update"
  | "chats.participants.add"
  | "chats.participants.remove"
  | "chats.background.set"
  | "capability.check_imessage"
  | "capability.check_rcs"
  | "contact_card.create"
  | "contact_card.update"
  | "blocked_handles.block"
  | "blocked_handles.unblock"
  | "webhook_subscriptions.create"
  | "webhook_subscriptions.update"
  | "phone_numbers.update";

export type Service = "iMessage" | "SMS" | "RCS";

export type Language = "go" | "curl" | "typescript" | "python";

export interface KindOption {
  /** What the body is; detected where left out. */
  kind?: Kind;
}

export interface LintOptions extends KindOption {
  /** Check as if this were the preferred_service. */
  service?: Service;
  /** Look for notes too. */
  notes?: boolean;
  /** A chats.create reaches its recipients for the first time. */
  newChat?: boolean;
}

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

/** What load takes: where the module is, its bytes, or the module itself. */
export type Source = URL | string | Response | BufferSource | WebAssembly.Module;

/** A call that the engine refuses: a rule that does not exist, a body that cannot be read. */
export class LinqlintError extends Error {
  /** "argument" or "refused" for what the caller gave; "op", "request" or "panic" for a fault of ours. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "LinqlintError";
    this.code = code;
  }
}

let engine: Promise<Instance> | undefined;
/** What the engine was started from: one that died starts again without its source, which may be read only once. */
let compiled: WebAssembly.Module | undefined;
let rules: Promise<Rule[]> | undefined;

/**
 * Loads the engine now instead of at the first call, once. A source is needed
 * only where the module does not lie beside this file, or must be imported, as
 * in some workers at the edge.
 */
export async function load(source?: Source): Promise<void> {
  await start(source);
}

function start(source?: Source): Promise<Instance> {
  engine ??= open(source).catch((error: unknown) => {
    engine = undefined; // the next call tries again
    throw error;
  });
  return engine;
}

async function open(source: Source = compiled ?? new URL("./linqlint.wasm", import.meta.url)): Promise<Instance> {
  const module = await compile(source);
  const instance = await Instance.start(module, goRuntime());
  compiled = module;
  return instance;
}

async function compile(source: Source): Promise<WebAssembly.Module> {
  const located = typeof source === "string" ? new URL(source, import.meta.url) : source;
  const found = located instanceof URL ? await read(located) : located;
  if (found instanceof Response) return WebAssembly.compileStreaming(found);
  // A module has no members by which its type differs from bytes.
  return found instanceof WebAssembly.Module ? found : WebAssembly.compile(found as BufferSource);
}

/** Reads a file: URL from the disk and any other by fetch. */
async function read(url: URL): Promise<Response | BufferSource> {
  if (url.protocol === "file:") {
    // Asked for at run time, so that no bundler looks for it.
    const files = globalThis.process?.getBuiltinModule?.("node:fs/promises");
    if (files !== undefined) return files.readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href} answers ${response.status}, but must give the engine`);
  // Streaming insists on the content type, which not every server sends.
  return response.headers.get("content-type") === "application/wasm" ? response : response.arrayBuffer();
}

async function call<T>(request: Record<string, unknown>): Promise<T> {
  const text = JSON.stringify(request); // what fails here is the caller's
  const started = start();
  const instance = await started;
  let answer: { ok: T; error?: undefined } | { error: { code: string; message: string } };
  try {
    answer = JSON.parse(instance.call(text));
  } catch (error) {
    if (engine === started) engine = undefined; // the next call starts a new one
    throw error;
  }
  if (answer.error !== undefined) throw new LinqlintError(answer.error.code, answer.error.message);
  return answer.ok;
}

const text = (body: Body): string => (typeof body === "string" ? body : JSON.stringify(body));

function checkArgs(body: Body, o: LintOptions): Record<string, unknown> {
  return { body: text(body), kind: o.kind, service: o.service, notes: o.notes, new_chat: o.newChat };
}

/** Every problem of a body, in source order. */
export async function lint(body: Body, options: LintOptions = {}): Promise<Report> {
  return call({ op: "lint", ...checkArgs(body, options) });
}

/** The body with its fixes applied, and what is left. */
export async function fix(body: Body, options: FixOptions = {}): Promise<Fixed> {
  return call({ op: "fix", ...checkArgs(body, options), unsafe: options.unsafe });
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
  const { forecast } = await call<ForecastAnswer>({ op: "forecast", body: text(body), kind: options.kind });
  return forecast;
}

/** Code that sends exactly this body. */
export async function code(body: Body, lang: Language, options: KindOption = {}): Promise<string> {
  const { code } = await call<{ code: string }>({ op: "code", body: text(body), lang, kind: options.kind });
  return code;
}
