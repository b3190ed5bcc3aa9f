import { useRef } from "preact/hooks";
import { counts } from "../state/engine";
import { tab, type Tab } from "../state/ui";
import { Lazy } from "../ui/lazy";
import { Problems } from "./problems";

const tabs: [Tab, string][] = [["problems", "Problems"], ["forecast", "Forecast"], ["code", "Code"], ["split", "Split"], ["markdown", "Markdown"], ["rule", "Rules"]];

const panels = {
  forecast: () => import("./forecast").then((m) => m.ForecastPanel),
  code: () => import("./code").then((m) => m.CodePanel),
  split: () => import("./split").then((m) => m.SplitPanel),
  markdown: () => import("./markdown").then((m) => m.MarkdownPanel),
  rule: () => import("./rule").then((m) => m.RulePanel),
};

/** The tabs under the editor; the arrow keys move between them. */
export function More() {
  const list = useRef<HTMLDivElement>(null);
  const chosen = tab.value;
  const step = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(([id]) => id === chosen);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = (next + tabs.length) % tabs.length;
    tab.value = tabs[to]?.[0] ?? "problems";
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to]?.focus();
  };
  const { error, warning } = counts.value;
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label="Problems and more" onKeyDown={step}>
        {tabs.map(([id, name]) => (
          <button key={id} type="button" role="tab" id={`tab-${id}`} aria-selected={chosen === id} aria-controls="panel" tabIndex={chosen === id ? 0 : -1} onClick={() => (tab.value = id)}>
            {name}
            {id === "problems" && error > 0 && <span class="count count-error">{error}</span>}
            {id === "problems" && warning > 0 && <span class="count count-warning">{warning}</span>}
          </button>
        ))}
      </div>
      <div id="panel" class="panel" role="tabpanel" aria-labelledby={`tab-${chosen}`} tabIndex={0}>{chosen === "problems" ? <Problems /> : <Lazy key={chosen} name={chosen} load={panels[chosen]} />}</div>
    </>
  );
}
