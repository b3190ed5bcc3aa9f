import { useEffect, useState } from "preact/hooks";
import type { Report, Severity } from "../engine/protocol";
import { engine, rules } from "../state/engine";
import { openExample, openRuleExample } from "../state/open";
import { dialog } from "../state/ui";
import { Dialog } from "../ui/dialog";
import { SeverityMark } from "../ui/severity";
import documented from "../../generated/documented.json";
import { gistOf } from "../gallery/gist";
import { pretty } from "../state/pretty";
import { samples, textOf, type Sample } from "../gallery/samples";

const severities: Severity[] = ["error", "warning"];

/** How many problems a report has, the most severe ones only. */
function problemsOf({ diagnostics }: Report): { severity: Severity; count: number } | undefined {
  const severity = severities.find((s) => diagnostics.some((d) => d.severity === s));
  return severity && { severity, count: diagnostics.filter((d) => d.severity === severity).length };
}

/** A case: the start of what it shows, and whether it has problems. */
function Card({ sample, report, choose }: { sample: Sample; report: Report | undefined; choose(): void }) {
  const gist = gistOf(sample.body, report?.kind ?? "");
  const found = report && problemsOf(report);
  return (
    <button type="button" class="sample" onClick={choose}>
      <span class="sample-art" aria-hidden="true"><span class={gist.own ? "sample-bubble" : "sample-bubble sample-bubble-in"}>{gist.text}</span></span>
      <strong>{sample.title}</strong>
      <span>{sample.about}</span>
      {found !== undefined && <span class="sample-problems"><SeverityMark severity={found.severity} /> {found.count} {found.severity}{found.count === 1 ? "" : "s"}</span>}
    </button>
  );
}

/** Bodies to start with: real cases, and each rule's examples. */
export function Gallery() {
  const [wanted, setWanted] = useState("");
  const [reports, setReports] = useState<Report[]>([]);
  useEffect(() => {
    let here = true;
    void Promise.all(samples.map((s) => engine.ask("lint", { body: textOf(s) }))).then((list) => here && setReports(list), () => undefined);
    return () => void (here = false);
  }, []);
  const words = wanted.toLowerCase().split(/\s+/).filter((w) => w !== "");
  const fits = (...texts: string[]): boolean => words.every((w) => texts.some((t) => t.toLowerCase().includes(w)));
  const choose = (body: string, kind: string): void => {
    dialog.value = undefined;
    openExample(body, kind);
  };
  const chooseExample = (rule: string, list: "bad" | "good", at: number): void => {
    dialog.value = undefined;
    openRuleExample(rule, list, at);
  };
  const cases = samples.filter((s) => fits(s.title, s.about));
  const pages = documented.filter((d) => fits(d.name, d.kind));
  const found = rules.value.filter((r) => fits(r.id, r.title));
  return (
    <Dialog title="Examples" onClose={() => (dialog.value = undefined)}>
      <input class="search" type="search" placeholder="Search cases and rules" aria-label="Search examples" value={wanted} onInput={(e) => setWanted(e.currentTarget.value)} />
      {cases.length > 0 && (
        <section aria-label="Cases">
          <h3>Cases</h3>
          <ul class="sample-grid">
            {cases.map((s) => (
              <li key={s.title}><Card sample={s} report={reports[samples.indexOf(s)]} choose={() => choose(textOf(s), "")} /></li>
            ))}
          </ul>
        </section>
      )}
      {pages.length > 0 && (
        <section aria-label="From the documentation">
          <h3>From the documentation</h3>
          <div class="button-row">
            {pages.map((d) => <button key={d.name} type="button" class="button button-small" title={d.kind} onClick={() => choose(pretty(d.body), d.kind)}>{d.name.replaceAll("-", " ")}</button>)}
          </div>
        </section>
      )}
      {found.length > 0 && (
        <section aria-label="Rules">
          <h3>{found.length} rules, each with reported and clean examples</h3>
          <ul class="rule-list">
            {found.map((r) => (
              <li key={r.id}>
                <SeverityMark severity={r.severity} />
                <span class="rule-list-text"><strong class="mono">{r.id}</strong> {r.title}</span>
                <span class="rule-list-buttons">
                  {r.bad.map((e, i) => <button key={`b${i}`} type="button" class="button button-small" title={e.title} aria-label={`${r.id}, reported: ${e.title}`} onClick={() => chooseExample(r.id, "bad", i)}>reported{r.bad.length > 1 ? ` ${i + 1}` : ""}</button>)}
                  {r.good.map((e, i) => <button key={`g${i}`} type="button" class="button button-small" title={e.title} aria-label={`${r.id}, clean: ${e.title}`} onClick={() => chooseExample(r.id, "good", i)}>clean{r.good.length > 1 ? ` ${i + 1}` : ""}</button>)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {cases.length + pages.length + found.length === 0 && <p class="quiet">No example has these words.</p>}
    </Dialog>
  );
}
