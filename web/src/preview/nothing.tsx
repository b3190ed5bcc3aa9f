import { batch } from "@preact/signals";
import { reveal } from "../panels/problems";
import { dialog, editing, parsed, region, text, value } from "../state/workspace";
import { Icon } from "../ui/icons";

/** Shows the form and puts the cursor into its first field. */
function openForm(): void {
  batch(() => {
    editing.value = "form";
    region.value = "editor";
  });
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".form input, .form textarea, .form select")?.focus());
}

/** What stands where there is no message to show, and the ways on from there. */
export function Nothing() {
  const blank = text.value.trim() === "";
  const broken = blank ? undefined : parsed.value.broken;
  if (broken !== undefined) {
    return (
      <div class="nothing">
        <p class="nothing-title">The JSON does not parse</p>
        <p>Nothing can be read in it yet. The message appears as soon as it can.</p>
        <p class="button-row"><button type="button" class="button button-primary" onClick={() => reveal(broken, broken)}>Go to the fault</button></p>
      </div>
    );
  }
  return (
    <div class="nothing">
      <p class="nothing-title">{blank || value.value === undefined ? "Nothing here yet" : "No message in this body"}</p>
      <p>Paste a body or a curl command into the editor, or begin here: what it will look like appears as you type.</p>
      <p class="button-row">
        <button type="button" class="button button-primary" onClick={openForm}>Write a message</button>
        <button type="button" class="button" onClick={() => (dialog.value = "gallery")}><Icon name="grid" size={14} /> Pick an example</button>
      </p>
    </div>
  );
}
