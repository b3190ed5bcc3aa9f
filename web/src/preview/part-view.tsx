import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Diagnostic } from "../engine/protocol";
import { memo } from "../ui/memo";
import type { Part } from "../state/body";
import { emojiOnly } from "../state/clusters";
import { faultsAt } from "../state/faults";
import { goTo } from "../wiring/navigate";
import type { Service } from "../state/ui";
import { SeverityMark } from "../ui/severity";
import { AppCard, emptyLayout, LinkCard } from "./cards";
import { Media } from "./parts";
import { SelectableText } from "./text";
import { decorate, keyMark } from "./toolbar";

/** Whether a part is drawn large and without a bubble, as Messages draws one to three emoji, whatever is beside them. */
export const isLarge = (part: Part): boolean =>
  part.type === "text" && part.decorations.length + part.stickers.length === 0 && emojiOnly(part.value);

export interface PartProps {
  part: Part;
  service: Service;
  /** The class of the bubble's effect, or "". */
  bubble: string;
  /** What is shown in a text in place of its variables. */
  shown: string;
  /** Whether it is the last bubble of the run, which has the tail. */
  tail: boolean;
}

function Text({ part, service, bubble, tail }: PartProps) {
  const plain = service !== "iMessage";
  const big = isLarge(part);
  return (
    <div class={`bubble ${big ? "bubble-emoji" : tail ? "bubble-tail" : ""} ${bubble}`}>
      {part.value === "" ? <span class="bubble-text quiet-bubble">Empty text</span> : (
        <SelectableText part={part} plain={plain} onKey={(key) => {
          const mark = keyMark(key);
          if (mark === undefined) return false;
          decorate(mark);
          return true;
        }} />
      )}
    </div>
  );
}

/** A part of a message as a service shows it; it is drawn again only if it changed. */
export const PartView = memo(function PartView(props: PartProps) {
  const { part, service, bubble, tail, shown } = props;
  switch (part.type) {
    case "text": return <Text {...props} />;
    case "media": return <div class={`bubble-media ${bubble}`}><Media part={part} service={service} /></div>;
    case "link": return <LinkCard url={shown} rich={service !== "SMS"} tail={tail} />;
    case "imessage_app": return <div class={`card ${bubble}`}><AppCard layout={part.layout} app={part.app} part={part.index} /></div>;
    case "app_clip": return <AppCard layout={{ ...emptyLayout, caption: part.caption || "App Clip", subcaption: part.value, trailing_caption: "OPEN" }} app="" />;
    default: return <div class="bubble bubble-unknown"><span class="bubble-text">{part.type === "" ? "A part without a type" : `A part of type “${part.type}”`}</span></div>;
  }
}, (a, b) => a.part === b.part && a.service === b.service && a.bubble === b.bubble && a.shown === b.shown && a.tail === b.tail);

/** The problems of a part, the worst first. */
const faultsOf = (part: Part): Diagnostic[] =>
  faultsAt(part.path, true).filter((d) => d.severity !== "note").sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));

/** The worst problem of a part, beside it, as a phone marks what was not sent. It is drawn again only if its words change. */
export function PartFault({ part }: { part: Part }) {
  const drawn = useRef(part);
  drawn.current = part;
  const label = useComputed(() => {
    const [first, ...more] = faultsOf(drawn.current);
    return first === undefined ? "" : `${first.severity} in part ${drawn.current.index + 1}: ${first.message}${more.length > 0 ? `, and ${more.length} more` : ""}`;
  }).value;
  if (label === "") return null;
  const severity = label.startsWith("error") ? "error" : "warning";
  const open = (): void => {
    const [first] = faultsOf(part);
    if (first !== undefined) goTo(first);
  };
  return <button type="button" class={`row-fault fault-${severity}`} aria-label={label} title={label} onClick={open}><SeverityMark severity={severity} size={18} /></button>;
}
