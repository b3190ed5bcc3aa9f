import { forecast } from "../state/workspace";

/** What each service makes of the message. */
export function ForecastPanel() {
  const f = forecast.value;
  if (f === undefined) return <p class="panel-empty quiet">A forecast needs a body that says what is sent.</p>;
  return (
    <div class="forecast">
      {f.services.map((s) => (
        <section key={s.service} class="forecast-service">
          <h3><span class={`service-dot service-${s.service}`} aria-hidden="true" />{s.service}</h3>
          {s.drops.length === 0 ? <p class="good">Everything arrives.</p> : (
            <ul>
              {s.drops.map((d, i) => (
                <li key={i} class={d.fails ? "drop-fails" : undefined}>
                  <strong>{d.what}</strong> {d.reason}
                  <span class="quiet mono"> {d.pointer}{d.code > 0 && ` · ${d.code}`}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {f.sms.segments > 0 && (
        <section class="forecast-service">
          <h3>SMS on the air</h3>
          <p>{f.sms.segments} segment{f.sms.segments === 1 ? "" : "s"} in {f.sms.encoding}, {f.sms.units} units.</p>
          {f.sms.forced_by.length > 0 && <p>UCS-2 is forced by {f.sms.forced_by.map((c) => <code key={c}>{c}</code>)}</p>}
        </section>
      )}
    </div>
  );
}
