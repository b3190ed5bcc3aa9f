/** What a paste into the JSON offers: the body of a curl command, or a message from Markdown or plain text. */
import { text } from "../state/document";
import { openAndSay } from "../state/open";
import { curlBody, looksLikeProse } from "../state/paste";
import { fromMarkdown } from "../state/markdown";
import { say } from "../state/ui";

export function listenToPastes(): void {
  window.addEventListener("paste", (event) => {
    // Into a field of the form or the Markdown it goes as it is.
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    const body = curlBody(pasted);
    if (body !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      return openAndSay(body, "", "The body was taken from the curl command.");
    }
    // After the editor has it: only where it took the place of everything.
    setTimeout(() => {
      if (!looksLikeProse(pasted) || text.peek().trim() !== pasted.trim().replaceAll("\r\n", "\n")) return;
      say("This is text, not JSON.", "good", { label: "Make it a message", run: () => void fromMarkdown(pasted) });
    });
  }, { capture: true });
}
