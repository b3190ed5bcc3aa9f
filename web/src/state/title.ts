import { readContent } from "./body";
import { isObject, parseBody } from "./json";

const MOST = 60;

/** Names a text by its first words, as a list shows it. */
export function titleOf(text: string, kind: string): string {
  const { value } = parseBody(text);
  const words = isObject(value) ? wordsOf(value) : text.trim();
  const line = words.replace(/\s+/g, " ").trim();
  if (line === "") return kind || "Empty body";
  return line.length > MOST ? `${line.slice(0, MOST).replace(/[\ud800-\udbff]$/, "")}…` : line;
}

function wordsOf(body: Parameters<typeof readContent>[0]): string {
  const content = readContent(body);
  const said = content.parts.find((p) => p.value !== "")?.value ?? content.parts[0]?.layout.caption;
  if (said !== undefined && said !== "") return said;
  if (typeof body.text === "string" && body.text !== "") return body.text;
  if (content.to.length > 0) return `To ${content.to.join(", ")}`;
  return JSON.stringify(body);
}
