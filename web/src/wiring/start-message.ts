/** "Write a message": an empty body in the form, live from the first key. */
import { batch } from "@preact/signals";
import { text } from "../state/document";
import { open, undoStep } from "../state/open";
import { pretty } from "../state/pretty";
import { sayStep } from "../state/ui";
import { markEmpty } from "../state/untouched";
import { openForm } from "./navigate";

export function writeMessage(): void {
  const blank = text.peek().trim() === "";
  const body = { to: [""], message: { parts: [{ type: "text", value: "" }] } };
  batch(() => {
    open(pretty(body), "messages.create");
    openForm();
    markEmpty([], body);
  });
  if (!blank) sayStep("A new message is open.", undoStep);
}
