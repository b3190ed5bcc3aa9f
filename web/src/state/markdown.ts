/** Turns Markdown or plain text into the parts of the message. */
import { sentenceOf } from "../engine/client";
import type { Content } from "./body";
import { set } from "./document";
import { engine } from "./engine";
import { pretty } from "./pretty";
import type { Json } from "./json";
import { openAndSay, undoStep } from "./open";
import { say, sayStep } from "./ui";

/** The parts that Markdown makes. */
export async function partsOf(markdown: string): Promise<Json[]> {
  const { body } = await engine.ask("read", { markdown });
  return (JSON.parse(body) as { parts: Json[] }).parts;
}

/** Writes parts into the message, or into a new one; as one step. */
export function writeParts(parts: Json[], into: Content | undefined): void {
  const done = `${parts.length} part${parts.length === 1 ? "" : "s"} written.`;
  if (into === undefined || !set([...into.path, "parts"], parts)) return openAndSay(pretty({ to: [""], message: { parts } }), "", done);
  sayStep(done, undoStep);
}

/** A new message from a text. */
export async function fromMarkdown(markdown: string): Promise<void> {
  try {
    openAndSay(pretty({ to: [""], message: { parts: await partsOf(markdown) } }), "", "The text is a message now.");
  } catch (error) {
    say(sentenceOf(error), "bad");
  }
}
