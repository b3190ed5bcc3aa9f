import { goToPointer } from "../wiring/navigate";
import type { Fate } from "../engine/protocol";
import { engine, forecast, forecastMissing } from "../state/engine";

const words: Record<Fate, string> = { arrives: "arrives", unstated: "not documented", changed: "changed", dropped: "dropped", fails: "fails" };

/** What each service delivers of the message, item by item, with the source. */
export function ForecastPanel() {
  const f = forecast.value?.forecast;
  if (engine.state.value.status === "failed") return <p class="panel-empty quiet">There is no forecast: the engine did not start.</p>;
  if (f === undefined) return <p class="panel-empty quiet">{forecastMissing.value || "The forecast needs a request body."}</p>;
  if (f.deliveries.length === 0) return <p class="panel-empty quiet">This request sends nothing to a recipient.</p>;
  return (
    <div class="forecast">
      {f.deliveries.map((d) => (
        <section key={d.service} class={!d.possible ? "forecast-service forecast-never" : "forecast-service"}>
          <h3><span class={`service-dot service-${d.service}`} aria-hidden="true" />{d.service} <span class="forecast-reason">{!d.possible ? "not used: " : ""}{d.reason}</span></h3>
          <ul>
            {d.items.map((item, i) => (
              <li key={i} class="forecast-item">
                <span class={`fate fate-${item.fate}`}>{words[item.fate]}</span>
                <button type="button" class="forecast-what" onClick={() => goToPointer(item.pointer)}>{item.what}</button>
                <span class="quiet">{item.message}{item.api_code !== undefined && ` (${item.api_code})`}
                  {item.source.page.startsWith("https://") && <> <a href={item.source.page} target="_blank" rel="noreferrer noopener" title={item.source.quote}>source</a></>}</span>
              </li>
            ))}
            {d.mms && <li class="forecast-item"><span class="fate fate-changed">MMS</span><span>Sent as MMS, which has no segments.</span></li>}
            {d.texts?.map((t) => (
              <li key={t.pointer} class="forecast-item">
                <span class="fate">{t.encoding}</span>
                <span>{t.segments} segment{t.segments === 1 ? "" : "s"}, {t.units} {t.unit}, {t.free} free in the last</span>
                {t.ucs2_code_points !== undefined && <span class="quiet">UCS-2 is forced by {t.ucs2_code_points.map((c) => `${c.text} ${c.code_point}${c.count > 1 ? ` (${c.count} times)` : ""}`).join(", ")}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
