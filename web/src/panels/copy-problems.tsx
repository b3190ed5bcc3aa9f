import { file, recordAt, text } from "../state/document";
import { report, reported, rules, summary } from "../state/engine";
import { asJSON, asSARIF, asText, type Subject } from "../state/problems-as";
import { touchAll } from "../state/untouched";
import { useCopy } from "../ui/copy";
import { Icon } from "../ui/icons";
import { Menu } from "../ui/menu";

const subject = (): Subject => ({ body: reported.peek() ?? text.peek(), file: file.peek()?.name, record: recordAt.peek() + 1 });

/** Copies the problems as text, JSON or SARIF. */
export function CopyProblems() {
  const [copied, copy] = useCopy();
  const made = {
    text: () => asText(report.peek(), summary.peek(), subject()),
    JSON: () => asJSON(report.peek(), subject()),
    SARIF: () => asSARIF(report.peek(), subject(), rules.peek()),
  };
  return (
    <>
      <Menu label={copied ? "Copied" : "Copy"} icon={<Icon name={copied ? "check" : "copy"} size={14} />} title="Copy the problems">
        {(Object.keys(made) as (keyof typeof made)[]).map((form) => (
          <button key={form} type="button" onClick={() => { touchAll(); void copy(made[form]()); }}>As {form}</button>
        ))}
      </Menu>
      <span class="visually-hidden" role="status">{copied ? "Copied to the clipboard" : ""}</span>
    </>
  );
}
