import { useEffect, useState } from "preact/hooks";
import { stale } from "../engine/client";
import type { Split } from "../engine/protocol";
import { engine, kind, open, text } from "../state/workspace";
import { CopyButton } from "../ui/copy";

/** The least sequence of messages that says the same within the limits. */
export function SplitPanel() {
  const [split, setSplit] = useState<Split>();
  const [why, setWhy] = useState("");
  const [body, of] = [text.value, kind.value];
  useEffect(() => {
    let here = true;
    engine.latest("split", () => engine.ask("split", { body, kind: of })).then(
      (answer) => {
        if (!here || answer === stale) return;
        setSplit(answer);
        setWhy("");
      },
      (error: Error) => here && (setSplit(undefined), setWhy(error.message)),
    );
    return () => void (here = false);
  }, [body, of]);
  if (split === undefined) return <p class="panel-empty quiet">{why || "Looking at the message."}</p>;
  return (
    <div class="split">
      <div class="panel-bar">
        <span class="panel-summary">{split.messages.length === 1 ? "One message is enough." : `${split.messages.length} messages, in this order.`}</span>
        {split.messages.length > 0 && <CopyButton text={split.messages.map((m) => m.body).join("\n") + "\n"} what="NDJSON" />}
      </div>
      <ol class="split-list">
        {split.messages.map((m, i) => (
          <li key={i}>
            <div class="split-head"><strong>{i + 1}</strong> <span class="mono">{m.kind}</span>
              <button type="button" class="button button-small" onClick={() => open(m.body, m.kind)}>Open</button></div>
            <pre class="code-block" tabIndex={0} aria-label={`Message ${i + 1}`}><code>{m.body}</code></pre>
          </li>
        ))}
      </ol>
      {split.rest.map((r, i) => <div key={i} class="split-rest"><strong>{r.reason}</strong><code>{r.body}</code></div>)}
    </div>
  );
}
