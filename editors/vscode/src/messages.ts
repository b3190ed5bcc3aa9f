/** What the extension and the preview say to each other. */
import type { Edit } from "../../../web/src/engine/protocol";

export type ToPreview =
  | { type: "document"; text: string; version: number; kind: string }
  | { type: "answer"; id: number; text: string };

export type FromPreview =
  | { type: "ready" }
  | { type: "ask"; id: number; op: string; args: object }
  | { type: "edit"; version: number; edit: Edit }
  | { type: "reveal"; start: number; end: number }
  | { type: "say"; text: string }
  | { type: "problems" };
