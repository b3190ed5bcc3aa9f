import { batch } from "@preact/signals";
import { curlBody, ndjson } from "./paste";
import { content, drop, engine, open, records, region, say } from "./workspace";

/** Larger files are no request bodies. */
const MOST_BYTES = 32 << 20;
const MOST_RECORDS = 5000;

/** Takes in what was dropped: a body, records, or a picture for a part. */
export async function receive(files: File[], part: number | undefined): Promise<void> {
  const file = files[0];
  if (file === undefined) return;
  if (file.type.startsWith("image/")) return picture(file, part);
  if (file.size > MOST_BYTES) return say(`${file.name} has ${file.size.toLocaleString("en")} bytes, at most ${MOST_BYTES.toLocaleString("en")} are read.`, "bad");
  take(await file.text(), file.name);
}

/** Opens a text: a curl command's body, records one a line, or a body. */
export function take(text: string, name: string): void {
  const body = curlBody(text);
  if (body !== undefined) {
    open(body);
    return say("The body was taken out of the curl command.");
  }
  const lines = ndjson(text);
  if (/\.(ndjson|jsonl)$/i.test(name) && lines.length > 0) return openRecords(name, lines);
  records.value = undefined;
  open(text);
}

function openRecords(name: string, all: string[]): void {
  const lines = all.slice(0, MOST_RECORDS);
  if (lines.length < all.length) say(`The first ${MOST_RECORDS} of ${all.length} records are listed.`, "bad");
  batch(() => {
    records.value = { name, lines, errors: lines.map(() => undefined), at: 0 };
    region.value = "editor";
  });
  openRecord(0);
  void judge(name, lines);
}

/** Checks the records in the background, a few at a time. */
async function judge(name: string, lines: string[]): Promise<void> {
  const step = 50;
  for (let from = 0; from < lines.length; from += step) {
    const found = await Promise.all(lines.slice(from, from + step).map(async (body) => {
      const report = await engine.ask("lint", { body });
      return report.diagnostics.filter((d) => d.severity === "error").length;
    }));
    const now = records.value;
    if (now === undefined || now.name !== name || now.lines !== lines) return;
    const errors = [...now.errors];
    found.forEach((n, i) => (errors[from + i] = n));
    records.value = { ...now, errors };
  }
}

export function openRecord(at: number): void {
  const now = records.value;
  const line = now?.lines[at];
  if (now === undefined || line === undefined) return;
  records.value = { ...now, at };
  let text = line;
  try {
    text = JSON.stringify(JSON.parse(line), null, 2);
  } catch {
    // A broken record is shown as it stands.
  }
  open(text);
}

/** Draws a picture in place of a media part's placeholder. It stays in the page. */
function picture(file: File, part: number | undefined): void {
  const media = content.value?.parts.filter((p) => p.type === "media") ?? [];
  const target = media.find((p) => p.index === part) ?? media[0];
  if (target === undefined) return say("There is no media part to draw the picture in.", "bad");
  drop(target.index, URL.createObjectURL(file));
}
