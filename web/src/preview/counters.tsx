import { content } from "../state/document";
import { forecast, forecastMissing, measureOf, preview, registry } from "../state/engine";
import { sampled } from "../state/variables";
import { grouped } from "../ui/grouped";

function Counter({ name, n, limit, unit }: { name: string; n: number | undefined; limit?: number | undefined; unit?: string }) {
  const over = limit !== undefined && n !== undefined && n > limit;
  const near = limit !== undefined && n !== undefined && !over && n >= limit * 0.9;
  return (
    <div class={over ? "counter counter-over" : near ? "counter counter-near" : "counter"} title={unit}>
      <dt>{name}</dt>
      <dd><strong>{n === undefined ? "…" : grouped(n)}</strong>{limit !== undefined && <span> / {grouped(limit)}</span>}</dd>
    </div>
  );
}

/** The numbers that the API limits. */
export function Counters() {
  const body = content.value;
  const limits = registry.value.limits;
  if (body === undefined || preview.value.type !== "message") return null;
  const texts = body.parts.filter((p) => p.type === "text").map((p) => ({ index: p.index, n: measureOf(sampled(p.value)).code_points }));
  // Each text if they are few, else the longest.
  const each = texts.length <= 3 ? texts : [texts.reduce((a, b) => (b.n > a.n ? b : a))];
  const sms = forecast.value?.forecast.deliveries.find((d) => d.service === "SMS");
  const segments = sms?.texts?.reduce((n, t) => n + t.segments, 0);
  return (
    <dl class="counters" aria-label="Counters">
      <Counter name="Parts" n={body.total} limit={limits.parts} />
      {(forecast.value !== undefined || forecastMissing.value !== "") && <Counter name="Public URLs" n={forecast.value?.public_urls} limit={limits.url_media} />}
      {each.map((t) => (
        <Counter key={t.index} name={texts.length === 1 ? "Text" : texts.length <= 3 ? `Text ${t.index + 1}` : `Longest text (part ${t.index + 1})`} n={t.n} limit={limits.text} unit="code points" />
      ))}
      {segments !== undefined && <Counter name={`SMS segments, ${sms?.texts?.[0]?.encoding ?? ""}`} n={segments} />}
      {sms?.mms === true && <div class="counter" title="Media travels over SMS as an MMS, which has no segments"><dt>SMS</dt><dd><strong>sent as MMS</strong></dd></div>}
    </dl>
  );
}
