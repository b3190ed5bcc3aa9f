import { forecast } from "../state/workspace";
import type { Service } from "./thread";

/** Something of the body that a service does not bring, or refuses. */
export interface Drop {
  pointer: string;
  what: string;
  reason: string;
  fails: boolean;
}

/** What the forecast says that a service drops. */
export function drops(service: Service): Drop[] {
  return forecast.value?.services.find((s) => s.service === service)?.drops ?? [];
}
