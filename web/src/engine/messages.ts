/** What the page and its workers send each other. */
import type { Limits } from "../state/digest";
import type { Delta } from "./delta";
import type { Edit } from "./protocol";

/** The engine checks; the tools do what is asked for once its first report is drawn, and are fetched with their first request. */
export type ModuleName = "linqlint" | "tools";

/** What is compiled, with which another worker starts at once. */
export type Modules = Partial<Record<ModuleName, WebAssembly.Module>>;

export interface Request {
  id: number;
  op: string;
  /** Written as JSON in the worker, where it blocks nobody. */
  args: object;
  /** The change from the last long body that the worker got to the one in the arguments, which is left out then. */
  edit?: Edit | undefined;
  module: ModuleName;
  /** How much of the body in the arguments the worker reads for the page. */
  read?: Limits | undefined;
}

export type Response =
  | { type: "progress"; loaded: number; total: number }
  | { type: "compiled"; name: ModuleName; module: WebAssembly.Module }
  | { type: "ready" }
  | { type: "failed"; message: string }
  | { type: "answer"; id: number; text: string }
  /** A report, of a body that the worker read too. */
  | { type: "report"; id: number; delta: Delta }
  | { type: "died"; id: number; message: string };
