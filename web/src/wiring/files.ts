/** Opens and saves files, with the File System Access API if the browser has it. */
import { file, text } from "../state/document";
import { receive, picture } from "../state/receive";
import { fileText } from "../state/records";
import { say } from "../state/ui";

interface SaveWindow {
  showSaveFilePicker?(options: object): Promise<{ createWritable(): Promise<{ write(data: string): Promise<void>; close(): Promise<void> }>; name: string }>;
}

/** What the page saves as. */
export const fileName = (): string => file.value?.name ?? "body.json";

/** Lets the reader choose a file. */
function choose(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.hidden = true;
    input.dataset.chooser = "";
    input.addEventListener("change", () => { resolve(input.files?.[0]); input.remove(); });
    input.addEventListener("cancel", () => { resolve(undefined); input.remove(); });
    document.body.append(input);
    input.click();
  });
}

export async function openFile(): Promise<void> {
  const chosen = await choose(".json,.jsonc,.ndjson,.jsonl,.txt,.sh,application/json,text/plain");
  if (chosen !== undefined) await receive([chosen], undefined);
}

/** Chooses a picture that is drawn for a part. */
export async function choosePicture(part: number): Promise<void> {
  const chosen = await choose("image/*");
  if (chosen !== undefined) picture(chosen, part);
}

/** Offers data as a download. */
export function download(name: string, data: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Saves the body, or all records of the file as NDJSON. */
export async function saveFile(): Promise<void> {
  const records = file.peek();
  const data = records === undefined ? text.peek() : fileText();
  const name = records?.name ?? "body.json";
  const picker = (window as SaveWindow).showSaveFilePicker;
  if (picker === undefined) return download(name, new Blob([data], { type: records === undefined ? "application/json" : "application/x-ndjson" }));
  try {
    const handle = await picker.call(window, { suggestedName: name });
    const stream = await handle.createWritable();
    await stream.write(data);
    await stream.close();
    say(`Saved as ${handle.name}.`);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return; // the reader chose not to
    say(`The file was not saved: ${error instanceof Error ? error.message : String(error)}`, "bad");
  }
}
