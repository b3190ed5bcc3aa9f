import { broken as isBroken } from "../state/document";
import { counts, untouchedFaults } from "../state/engine";
import { revealBroken, showTab } from "../wiring/navigate";
import { replays, type Service } from "../state/ui";
import { Icon } from "../ui/icons";
import { delivery, isUsed, losses, refusal } from "./drops";

/** How it went: a body with an error is refused, so nothing is delivered. */
export function Status({ sent, refused = "Not delivered", replay = false }: { sent?: string; refused?: string; replay?: boolean }) {
  const { error } = counts.value;
  const broken = isBroken.value;
  const again = replay && <button type="button" class="replay" onClick={() => replays.value++}><Icon name="replay" size={12} /> Replay</button>;
  if (untouchedFaults.value > 0) sent = undefined; // it is still being written
  if (error === 0 && !broken) return sent === undefined && !replay ? null : <p class="status">{sent}{again}</p>;
  const why = broken ? "the JSON does not parse" : `${error} error${error === 1 ? "" : "s"}`;
  return (
    <p class="status"><button type="button" class="status-bad" onClick={() => (broken ? revealBroken() : showTab("problems"))}>{refused} · {why}</button>{again}</p>
  );
}

/** Under a message on one service: a service that refuses it has not sent it. */
export function SentStatus({ service, effect, animated }: { service: Service; effect: string; animated: boolean }) {
  const why = service === "iMessage" ? undefined : refusal(service);
  if (why !== undefined && counts.value.error === 0) return <p class="status status-refused">Not sent: {why}</p>;
  if (!isUsed(service) && counts.value.error === 0) return <Status sent={`Not sent over ${service}`} />;
  const sent = effect !== "" ? `Sent with ${effect}` : service === "iMessage" ? "Delivered" : `Sent as ${delivery(service)?.mms === true && service === "SMS" ? "MMS" : service}`;
  return <Status sent={sent} replay={animated} />;
}

/** What a service drops, struck out, and why. */
export function Losses({ service }: { service: Service }) {
  const found = delivery(service);
  const list = losses(service).filter((d) => d.fate !== "fails");
  if (found === undefined || (list.length === 0 && found.possible)) return null;
  return (
    <ul class="drops" aria-label={`What ${service} drops`}>
      {!found.possible && <li class="drop drop-never"><strong>Not sent over {service}:</strong> {found.reason}</li>}
      {list.map((d, i) => (
        <li key={i} class={`drop drop-${d.fate}`} title={d.source.quote}>
          {d.fate === "dropped" ? <s>{d.what}</s> : <strong>{d.what}</strong>} {d.message}{d.api_code !== undefined && ` (${d.api_code})`}
        </li>
      ))}
    </ul>
  );
}
