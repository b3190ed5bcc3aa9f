import type { Content } from "../state/body";
import { faultsAt, worst } from "../state/faults";
import { Icon } from "../ui/icons";
import { SeverityMark } from "../ui/severity";

/** Groups a number's digits as people read them; any other handle stays. */
export function readable(handle: string): string {
  const north = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(handle);
  return north === null ? handle : `+1 (${north[1]}) ${north[2]}-${north[3]}`;
}

/** Who the message goes to, as the conversation's head. */
export function Contact({ content }: { content: Content | undefined }) {
  const to = (content?.to ?? []).filter((handle) => handle !== "");
  const shown = to.slice(0, 3);
  const recipients = worst(faultsAt(["to"], true));
  const name = to.length === 0 ? "This chat" : to.length === 1 ? readable(to[0] ?? "") : `${to.length} people`;
  return (
    <header class="contact">
      <span class="avatars" aria-hidden="true">
        {(shown.length === 0 ? [""] : shown).map((handle, i) => (
          <span key={i} class="avatar">{handle.includes("@") ? handle.slice(0, 1).toUpperCase() : <Icon name="contact" size={20} />}</span>
        ))}
      </span>
      <span class="contact-name">{name}</span>
      {recipients !== undefined && <span class={`contact-fault fault-${recipients}`}><SeverityMark severity={recipients} /> {recipients} in <span class="mono">to</span></span>}
      {content !== undefined && content.from !== "" && <span class="contact-from">from {readable(content.from)}</span>}
    </header>
  );
}
