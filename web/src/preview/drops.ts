import type { Delivery, Item } from "../engine/protocol";
import { forecast } from "../state/engine";
import type { Service } from "../state/ui";

/** What the forecast says of a service, once the engine has it. */
export function delivery(service: Service): Delivery | undefined {
  return forecast.value?.forecast.deliveries.find((d) => d.service === service);
}

/** Whether the body lets the API use a service; so it is until the engine says otherwise. */
export const isUsed = (service: Service): boolean => delivery(service)?.possible !== false;

/** What a service changes, drops or refuses. */
export function losses(service: Service): Item[] {
  return delivery(service)?.items.filter((i) => i.fate === "changed" || i.fate === "dropped" || i.fate === "fails") ?? [];
}

/** Why the service refuses the whole message, or undefined if it does not. */
export function refusal(service: Service): string | undefined {
  const found = delivery(service)?.items.find((i) => i.fate === "fails");
  return found === undefined ? undefined : found.message;
}

/** The name over the conversation: a text message with media is an MMS. */
export function transport(service: Service): string {
  if (service === "iMessage") return "iMessage";
  return `Text Message · ${service === "SMS" && delivery(service)?.mms === true ? "MMS" : service}`;
}
