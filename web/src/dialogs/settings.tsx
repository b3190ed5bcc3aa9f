import { useState } from "preact/hooks";
import { keepSettings, readSettings, settingsText } from "../state/settings";
import { dialog } from "../state/ui";
import { Dialog } from "../ui/dialog";

const example = `{\n  "rules": { "text-markdown": "off", "service-*": "note" },\n  "ignores": [{ "rule": "media-url-private", "pointer": "/message/parts/*/url", "reason": "a fixture" }],\n  "known": { "members": ["campaign"] }\n}`;

/** The severities, ignores and known names of a project, pasted from its linqlint.jsonc. */
export function SettingsDialog() {
  const [text, setText] = useState(settingsText.value);
  const { severities, known, ignores, remarks } = readSettings(text);
  const [rules, names] = [Object.keys(severities).length, Object.values(known).flat().length];
  const close = (): void => void (dialog.value = undefined);
  return (
    <Dialog title="Rule settings" onClose={close}>
      <p>Paste the <span class="mono">linqlint.jsonc</span> of your project. Its severities, ignores and known names apply to this page and are kept in this browser.</p>
      <textarea class="mono settings-text" rows={10} aria-label="linqlint.jsonc" spellcheck={false} placeholder={example} value={text} onInput={(e) => setText(e.currentTarget.value)} />
      <p class="quiet" role="status">{rules} severit{rules === 1 ? "y" : "ies"}, {ignores.length} ignore{ignores.length === 1 ? "" : "s"} and {names} known name{names === 1 ? "" : "s"} apply.</p>
      {remarks.length > 0 && <ul class="settings-remarks">{remarks.map((remark) => <li key={remark}>{remark}</li>)}</ul>}
      <div class="button-row">
        <button type="button" class="button button-primary" onClick={() => { keepSettings(text); close(); }}>Apply</button>
        <button type="button" class="button" onClick={() => { keepSettings(""); close(); }}>Remove the settings</button>
      </div>
    </Dialog>
  );
}
