import { useEffect, useState } from "preact/hooks";
import { reasonOf } from "../engine/client";
import { kindChoice, text } from "../state/document";
import { engine, report, summary } from "../state/engine";
import { pack } from "../state/link";
import { dialog } from "../state/ui";
import { CopyButton } from "../ui/copy";
import { Dialog } from "../ui/dialog";

/** The text of an issue: the body and its problems. */
function issueText(link: string, body: string): string {
  const fence = body.includes("```") ? "~~~~" : "```";
  const problems = report.value.diagnostics.map((d) => `- ${d.severity} \`${d.rule}\`${d.pointer === "" ? "" : ` at \`${d.pointer}\``}: ${d.message}`);
  return `${summary.value} (${report.value.kind || "unknown kind"})\n\n${problems.join("\n")}\n\n${fence}json\n${body}\n${fence}\n\n[Open in the linqlint playground](${link})\n`;
}

/** What is masked, in words. */
function maskNote(mask: boolean, masked: number): string {
  if (!mask) return "Everybody who has the link sees the phone numbers and addresses in it.";
  if (masked === 0) return "The body has no phone numbers or email addresses.";
  return `${masked} phone number${masked === 1 ? " or address is" : "s and addresses are"} masked; ranges and problems stay the same.`;
}

/** A link that holds the body itself, in its fragment. */
export function Share() {
  const [mask, setMask] = useState(true);
  const [made, setMade] = useState({ link: "", body: "", masked: 0 });
  const [failed, setFailed] = useState("");
  useEffect(() => {
    let here = true;
    setFailed("");
    (async () => {
      const { payload, body, masked } = await engine.ask("encode", { body: text.value, kind: kindChoice.value, mask });
      const fragment = await pack(payload);
      if (here) setMade({ link: `${location.origin}${location.pathname}#${fragment}`, body, masked });
    })().catch((error: unknown) => { if (here) { setMade({ link: "", body: "", masked: 0 }); setFailed(reasonOf(error)); } });
    return () => void (here = false);
  }, [mask, text.value]);
  const { link, body, masked } = made;
  return (
    <Dialog title="Share" onClose={() => (dialog.value = undefined)}>
      <p>The link holds the body after its #, a part that browsers send to no server.</p>
      <label class="check"><input type="checkbox" checked={mask} onChange={(e) => setMask(e.currentTarget.checked)} /> <span>Mask phone numbers and addresses</span></label>
      <p class="quiet" aria-live="polite">{failed === "" && link !== "" && maskNote(mask, masked)}</p>
      {failed !== "" && <p role="alert">The link could not be made: {failed}.</p>}
      <textarea class="share-link mono" readOnly aria-label="Link" rows={4} value={link} onFocus={(e) => e.currentTarget.select()} />
      {link !== "" && <p class="quiet">{link.length.toLocaleString("en")} characters{link.length > 8000 ? ": some programs cut links this long" : ""}</p>}
      <div class="button-row">
        <CopyButton text={link} label="Copy link" primary />
        <CopyButton text={link === "" ? "" : `[linqlint: ${summary.value}](${link})`} label="Copy as Markdown link" />
        <CopyButton text={link === "" ? "" : issueText(link, body)} label="Copy as issue text" />
        <button type="button" class="button button-small" onClick={() => (dialog.value = "picture")}>Picture of the message…</button>
      </div>
    </Dialog>
  );
}
