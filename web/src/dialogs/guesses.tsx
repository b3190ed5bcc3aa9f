import { useEffect, useState } from "preact/hooks";
import { reasonOf } from "../engine/client";
import { text, write } from "../state/document";
import { checkedAs, engine } from "../state/engine";
import { diffLines, type DiffLine } from "../state/diff";
import { undoStep } from "../state/open";
import { dialog, sayStep } from "../state/ui";
import { Dialog } from "../ui/dialog";

const close = (): void => void (dialog.value = undefined);
const signs = { same: " ", removed: "−", added: "+" } as const;

function Line({ line }: { line: DiffLine }) {
  return <span class={`diff-line diff-${line.change}`}><span class="diff-sign" aria-hidden="true">{signs[line.change]}</span>{line.change !== "same" && <span class="visually-hidden">{line.change}: </span>}{line.text}{"\n"}</span>;
}

/** What every fix would change, those that guess included, before it is applied. */
export function Guesses() {
  const [fixed, setFixed] = useState<{ from: string; body: string; applied: number; left: number }>();
  const [failed, setFailed] = useState("");
  useEffect(() => {
    let here = true;
    const from = text.peek();
    engine.ask("fix", { body: from, ...checkedAs(), unsafe: true }).then((result) => {
      if (here) setFixed({ from, body: result.body, applied: result.applied, left: result.report.diagnostics.filter((d) => d.severity === "error").length });
    }, (error: unknown) => here && setFailed(reasonOf(error)));
    return () => void (here = false);
  }, []);
  const apply = (): void => {
    if (fixed === undefined || text.peek() !== fixed.from) return close();
    write(fixed.body);
    close();
    sayStep(`${fixed.applied} fix${fixed.applied === 1 ? "" : "es"} applied.`, undoStep);
  };
  return (
    <Dialog title="Fixes that guess" onClose={close}>
      <p class="quiet">These fixes guess what was meant. Look at what would change first.</p>
      {failed !== "" && <p role="alert">The fixes could not be made: {failed}.</p>}
      {fixed !== undefined && (
        <>
          <pre class="code-block diff" role="region" tabIndex={0} aria-label="What would change">{diffLines(fixed.from, fixed.body).map((line, i) => <Line key={i} line={line} />)}</pre>
          <p class="quiet">{fixed.left === 0 ? "No errors would be left." : `${fixed.left} error${fixed.left === 1 ? "" : "s"} would be left.`}</p>
          <div class="button-row">
            <button type="button" class="button button-primary" onClick={apply}>Apply {fixed.applied} fix{fixed.applied === 1 ? "" : "es"}</button>
            <button type="button" class="button" onClick={close}>Cancel</button>
          </div>
        </>
      )}
    </Dialog>
  );
}
