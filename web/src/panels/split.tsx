import { useEffect, useState } from "preact/hooks";
import { sentenceOf, stale } from "../engine/client";
import type { Split } from "../engine/protocol";
import { text } from "../state/document";
import { engine, kind } from "../state/engine";
import { openAndSay } from "../state/open";
import { readable } from "../state/text";
import { CopyButton } from "../ui/copy";

/** The library's words for parts that it does not read. */
const RAW = "parts is given as JSON, which is not split";

/** The shortest sequence of messages that has the same content within the limits. */
export function SplitPanel() {
  const [split, setSplit] = useState<Split>();
  const [why, setWhy] = useState("");
  const [body, checked] = [text.value, kind.value];
  useEffect(() => {
    let here = true;
    engine.latest("split", "split", { body, kind: checked }).then(
      (result) => {
        if (!here || result === stale) return;
        setSplit(result);
        setWhy("");
      },
      (error: unknown) => here && (setSplit(undefined), setWhy(sentenceOf(error))),
    );
    return () => void (here = false);
  }, [body, checked]);
  if (split === undefined) return <p class="panel-empty quiet">{why || "Splitting the message."}</p>;
  if (split.messages.length === 0) return <p class="panel-empty quiet">This body cannot be split: {split.rest[0]?.reason.replace(RAW, "its parts are not a list of parts") ?? "it sends nothing"}.</p>;
  return (
    <div class="split">
      <div class="panel-bar">
        <span class="panel-summary">{split.messages.length === 1 ? "One message is enough." : `${split.messages.length} messages, in this order.`}</span>
        <CopyButton text={split.messages.map((m) => m.body).join("\n") + "\n"} label="Copy as NDJSON" />
      </div>
      <ol class="split-list">
        {split.messages.map((m, i) => (
          <li key={i}>
            <div class="split-head"><strong>{i + 1}</strong> <span class="mono">{m.kind}</span>
              <button type="button" class="button button-small" onClick={() => openAndSay(readable(m.body), m.kind, `Message ${i + 1} of ${split.messages.length} is open.`)}>Open</button></div>
            <pre class="code-block" role="region" tabIndex={0} aria-label={`Message ${i + 1}`}><code>{m.body}</code></pre>
          </li>
        ))}
      </ol>
      {split.rest.map((r, i) => <div key={i} class="split-rest"><strong>{r.reason}</strong><code>{r.body}</code></div>)}
    </div>
  );
}
