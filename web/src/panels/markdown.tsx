import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { StyledText } from "../preview/text";
import { sentenceOf } from "../engine/client";
import { readContent } from "../state/body";
import { content } from "../state/document";
import type { Json } from "../state/json";
import { partsOf, writeParts } from "../state/markdown";

const source = signal("**Your order has shipped** 🎉\n\n- arrives on _Tuesday_\n- ~~two~~ one parcel\n");

/** The parts that the Markdown would make, before they take the place of the others. */
function Result({ parts }: { parts: Json[] }) {
  return (
    <ol class="markdown-result" aria-label="The parts it makes">
      {readContent({ parts }).parts.map((part) => (
        <li key={part.index}><span class="quiet mono">{part.type}</span> <span class="markdown-text">{part.type === "text" ? <StyledText value={part.value} decorations={part.decorations} /> : part.url || part.value}</span></li>
      ))}
    </ol>
  );
}

/** Turns Markdown into parts with decorations. */
export function MarkdownPanel() {
  const [parts, setParts] = useState<Json[]>();
  const [failed, setFailed] = useState("");
  useEffect(() => {
    let here = true;
    partsOf(source.value).then((made) => here && (setParts(made), setFailed("")), (error: unknown) => here && (setParts(undefined), setFailed(sentenceOf(error))));
    return () => void (here = false);
  }, [source.value]);
  return (
    <div class="markdown">
      <div class="panel-bar">
        <span class="panel-summary">Markdown becomes text with ranges and media parts.</span>
        <button type="button" class="button button-small button-primary" disabled={parts === undefined} onClick={() => parts !== undefined && writeParts(parts, content.peek())}>Replace the parts</button>
      </div>
      <textarea class="markdown-source mono" aria-label="Markdown" spellcheck={false} value={source.value}
        onInput={(e) => (source.value = e.currentTarget.value)} />
      {failed !== "" ? <p class="panel-note" role="alert">{failed}</p> : parts !== undefined && <Result parts={parts} />}
    </div>
  );
}
