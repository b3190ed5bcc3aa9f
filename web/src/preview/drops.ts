import { forecast } from "../state/workspace";
import type { Delivery, Item } from "../engine/protocol";
import type { Service } from "./thread";

/** What the forecast says of a service, once the engine answered. */
export function delivery(service: Service): Delivery | undefined {
  return forecast.value?.forecast.deliveries.find((d) => d.service === service);
}

/** What a service does not bring as it was sent, the worst last seen first. */
export function losses(service: Service): Item[] {
  return delivery(service)?.items.filter((i) => i.fate === "changed" || i.fate === "dropped" || i.fate === "fails") ?? [];
}
