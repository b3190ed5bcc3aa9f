import type { Rule } from "../engine/protocol";
import { engine, report, rules } from "../state/engine";
import { openRuleExample } from "../state/open";
import { ruleShown } from "../state/ui";
import { Prose } from "../ui/markdown";

/** A body longer than this is opened, not shown. */
const MOST_SHOWN = 4000;

function Examples({ title, rule, list }: { title: string; rule: Rule; list: "bad" | "good" }) {
  if (rule[list].length === 0) return null;
  return (
    <section class="rule-examples">
      <h3>{title}</h3>
      {rule[list].map((e, i) => (
        <div key={i} class="rule-example">
          <p>{e.title}</p>
          {e.body.length <= MOST_SHOWN && <pre class="code-block" role="region" tabIndex={0} aria-label={e.title}><code>{e.body}</code></pre>}
          {e.body.length > MOST_SHOWN && <p class="quiet">{e.body.length.toLocaleString("en")} UTF-16 code units, not shown here.</p>}
          <button type="button" class="button button-small" onClick={() => openRuleExample(rule.id, list, i)}>Open</button>
        </div>
      ))}
    </section>
  );
}

/** A rule with its sources and examples; a choice of all rules. */
export function RulePanel() {
  const wanted = ruleShown.value ?? report.value.diagnostics[0]?.rule;
  const rule = rules.value.find((r) => r.id === wanted) ?? rules.value[0];
  if (rule === undefined) return <p class="panel-empty quiet">{engine.state.value.status === "failed" ? "The rules are not loaded: the engine did not start." : "The rules load after the first report."}</p>;
  return (
    <article class="rule">
      <div class="panel-bar">
        <label class="field-inline">
          <span class="visually-hidden">Rule</span>
          <select value={rule.id} onChange={(e) => (ruleShown.value = e.currentTarget.value)}>
            {rules.value.map((r) => <option key={r.id} value={r.id}>{r.id}</option>)}
          </select>
        </label>
        <span class={`badge badge-${rule.severity}`}>{rule.severity}</span>
        {rule.api_code > 0 && <span class="quiet">API code {rule.api_code}{rule.code_stated ? "" : ", probably"}</span>}
      </div>
      <h2 class="rule-title">{rule.title}</h2>
      <Prose text={rule.help} />
      {rule.sources.length > 0 && (
        <section>
          <h3>Sources</h3>
          {rule.sources.map((s, i) => (
            <blockquote key={i} class="source">
              <p>{s.quote}</p>
              <footer>{s.page === "observed" ? `observed ${s.read.length === "2026-12".length ? "in" : "on"} ${s.read}` : <>{s.page.startsWith("https://") ? <a href={s.page} target="_blank" rel="noreferrer noopener">{s.page.replace("https://", "")}</a> : s.page}, read {s.read}</>}</footer>
            </blockquote>
          ))}
        </section>
      )}
      <Examples title="Reported" rule={rule} list="bad" />
      <Examples title="Not reported" rule={rule} list="good" />
    </article>
  );
}
