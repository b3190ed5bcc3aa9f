import { useRef } from "preact/hooks";
import { counts, tab, type Tab } from "../state/workspace";
import { CodePanel } from "./code";
import { ForecastPanel } from "./forecast";
import { MarkdownPanel } from "./markdown";
import { Problems } from "./problems";
import { RulePanel } from "./rule";
import { SplitPanel } from "./split";

const tabs: [Tab, string][] = [["problems", "Problems"], ["forecast", "Forecast"], ["code", "Code"], ["split", "Split"], ["markdown", "Markdown"], ["rule", "Rules"]];

const panels = { problems: Problems, forecast: ForecastPanel, code: CodePanel, split: SplitPanel, markdown: MarkdownPanel, rule: RulePanel };

/** The tabs under the editor; the arrow keys move between them. */
export function More() {
  const list = useRef<HTMLDivElement>(null);
  const now = tab.value;
  const Panel = panels[now];
  const step = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(([id]) => id === now);
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
          <button key={id} type="button" role="tab" id={`tab-${id}`} aria-selected={now === id} aria-controls="panel" tabIndex={now === id ? 0 : -1} onClick={() => (tab.value = id)}>
            {name}
            {id === "problems" && error > 0 && <span class="count count-error">{error}</span>}
            {id === "problems" && warning > 0 && <span class="count count-warning">{warning}</span>}
          </button>
        ))}
      </div>
      <div id="panel" class="panel" role="tabpanel" aria-labelledby={`tab-${now}`} tabIndex={0}><Panel /></div>
    </>
  );
}
