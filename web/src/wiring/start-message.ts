/** "Write a message": an empty body in the form, live from the first key. */
import { batch } from "@preact/signals";
import { open } from "../state/open";
import { openForm } from "./navigate";
import { pretty } from "../state/pretty";

export function writeMessage(): void {
  batch(() => {
    open(pretty({ to: [""], message: { parts: [{ type: "text", value: "" }] } }), "messages.create");
    openForm();
  });
}
