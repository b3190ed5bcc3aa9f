/** Checks the bodies that a fetch sends to the API, as the Go library's package preflight does. */
import { checkArgs, checkNames, refuseUnknown, type Checks } from "./checks.js";
import { endpoint } from "./endpoint.js";
import data from "./endpoints.data.js";
import { call, LinqlintError } from "./engine.js";
import type { Kind } from "./types.js";
import type { Diagnostic, Report } from "./protocol.js";
import { isRequest, notJSON, read, type Read } from "./sent.js";

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A request that is checked. */
export interface Sent {
  method: string;
  url: string;
  kind: Kind;
}

export interface PreflightOptions extends Checks {
  /** Reject with an InvalidBodyError instead of responding. Not for the vendor's SDK, which takes it for a broken connection and tries again. */
  throw?: boolean;
  /** Let every request pass; onReport gets what is found. */
  reportOnly?: boolean;
  /** Check streams too: they are buffered up to maxBody, and a longer one is sent unchecked. */
  streams?: boolean;
  /** The longest body that is checked, in bytes; 8 MiB where left out. */
  maxBody?: number;
  /** Gets the report of each body that was checked, before it is sent or refused. */
  onReport?: (request: Sent, report: Report) => void;
  /** Gets each body that is sent to an endpoint without a check, and why. */
  onUnchecked?: (request: Sent, reason: string) => void;
}

/** A request that was not sent because its body has errors. */
export class InvalidBodyError extends Error {
  readonly method: string;
  readonly url: string;
  readonly report: Report;
  constructor(request: Sent, report: Report) {
    super(`${request.method} ${request.url} was not sent: invalid ${report.kind} body: ${summary(report)}`);
    this.name = "InvalidBodyError";
    this.method = request.method;
    this.url = request.url;
    this.report = report;
  }
}

const defaultMaxBody = 8 << 20;

/** The type of each option that the engine does not check. */
const types = {
  throw: "boolean", reportOnly: "boolean", streams: "boolean", maxBody: "number", onReport: "function", onUnchecked: "function",
} satisfies Record<Exclude<keyof PreflightOptions, keyof Checks>, string>;

/** Throws for what is mistyped, as far as it can be told without the engine. */
function checkOptions(fetch: unknown, options: PreflightOptions): void {
  const expect = (what: string, value: unknown, type: string) => {
    if (value !== undefined && typeof value !== type) throw new LinqlintError("argument", `${what} is of type ${typeof value}, expected a ${type}`);
  };
  expect("the first argument of preflight", fetch, "function");
  refuseUnknown("preflight", options, [...Object.keys(types), ...checkNames]);
  for (const [name, type] of Object.entries(types)) expect(JSON.stringify(name), options[name as keyof typeof types], type);
}

/**
 * Returns a fetch that checks each body for an endpoint of the API before
 * fetch, globalThis.fetch where left out, sends it once. A body with errors is
 * not sent: the response has the status and the envelope that the API's would
 * have, with the report in its member "report", and says not to try again.
 * Warnings stop nothing. Other requests are passed on as they are. An option that
 * does not exist throws; a value that the engine refuses rejects the first request.
 */
export function preflight(fetch?: Fetch, options: PreflightOptions = {}): Fetch {
  checkOptions(fetch, options);
  const max = options.maxBody ?? defaultMaxBody;
  if (!(max > 0)) throw new RangeError(`maxBody is ${max}, expected a positive number of bytes`);
  const next: Fetch = (input, init) => (fetch === undefined ? globalThis.fetch(input, init) : fetch(input, init));
  return (input, init) => {
    const request = isRequest(input) ? input : undefined;
    const method = init?.method ?? request?.method ?? "GET";
    const url = request?.url ?? String(input);
    const kind = endpoint(method, url);
    return kind === undefined ? next(input, init) : check({ method, url, kind }, input, init);
  };

  async function check(sent: Sent, input: string | URL | Request, init: RequestInit | undefined): Promise<Response> {
    const headers = new Headers(init?.headers ?? (isRequest(input) ? input.headers : undefined));
    const unreadable = notJSON(headers);
    const body = unreadable === undefined ? await read(input, init, max, options.streams ?? false) : { reason: unreadable };
    const report = "reason" in body ? body.reason : await lint(body, sent.kind, options);
    if (typeof report === "string") {
      options.onUnchecked?.(sent, report);
      return next(input, replaced(input, init, body.send));
    }
    (init?.signal === undefined && isRequest(input) ? input.signal : init?.signal)?.throwIfAborted(); // as fetch does
    options.onReport?.(sent, report);
    const first = report.diagnostics.find((d) => d.severity === "error");
    if (first === undefined || options.reportOnly) return next(input, replaced(input, init, body.send));
    if (options.throw) throw new InvalidBodyError(sent, report);
    return refusal(report, first);
  }
}

/** The report of a body, or why it is not checked. */
async function lint(body: Read, kind: Kind, options: Checks): Promise<Report | string> {
  try {
    return await call<Report>({ op: "lint", ...checkArgs(body.text, { ...options, kind }), bytes: body.bytes });
  } catch (error) {
    // Only the length of a request is ours to get wrong.
    if (error instanceof LinqlintError && error.code === "request") return "it is over the limit";
    throw error;
  }
}

/** init with the bytes that were read, where the body can be read only once. */
function replaced(input: string | URL | Request, init: RequestInit | undefined, body: BodyInit | undefined): RequestInit | undefined {
  if (body === undefined) return init;
  // A Request with another init forgets its referrer.
  const kept = isRequest(input) ? { referrer: input.referrer, referrerPolicy: input.referrerPolicy } : {};
  return { ...kept, ...init, body };
}

/** The response that the API would give to a body whose first error is d. */
function refusal(report: Report, d: Diagnostic): Response {
  const byCode = (code: number) => data.errors.find((e) => e.code === code);
  const { status, code, message, doc_url } = byCode(d.api_code) ?? byCode(data.other)!;
  const trace = crypto.getRandomValues(new Uint8Array(16)).reduce((hex, byte) => hex + byte.toString(16).padStart(2, "0"), "");
  const body = JSON.stringify({ success: false, error: { status, code, message, doc_url }, trace_id: trace, report });
  const headers = { "content-type": "application/json", "x-should-retry": "false", "linqlint-detail": detail(d) };
  return new Response(body, { status, headers });
}

/** The first error in printable ASCII, as headers need. */
function detail(d: Diagnostic): string {
  const text = [d.rule, ...(d.pointer === "" ? [] : [d.pointer]), d.message].join(": ").slice(0, 1024);
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function summary(report: Report): string {
  const [first, ...more] = report.diagnostics.filter((d) => d.severity === "error");
  if (first === undefined) return "";
  const text = `${first.pointer === "" ? "" : `${first.pointer}: `}${first.message} (${first.rule})`;
  const left = more.length + report.truncated;
  return left === 0 ? text : `${text}, and ${left === 1 ? "one more problem" : `${left} more problems`}`;
}
