import { rules } from "../state/engine";
import { dialog } from "../state/ui";
import { Dialog } from "../ui/dialog";
import about from "../../generated/about.json";

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const mod = isApple ? "⌘" : "Ctrl";

const keys: [string, string][] = [
  [`${mod} Z`, "Undo, wherever the focus is"],
  [isApple ? "⇧ ⌘ Z" : "Ctrl Shift Z", "Redo"],
  [`${mod} .`, "Apply the fix at the cursor"],
  ["F8", "Next problem in the editor"],
  ["Shift Alt F", "Format the JSON"],
  [`${mod} Space`, "Complete a member or a value"],
  [`${mod} F`, "Find in the JSON"],
  ["Esc, Tab", "Leave the editor"],
  ["Shift ← →", "Select in the message; then B, I, U or S"],
];

/** The rules are older than this many days: the API has probably moved on. */
const OLD = 120;

export function About() {
  const read = about.rules;
  const days = Math.floor((Date.now() - Date.parse(read)) / 86_400_000);
  return (
    <Dialog title="About linqlint" onClose={() => (dialog.value = undefined)}>
      <p>linqlint checks the JSON request bodies of Linq's Partner API v3 (iMessage, RCS, SMS) and shows what they will look like. This page runs the same Go code as the library and the command, as WebAssembly, in your browser. No body leaves the page: it has no server.</p>
      <p>It is an independent project, not made or endorsed by Linq or Apple. The message is an approximation: its colors are darker than on a phone, so that they can be read.</p>
      <dl class="facts">
        <dt>Version</dt><dd>{about.version}</dd>
        <dt>Rules</dt><dd>{rules.value.length > 0 ? `${rules.value.length}, ` : ""}as of {read}{days > OLD && <strong class="old"> ({days} days ago: the API may have changed since)</strong>}</dd>
        <dt>Documentation</dt><dd><a href="https://github.com/linqlint/linqlint/tree/main/docs" target="_blank" rel="noreferrer noopener">Guides and decisions</a></dd>
        <dt>Source</dt><dd><a href="https://github.com/linqlint/linqlint" target="_blank" rel="noreferrer noopener">github.com/linqlint/linqlint</a>, MIT license</dd>
      </dl>
      <h3>Keys</h3>
      <dl class="keys">{keys.map(([key, does]) => <><dt><kbd>{key}</kbd></dt><dd>{does}</dd></>)}</dl>
    </Dialog>
  );
}
