import { useEffect, useState } from "preact/hooks";
import { pack } from "../state/link";
import { dialog, engine, kindChoice, report, summary, text } from "../state/workspace";
import { copyText } from "../ui/copy";
import { Dialog } from "../ui/dialog";

/** The text of an issue: the body and what is wrong with it. */
export function issueText(link: string, body: string): string {
  const fence = body.includes("```") ? "~~~~" : "```";
  const findings = report.value.diagnostics.map((d) => `- ${d.severity} \`${d.rule}\`${d.pointer === "" ? "" : ` at \`${d.pointer}\``}: ${d.message}`);
  return `${summary.value} (${report.value.kind || "no kind"})\n\n${findings.join("\n")}\n\n${fence}json\n${body}\n${fence}\n\n[Open in the linqlint playground](${link})\n`;
}

/** A link that holds the body itself, in its fragment. */
export function Share() {
  const [show, setShow] = useState(false);
  const [link, setLink] = useState("");
  const [body, setBody] = useState("");
  const [masked, setMasked] = useState(0);
  useEffect(() => {
    let here = true;
    void (async () => {
      const made = await engine.ask("encode", { body: text.value, kind: kindChoice.value, mask: !show });
      const fragment = await pack(made.payload);
      if (!here) return;
      setLink(`${location.origin}${location.pathname}#${fragment}`);
      setBody(made.body);
      setMasked(made.masked);
    })();
    return () => void (here = false);
  }, [show, text.value]);
  return (
    <Dialog title="Share" onClose={() => (dialog.value = undefined)}>
      <p>The body travels in the part of the link behind the #, which no server gets to see.</p>
      <label class="check"><input type="checkbox" checked={show} onChange={(e) => setShow(e.currentTarget.checked)} />
        <span>Keep phone numbers and email addresses as they are</span></label>
      <p class="quiet" aria-live="polite">{show ? "Whoever has the link sees every number in it." : masked === 0 ? "There is no number and no address in it." : `${masked} ${masked === 1 ? "is" : "are"} masked; ranges and findings stay the same.`}</p>
      <textarea class="share-link mono" readOnly aria-label="Link" rows={4} value={link} onFocus={(e) => e.currentTarget.select()} />
      <p class="quiet">{link.length.toLocaleString("en")} code units{link.length > 8000 ? ": some programs cut links this long" : ""}</p>
      <div class="button-row">
        <button type="button" class="button button-primary" disabled={link === ""} onClick={() => void copyText(link, "Link")}>Copy link</button>
        <button type="button" class="button" disabled={link === ""} onClick={() => void copyText(`[linqlint: ${summary.value}](${link})`, "Markdown link")}>Copy as Markdown link</button>
        <button type="button" class="button" disabled={link === ""} onClick={() => void copyText(issueText(link, body), "Issue text")}>Copy as issue text</button>
      </div>
    </Dialog>
  );
}
