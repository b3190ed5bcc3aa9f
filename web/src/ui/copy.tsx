import { useEffect, useState } from "preact/hooks";
import { say } from "../state/ui";
import { Icon } from "./icons";

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    say("The browser did not let the page copy. Select the text and copy it.", "bad");
    return false;
  }
}

/** Copies a text; the first value says for two seconds that it did. */
export function useCopy(): [copied: boolean, copy: (text: string) => Promise<void>] {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string): Promise<void> => {
    if (await writeClipboard(text)) setCopied((n) => n + 1);
  };
  return [copied > 0, copy];
}

/** A button that copies and says so, on itself and to screen readers. */
export function CopyButton({ text, label = "Copy", primary = false }: { text: string; label?: string; primary?: boolean }) {
  const [copied, copy] = useCopy();
  return (
    <>
      <button type="button" class={`button ${primary ? "button-primary" : "button-small"}`} disabled={text === ""} onClick={() => void copy(text)}>
        <Icon name={copied ? "check" : "copy"} size={14} /> {copied ? "Copied" : label}
      </button>
      <span class="visually-hidden" role="status">{copied ? "Copied to the clipboard" : ""}</span>
    </>
  );
}
