import { useEffect, useState } from "preact/hooks";
import type { Part } from "../state/body";
import { replays, selected, view, type Service } from "../state/ui";
import { sampled } from "../state/variables";
import { memo } from "../ui/memo";
import { isLarge, PartFault, PartView } from "./part-view";

/** In a longer run what is out of sight is neither laid out nor animated. */
const LONG_RUN = 12;
/** So many rows of a long run are left out together when they are out of sight: the browser looks at groups, not at each row. */
const GROUP = 10;

/** So many more parts are drawn at once; the next ones in a task of their own. */
const AT_ONCE = 20;

interface Props {
  /** The parts; the same list as long as none of them changes. */
  parts: Part[];
  service: Service;
  bubble: string;
  spotlight: boolean;
  /** Whether the service does not deliver it, so that it is drawn gray. */
  refused: boolean;
}

/** The parts of a message, which are drawn again only if one of them changes. */
export const Run = memo(function Run({ parts, service, bubble, spotlight, refused }: Props) {
  const [most, setMost] = useState(AT_ONCE);
  useEffect(() => {
    if (most >= parts.length) return;
    const timer = setTimeout(() => setMost(most + AT_ONCE));
    return () => clearTimeout(timer);
  }, [most, parts.length]);
  const first = parts.find((p) => p.type === "text");
  const last = parts.findLast((p) => (p.type === "text" && !isLarge(p)) || (p.type === "link" && service === "SMS"));
  const row = (part: Part) => (
    <div key={`${part.index} ${bubble} ${replays.value}`} class="row" data-part={part.index} data-selected={selected.value?.part === part.index || undefined}>
      <PartView part={part} service={service} bubble={spotlight && part === first ? "fx-spotted" : bubble} shown={sampled(part.value)} tail={part === last} />
      {(view.value !== "all" || service === "iMessage") && <PartFault part={part} />}
    </div>
  );
  const drawn = parts.slice(0, most);
  const groups = Array.from({ length: Math.ceil(drawn.length / GROUP) }, (_, i) => drawn.slice(i * GROUP, (i + 1) * GROUP));
  const long = parts.length > LONG_RUN;
  return (
    <div class={`run${refused ? " run-refused" : ""}${long ? " run-long" : ""}`}>
      {long ? groups.map((group, i) => <div key={`group ${i}`} class="run-group">{group.map(row)}</div>) : drawn.map(row)}
    </div>
  );
}, (a, b) => a.parts === b.parts && a.service === b.service && a.bubble === b.bubble && a.spotlight === b.spotlight && a.refused === b.refused);
