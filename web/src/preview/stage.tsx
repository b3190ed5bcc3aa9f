import { computed } from "@preact/signals";
import { preview } from "../state/engine";
import { appearance, replays, view, type Service, type View } from "../state/ui";
import { names as variables } from "../state/variables";
import { HistoryButtons } from "../ui/history-buttons";
import { Icon } from "../ui/icons";
import { Lazy } from "../ui/lazy";
import { pageAppearance } from "../ui/theme";
import { Counters } from "./counters";
import { Ruler } from "./ruler";
import { Thread } from "./thread";
import { Toolbar } from "./toolbar";

const views: [View, string][] = [["iMessage", "iMessage"], ["RCS", "RCS"], ["SMS", "SMS"], ["all", "Side by side"]];
const all: Service[] = ["iMessage", "RCS", "SMS"];
const appearances = [["light", "Light"], ["dark", "Dark"]] as const;

/** The message's own appearance, which need not be the page's. */
function Appearance() {
  const page = pageAppearance.value;
  const shown = appearance.value ?? page;
  return (
    <div class="segments appearance" role="group" aria-label="Appearance of the message" title="Appearance of the message. Its colors are darker than on a phone, so that they can be read.">
      {appearances.map(([id, name]) => <button key={id} type="button" aria-pressed={shown === id} onClick={() => (appearance.value = id === page ? undefined : id)}>{name}</button>)}
    </div>
  );
}

/** Computed, so that a key that changes no part does not draw the tools again. */
const hasText = computed(() => preview.value.type === "message" && preview.value.content.parts.some((p) => p.type === "text"));

/** The message: what everything else is for. */
export function Stage() {
  const chosen = view.value;
  return (
    <div class="stage-scroll">
      <div class="stage-bar">
        <h2 class="visually-hidden">Message</h2>
        <div class="segments" role="group" aria-label="Service">
          {views.map(([id, name]) => (
            <button key={id} type="button" aria-pressed={chosen === id} class={id === "all" && chosen !== id ? "wide-only" : undefined} onClick={() => (view.value = id)}>{name}</button>
          ))}
        </div>
        <div class="stage-tools">
          <HistoryButtons narrow />
          <Appearance />
          <button type="button" class="icon-button" aria-label="Replay" title="Replay animations and effects" onClick={() => replays.value++}><Icon name="replay" size={14} /></button>
        </div>
      </div>
      <div class={chosen === "all" ? "canvas canvas-all" : "canvas"} data-appearance={appearance.value}>
        {chosen === "all" ? all.map((s) => <Thread key={s} service={s} label />) : <Thread service={chosen} />}
      </div>
      {hasText.value && <Toolbar />}
      {variables.value.length > 0 && <Lazy name="variables" load={() => import("../panels/variables").then((m) => m.VariablesPanel)} />}
      <Counters />
      {hasText.value && <Ruler />}
    </div>
  );
}
