import { say } from "../state/workspace";
import { Icon } from "./icons";

/** Copies a text; says so. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied.`);
  } catch {
    say(`The browser did not let the page copy. Select the text and copy it.`, "bad");
  }
}

export function CopyButton({ text, what }: { text: string; what: string }) {
  return (
    <button type="button" class="button button-small" onClick={() => void copyText(text, what)}>
      <Icon name="copy" size={14} /> Copy
    </button>
  );
}
