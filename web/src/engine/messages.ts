/** What the page and its workers send each other. */

/** The second module has Markdown, code and splitting; it is fetched with its first request. */
export interface Request {
  id: number;
  op: string;
  /** Written as JSON in the worker, where it blocks nobody. */
  args: object;
  module: "linqlint" | "markdown";
}

export type Response =
  | { type: "progress"; loaded: number; total: number }
  | { type: "ready"; module?: WebAssembly.Module }
  | { type: "failed"; message: string }
  | { type: "answer"; id: number; text: string }
  | { type: "died"; id: number; message: string };
