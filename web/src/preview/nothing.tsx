import { blank, broken, drawnValue } from "../state/document";
import { revealBroken } from "../wiring/navigate";
import { writeMessage } from "../wiring/start-message";
import { dialog } from "../state/ui";
import { Icon } from "../ui/icons";

/** What is shown without a message, and the ways to get one. */
export function Nothing() {
  if (!blank.value && broken.value) {
    return (
      <div class="nothing">
        <p class="nothing-title">The JSON does not parse</p>
        <p>The message appears as soon as it does.</p>
        <p class="button-row"><button type="button" class="button button-primary" onClick={revealBroken}>Go to the error</button></p>
      </div>
    );
  }
  return (
    <div class="nothing">
      <p class="nothing-title">{blank.value || drawnValue.value === undefined ? "Nothing here yet" : "No message in this body"}</p>
      <p>Paste JSON, a curl command, Markdown or plain text into the editor, or begin here.</p>
      <p class="button-row">
        <button type="button" class="button button-primary" onClick={writeMessage}>Write a message</button>
        <button type="button" class="button" onClick={() => (dialog.value = "gallery")}><Icon name="grid" size={14} /> Pick an example</button>
      </p>
    </div>
  );
}
