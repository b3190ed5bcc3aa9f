import { signal } from "@preact/signals";
import { pretty } from "../gallery/samples";
import { useState } from "preact/hooks";
import type { Json } from "../state/body";
import { content, engine, open, say, set, value } from "../state/workspace";

const source = signal("**Your order has shipped** 🎉\n\n- arrives on _Tuesday_\n- ~~two~~ one parcel\n");

/** Turns Markdown into parts with decorations; its module is fetched on first use. */
export function MarkdownPanel() {
  const [busy, setBusy] = useState(false);
  const insert = async (): Promise<void> => {
    setBusy(true);
    try {
      const { body } = await engine.askMarkdown<{ body: string }>("read", { markdown: source.value });
      const { parts } = JSON.parse(body) as { parts: Json[] };
      const it = content.value;
      if (it === undefined || value.value === undefined) open(pretty({ message: { parts } }));
      else set([...it.path, "parts"], parts);
      say(`${parts.length} part${parts.length === 1 ? "" : "s"} written. Undo takes them back.`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "bad");
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="markdown">
      <div class="panel-bar">
        <span class="panel-summary">Markdown becomes text, ranges and media parts.</span>
        <button type="button" class="button button-small" disabled={busy} onClick={() => void insert()}>{busy ? "Reading…" : "Write it into the message"}</button>
      </div>
      <textarea class="markdown-source mono" aria-label="Markdown" spellcheck={false} value={source.value}
        onInput={(e) => (source.value = e.currentTarget.value)} />
    </div>
  );
}
