/** What the page shows, and where the reader is. */
import { computed, signal } from "@preact/signals";
import type { Span } from "./decorate";
import { version } from "./document";

export type Tab = "problems" | "forecast" | "code" | "split" | "markdown" | "rule";
export type Service = "iMessage" | "RCS" | "SMS";
export type View = Service | "all";
export type Region = "message" | "editor" | "more";
export type DialogName = "gallery" | "share" | "recent" | "about" | "guesses" | "settings" | "picture";

export interface Selected extends Span {
  /** The part's index. */
  part: number;
}

export const tab = signal<Tab>("problems");
export const ruleShown = signal<string | undefined>(undefined);
export const editing = signal<"json" | "form">("json");
export const region = signal<Region>("message");
export const view = signal<View>("iMessage");
/** The appearance of the message; the page's where undefined. */
export const appearance = signal<"light" | "dark" | undefined>(undefined);
/** Counts how often animations and effects were started again. */
export const replays = signal(0);
export const selected = signal<Selected | undefined>(undefined);
export const dialog = signal<DialogName | undefined>(undefined);

export interface Action {
  label: string;
  run(): void;
}

export interface Notice {
  text: string;
  tone: "good" | "bad";
  action?: Action | undefined;
  /** The history's version that the action belongs to; with another the action is gone. */
  version?: number | undefined;
}

const said = signal<Notice | undefined>(undefined);

/** The notice, without an action whose time is over. */
export const notice = computed<Notice | undefined>(() => {
  const current = said.value;
  if (current?.version === undefined || current.version === version.value) return current;
  return undefined;
});

export function say(text: string, tone: "good" | "bad" = "good", action?: Action): void {
  said.value = { text, tone, action };
}

/** Says what a step of the history did, with a button that takes it back. */
export function sayStep(text: string, undo: () => void): void {
  said.value = { text, tone: "good", action: { label: "Undo", run: undo }, version: version.peek() };
}

/** Closes the notice; if one is given, only while it is that one. */
export function closeNotice(only?: Notice): void {
  if (only === undefined || said.peek() === only) said.value = undefined;
}
