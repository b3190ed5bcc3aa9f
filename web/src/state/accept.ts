/** How a reader accepts a member that the rules do not know. */
import type { Diagnostic } from "../engine/protocol";
import { keepSettings, settings, settingsText, withKnownMember } from "./settings";
import { say } from "./ui";

/** The member that a problem is about, if it may be newer than the rules. */
export function newMember(d: Diagnostic): string | undefined {
  const name = d.args.name;
  return d.rule === "field-unknown" && d.fixes.length === 0 && d.hint.startsWith("newer than") && typeof name === "string" ? name : undefined;
}

/** A problem's hint, and for a member that may be new how to accept it. */
export function hintOf(d: Diagnostic): string {
  const name = newMember(d);
  return name === undefined ? d.hint : `${d.hint}; to accept it, add it to known.members in the rule settings`;
}

/** Adds a member to the settings that are kept here. */
export function accept(name: string): void {
  const before = settingsText.peek();
  keepSettings(withKnownMember(before, settings.peek(), name));
  say(`“${name}” is accepted: it is in known.members of the rule settings.`, "good", { label: "Undo", run: () => keepSettings(before) });
}
