import { useEffect, useRef, useState } from "preact/hooks";
import type { Diagnostic, Settings, Severity } from "../engine/protocol";
import { engine } from "../state/engine";
import { ignoresOn, keepSettings, noSettings, readSettings, settingsText, today } from "../state/settings";
import { dialog, say } from "../state/ui";
import { Dialog } from "../ui/dialog";
import { SeverityMark } from "../ui/severity";
import { NumberedField } from "./numbered";

const example = `{\n  "rules": { "text-markdown": "off", "service-*": "note" },\n  "ignores": [{ "rule": "media-url-private", "pointer": "/message/parts/*/url", "reason": "a fixture" }],\n  "known": { "members": ["campaign"] }\n}`;

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What of the settings applies here, in a sentence. */
function applying(settings: Settings): string {
  const { severities, known, ignores, kinds } = settings;
  const here = ignoresOn(settings, today()).length;
  const expired = ignores.filter((i) => i.files === "").length - here;
  const names = Object.values(known).flat().length;
  const sentence = `${plural(Object.keys(severities).length, "severity", "severities")}, ${plural(here, "ignore", "ignores")} and ${plural(names, "known name", "known names")} apply.`;
  const files = kinds.length + ignores.length === here + expired ? "" : " Kinds and ignores for files do not: the page has no files.";
  return `${sentence}${files}${expired === 0 ? "" : ` ${plural(expired, "ignore has", "ignores have")} expired.`}`;
}

function marksOf(faults: Diagnostic[]): Map<number, Severity> {
  const marks = new Map<number, Severity>();
  for (const d of faults) if (marks.get(d.start.line) !== "error") marks.set(d.start.line, d.severity);
  return marks;
}

/** The severities, ignores and known names of a project, pasted from its linqlint.jsonc. */
export function SettingsDialog() {
  const [text, setText] = useState(settingsText.value);
  const [read, setRead] = useState(noSettings);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    let isCurrent = true;
    readSettings(engine, text).then((found) => { if (isCurrent) setRead(found); }, () => undefined); // a failed engine is reported by the page
    return () => void (isCurrent = false);
  }, [text]);
  const close = (): void => void (dialog.value = undefined);
  const remove = (): void => {
    const before = settingsText.peek();
    keepSettings("");
    close();
    if (before !== "") say("The rule settings are removed.", "good", { label: "Undo", run: () => keepSettings(before) });
  };
  const show = (d: Diagnostic): void => {
    field.current?.focus();
    field.current?.setSelectionRange(d.start.offset, d.end.offset);
  };
  return (
    <Dialog title="Rule settings" onClose={close}>
      <p>Paste the <span class="mono">linqlint.jsonc</span> of your project. Its severities, ignores and known names apply to this page and are kept in this browser.</p>
      <NumberedField label="linqlint.jsonc" value={text} placeholder={example} marks={marksOf(read.diagnostics)} field={field} onInput={setText} />
      {read.diagnostics.length > 0 && (
        <ul class="settings-faults" aria-label="Problems of the settings">
          {read.diagnostics.map((d) => (
            <li key={`${d.start.offset} ${d.message}`}>
              <SeverityMark severity={d.severity} />
              <button type="button" class="text-button" onClick={() => show(d)}>Line {d.start.line}, column {d.start.column}: {d.message}</button>
              {d.hint !== "" && <p>{d.hint}</p>}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet" role="status">{applying(read)}{read.diagnostics.some((d) => d.severity === "error") && " What has an error is left out."}</p>
      <div class="button-row">
        <button type="button" class="button button-primary" onClick={() => { keepSettings(text); close(); }}>Apply</button>
        <button type="button" class="button" onClick={remove}>Remove the settings</button>
      </div>
    </Dialog>
  );
}
