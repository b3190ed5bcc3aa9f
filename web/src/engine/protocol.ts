/** What internal/playground takes and gives. Places in a text are UTF-16 code units. */

export type Severity = "error" | "warning" | "note";

export interface Place {
  offset: number;
  line: number;
  column: number;
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Fix {
  title: string;
  safe: boolean;
  edits: Edit[];
}

export interface Related {
  message: string;
  pointer: string;
  start: Place;
  end: Place;
}

export interface Diagnostic {
  rule: string;
  severity: Severity;
  /** Why, for programs: the rule or a case of it. */
  reason: string;
  /** The values in the message, by name. */
  args: Record<string, unknown>;
  message: string;
  /** "" if there is none. */
  hint: string;
  pointer: string;
  start: Place;
  end: Place;
  /** 0 if there is none. */
  api_code: number;
  code_stated: boolean;
  doc_url: string;
  api_doc_url: string;
  related: Related[];
  fixes: Fix[];
}

export interface Report {
  kind: string;
  truncated: number;
  diagnostics: Diagnostic[];
}

export interface Example {
  title: string;
  kind: string;
  body: string;
}

export interface Rule {
  id: string;
  severity: Severity;
  title: string;
  help: string;
  api_code: number;
  code_stated: boolean;
  sources: { page: string; quote: string; read: string }[];
  bad: Example[];
  good: Example[];
}

export interface Member {
  name: string;
  type: string;
  elem?: string;
  object?: string;
  required: boolean;
  /** The part types that have the member; absent outside of parts. */
  parts?: string[];
  needs?: string[];
  min_len?: number;
  max_len?: number;
  min?: number;
  max?: number;
  enum?: string[];
  later?: string;
  doc: string;
}

export interface Kind {
  name: string;
  method: string;
  path: string;
  body: string;
  doc: string;
}

export type MediaClass = "image" | "video" | "audio" | "document" | "contact" | "unsupported";

export interface Registry {
  as_of: string;
  kinds: Kind[];
  objects: Record<string, { doc: string; members: Member[] }>;
  part_types: string[];
  services: string[];
  effects: { name: string; type: "screen" | "bubble" }[];
  styles: string[];
  animations: string[];
  reactions: string[];
  presigned_hosts: string[];
  extensions: Record<string, MediaClass>;
  /** The rules about bodies, which selectors of severities select. */
  rules: string[];
  /** The enums that further values can be known of. */
  known_enums: string[];
  limits: Record<"parts" | "url_media" | "text" | "link" | "idempotency_key" | "chat_to", number>;
}

export interface Measure {
  code_points: number;
  units: number;
  /** Where each grapheme cluster starts. */
  clusters: number[];
}

export type Fate = "arrives" | "unstated" | "changed" | "dropped" | "fails";

export interface Item {
  pointer: string;
  what: string;
  fate: Fate;
  message: string;
  api_code?: number;
  source: { page: string; quote: string; read: string };
}

export interface SMSText {
  pointer: string;
  encoding: string;
  unit: string;
  units: number;
  segments: number;
  per_segment: number;
  free: number;
  ucs2_code_points?: { code_point: string; text: string; count: number; range: [number, number] }[];
}

export interface Delivery {
  service: string;
  possible: boolean;
  reason: string;
  outcome: Fate;
  mms: boolean;
  items: Item[];
  texts?: SMSText[];
}

/** What each service makes of a body. */
export interface Forecast {
  forecast: { kind: string; preferred_service?: string; deliveries: Delivery[] };
  public_urls: number;
}

export interface Code {
  code: string;
}

export interface Split {
  messages: { kind: string; body: string }[];
  rest: { body: string; reason: string }[];
}

/** Names that the engine does not know yet: members of any object, extensions and hosts of media, and values by enum, such as "effect.name". */
export type Known = Partial<Record<
  | "members" | "media_extensions" | "presigned_hosts"
  | "part.type" | "effect.name" | "effect.type" | "decoration.style" | "decoration.animation"
  | "message.preferred_service" | "reaction.type" | "operation" | "attachment.content_type",
  string[]
>>;

/** How a body is checked, by every operation that checks one. */
export interface CheckOptions {
  body: string;
  /** The body has a code point for each byte. */
  bytes?: boolean;
  kind?: string;
  service?: string;
  notes?: boolean;
  new_chat?: boolean;
  strict?: boolean;
  only_payloads?: boolean;
  /** How many diagnostics are reported, the most severe ones. */
  max_diagnostics?: number;
  /** A day, YYYY-MM-DD. */
  as_of?: string;
  /** By rule or family ("decoration-*"); later ones win. */
  severities?: Record<string, Severity | "off">;
  known?: Known;
}

/** What a share link carries. */
export interface Shared {
  body: string;
  kind?: string;
}

/** What is valid of a linqlint.jsonc. */
export interface Settings {
  severities: Record<string, Severity | "off">;
  known: Known;
  /** Texts are "" where there is none: no files, no place, no last day (YYYY-MM-DD). */
  ignores: { rule: string; files: string; pointer: string; reason: string; expires: string }[];
  /** Kinds by glob; the last match wins. */
  kinds: { files: string; kind: string }[];
  /** Errors are about what was left out, warnings about what has no effect; both in source order. */
  diagnostics: Diagnostic[];
}

/** The operations by name: what they take, what they give. */
export interface Operations extends EngineOperations, ToolOperations {}

/** Those of the engine: they check, and are what the first report needs. */
export interface EngineOperations {
  lint: [CheckOptions, Report];
  measure: [{ texts: string[] }, Measure[]];
  decode: [{ payload: string }, Shared];
  settings: [{ text: string }, Settings];
  panic: [Record<string, never>, never];
}

/** Those of the second module: what is drawn later or a click asks for. */
export interface ToolOperations {
  fix: [CheckOptions & { unsafe?: boolean }, { body: string; applied: number; report: Report }];
  apply: [CheckOptions & { rule: string; pointer: string; offset: number; title: string }, { body: string }];
  forecast: [{ body: string; kind?: string }, Forecast];
  code: [{ body: string; kind?: string; lang: string }, Code];
  split: [{ body: string; kind?: string }, Split];
  /** Markdown to a bare message; the npm package and the extension have none. */
  read: [{ markdown: string }, { body: string }];
  encode: [Shared & { mask: boolean }, { payload: string; body: string; masked: number }];
}

export type Op = keyof Operations;
