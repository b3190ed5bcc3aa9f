import { useEffect, useState } from "preact/hooks";
import { drawing, png } from "../preview/drawing";
import { download } from "../wiring/files";
import { dialog, say } from "../state/ui";
import { Dialog } from "../ui/dialog";

interface Made {
  svg: string;
  width: number;
  height: number;
}

/** A picture of the message as it is shown, to copy or to save. */
export function PictureDialog() {
  const [made, setMade] = useState<Made>();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const canvas = document.querySelector<HTMLElement>(".canvas");
    if (canvas !== null) setMade(drawing(canvas));
  }, []);
  const failed = (error: unknown): void => say(`The picture was not made: ${error instanceof Error ? error.message : String(error)}`, "bad");
  const copy = async (): Promise<void> => {
    if (made === undefined) return;
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png(made.svg, made.width, made.height) })]);
      setCopied(true);
    } catch (error) {
      failed(error);
    }
  };
  const save = async (as: "png" | "svg"): Promise<void> => {
    if (made === undefined) return;
    try {
      download(`message.${as}`, as === "svg" ? new Blob([made.svg], { type: "image/svg+xml" }) : await png(made.svg, made.width, made.height));
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Dialog title="Picture of the message" onClose={() => (dialog.value = undefined)}>
      {made !== undefined && (
        <>
          <img class="picture-made" alt="The message as it is shown" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(made.svg)}`} />
          <div class="button-row">
            <button type="button" class="button button-primary" onClick={() => void copy()}>{copied ? "Copied" : "Copy as PNG"}</button>
            <button type="button" class="button" onClick={() => void save("png")}>Save as PNG</button>
            <button type="button" class="button" onClick={() => void save("svg")}>Save as SVG</button>
          </div>
          <p class="quiet" role="status">{copied ? "Copied to the clipboard" : "It shows phone numbers and texts as they are."}</p>
        </>
      )}
    </Dialog>
  );
}
