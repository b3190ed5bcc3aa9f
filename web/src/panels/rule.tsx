import type { Example } from "../engine/protocol";
import { open, ruleShown, rules } from "../state/workspace";
import { Prose } from "../ui/markdown";

function Examples({ title, list }: { title: string; list: Example[] }) {
  if (list.length === 0) return null;
  return (
    <section class="rule-examples">
      <h3>{title}</h3>
      {list.map((e, i) => (
        <div key={i} class="rule-example">
          <p>{e.title}</p>
          <pre class="code-block" tabIndex={0}><code>{e.body}</code></pre>
          <button type="button" class="button button-small" onClick={() => open(e.body, e.kind)}>Open</button>
        </div>
      ))}
    </section>
  );
}

/** Everything that is known of one rule; a choice of all of them. */
export function RulePanel() {
  const rule = rules.value.find((r) => r.id === ruleShown.value) ?? rules.value[0];
  if (rule === undefined) return <p class="panel-empty quiet">The rules come with the engine.</p>;
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
          <h3>Where it is written</h3>
          {rule.sources.map((s, i) => (
            <blockquote key={i} class="source">
              <p>{s.quote}</p>
              <footer>{s.page.startsWith("https://") ? <a href={s.page} target="_blank" rel="noreferrer noopener">{s.page.replace("https://", "")}</a> : s.page}, read {s.read}</footer>
            </blockquote>
          ))}
        </section>
      )}
      <Examples title="Reported" list={rule.bad} />
      <Examples title="Fine" list={rule.good} />
    </article>
  );
}
