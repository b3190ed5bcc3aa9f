import { dark, preview, replays, view, type View } from "../state/workspace";
import { Icon } from "../ui/icons";
import { Counters } from "./counters";
import { Ruler } from "./ruler";
import { Thread, type Service } from "./thread";
import { Toolbar } from "./toolbar";

const views: [View, string][] = [["iMessage", "iMessage"], ["RCS", "RCS"], ["SMS", "SMS"], ["all", "Side by side"]];
const all: Service[] = ["iMessage", "RCS", "SMS"];

/** The message: what all the rest is for. */
export function Stage() {
  const now = view.value;
  const hasText = preview.value.type === "message" && preview.value.content.parts.some((p) => p.type === "text");
  return (
    <>
      <div class="stage-bar">
        <h2 class="visually-hidden">Message</h2>
        <div class="segments" role="group" aria-label="Service">
          {views.map(([id, name]) => (
            <button key={id} type="button" aria-pressed={now === id} class={id === "all" ? "wide-only" : undefined} onClick={() => (view.value = id)}>{name}</button>
          ))}
        </div>
        <span class="stage-note">An approximation</span>
        <div class="stage-tools">
          <button type="button" class="button button-small" onClick={() => replays.value++}><Icon name="play" size={12} /> Replay</button>
          <button type="button" class="icon-button" aria-pressed={dark.value === true} aria-label="Show the message in dark" title="Show the message in dark"
            onClick={() => (dark.value = dark.value !== true)}><Icon name={dark.value === true ? "sun" : "moon"} /></button>
        </div>
      </div>
      <div class={now === "all" ? "canvas canvas-all" : "canvas"} data-appearance={dark.value === undefined ? undefined : dark.value ? "dark" : "light"}>
        {now === "all" ? all.map((s) => <Thread key={s} service={s} label />) : <Thread service={now} />}
      </div>
      {hasText && <Toolbar />}
      <Counters />
      {hasText && <Ruler />}
    </>
  );
}
