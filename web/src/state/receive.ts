/** Takes in what is dropped or chosen: a body, records, or a picture for a part. */
import { content } from "./document";
import { drawPicture } from "./drawn";
import { open, openAndSay } from "./open";
import { curlBody, ndjson } from "./paste";
import { openRecords } from "./records";
import { say } from "./ui";

/** Larger files are not request bodies. */
const MOST_BYTES = 32 << 20;

export async function receive(files: File[], part: number | undefined): Promise<void> {
  const file = files[0];
  if (file === undefined) return;
  if (file.type.startsWith("image/")) return picture(file, part);
  if (file.size > MOST_BYTES) return say(`${file.name} has ${file.size.toLocaleString("en")} bytes; at most ${MOST_BYTES.toLocaleString("en")} are read.`, "bad");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return say(`${file.name} is not a UTF-8 text file.`, "bad");
  }
  if (text.includes("\0")) return say(`${file.name} is not a text file.`, "bad");
  take(text, file.name);
}

/** Opens a text: a curl command's body, the records of an NDJSON file, or a body. */
function take(text: string, name: string): void {
  const body = curlBody(text);
  if (body !== undefined) return openAndSay(body, "", "The body was taken from the curl command.");
  const lines = ndjson(text);
  if (/\.(ndjson|jsonl)$/i.test(name) && lines.length > 0) return openRecords(name, lines);
  open(text);
}

/** Draws a picture in place of a media part's placeholder. It stays in the page. */
export function picture(file: File, part: number | undefined): void {
  const shows = content.peek()?.parts.filter((p) => p.type === "media" || p.type === "imessage_app") ?? [];
  const target = shows.find((p) => p.index === part) ?? shows[0];
  if (target === undefined) return say("There is no media part to draw the picture in.", "bad");
  drawPicture(target.index, URL.createObjectURL(file));
}
