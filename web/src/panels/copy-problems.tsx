import { text } from "../state/document";
import { report, rules, summary } from "../state/engine";
import { asJSON, asSARIF, asText } from "../state/problems-as";
import { touchAll } from "../state/untouched";
import { useCopy } from "../ui/copy";
import { Icon } from "../ui/icons";
import { Menu } from "../ui/menu";

/** Copies the problems as text, JSON or SARIF. */
export function CopyProblems() {
  const [copied, copy] = useCopy();
  const made = {
    text: () => asText(report.peek(), summary.peek()),
    JSON: () => asJSON(report.peek()),
    SARIF: () => asSARIF(report.peek(), text.peek(), rules.peek()),
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
