/** Takes in what is dropped or chosen: a body, records, or a picture for a part. */
import { content } from "./document";
import { drawPicture } from "./drawn";
import { openAndSay, undoStep } from "./open";
import { curlBody, ndjson } from "./paste";
import { openRecords } from "./records";
import { say, sayStep } from "./ui";

/** Larger files are not request bodies. */
const MOST_BYTES = 32 << 20;

const isPicture = (file: File): boolean => file.type.startsWith("image/");

export async function receive(files: File[], part: number | undefined): Promise<void> {
  const file = files.find((f) => !isPicture(f)) ?? files[0];
  if (file === undefined) return;
  const others = files.length === 1 ? "" : ` The other ${files.length === 2 ? "file is" : `${files.length - 1} files are`} not read: open one at a time.`;
  if (isPicture(file)) return picture(file, part, others);
  if (file.size > MOST_BYTES) return say(`${file.name} has ${file.size.toLocaleString("en")} bytes; at most ${MOST_BYTES.toLocaleString("en")} are read.`, "bad");
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return say(`${file.name} cannot be read. If it is a folder, open a file of it.`, "bad");
  }
  const text = decoded(bytes);
  if (text === undefined) return say(`${file.name} is not a UTF-8 text file${isUTF16(bytes) ? " but UTF-16: save it as UTF-8, which the API takes" : ""}.`, "bad");
  if (text.trim() === "") return say(`${file.name} is empty.`, "bad");
  take(text, file.name, others);
}

/** The text of a file in UTF-8; a byte order mark is not part of it. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Whether a file says so by its byte order mark, or has a zero in every other of its first bytes. */
function isUTF16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length >= 4 && (a === 0) !== (b === 0) && (a === 0) === (c === 0) && (b === 0) === (d === 0));
}

/** Opens a text: a curl command's body, the records of an NDJSON file, or a body. */
function take(text: string, name: string, others: string): void {
  const body = curlBody(text);
  if (body !== undefined) return openAndSay(body, "", `The body was taken from the curl command.${others}`);
  if (/\.(ndjson|jsonl)$/i.test(name)) {
    openRecords(name, ndjson(text));
    return sayStep(`${name} is open.${others}`, undoStep);
  }
  openAndSay(text, "", `${name} is open.${others}`);
}

/** Draws a picture in place of a media part's placeholder. It stays in the page. */
export function picture(file: File, part: number | undefined, others = ""): void {
  const shows = content.peek()?.parts.filter((p) => p.type === "media" || p.type === "imessage_app") ?? [];
  const target = shows.find((p) => p.index === part) ?? shows[0];
  if (target === undefined) return say("There is no media part to draw the picture in.", "bad");
  drawPicture(target.index, URL.createObjectURL(file));
  if (others !== "") say(`${file.name} is drawn in part ${target.index + 1}.${others}`);
}
