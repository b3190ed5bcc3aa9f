/** Texts as the editor has them. */
import { formatted, parseBody } from "./json";

/** A text with the editor's line ends: with any other the engine's places would not be the editor's. */
export const unixLines = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** A longer line is shown as it is, in UTF-16 code units. */
const MOST_INDENTED = 100_000;

/** A body as it is edited: one that is on a single line and parses is indented, with every character but white space kept. */
export function readable(body: string): string {
  const text = unixLines(body);
  return text.includes("\n") || text.length > MOST_INDENTED || parseBody(text).broken ? text : formatted(text);
}
