import { computed } from "@preact/signals";
import type { Diagnostic, Severity } from "../engine/protocol";
import { pointerOf } from "./find";
import type { Path } from "./schema";
import { report } from "./engine";

const order: Severity[] = ["error", "warning", "note"];

/** The problems by every place that holds theirs, so that a hundred parts need not look through all of them. */
const byPlace = computed(() => {
  const places = new Map<string, Diagnostic[]>();
  for (const d of report.value.diagnostics) {
    for (let at = d.pointer.length; at > 0; at = d.pointer.lastIndexOf("/", at - 1)) {
      const place = d.pointer.slice(0, at);
      const list = places.get(place);
      if (list === undefined) places.set(place, [d]);
      else list.push(d);
    }
  }
  return places;
});

/** What is reported at a place of the body, and with below also at what it holds. */
export function faultsAt(path: Path, below = false): Diagnostic[] {
  const pointer = pointerOf(path);
  const list = byPlace.value.get(pointer) ?? [];
  return below ? list : list.filter((d) => d.pointer === pointer);
}

/** What is reported at an object itself and at members of it that have no field. */
export function faultsOf(path: Path, fields: string[]): Diagnostic[] {
  const pointer = pointerOf(path);
  const all = pointer === "" ? report.value.diagnostics : (byPlace.value.get(pointer) ?? []);
  return all.filter((d) => {
    const name = d.pointer.slice(pointer.length).split("/")[1];
    return name === undefined || !fields.includes(name);
  });
}

/** The worst severity among them, for where there is room for no more. */
export function worst(list: Diagnostic[]): Severity | undefined {
  return order.find((severity) => list.some((d) => d.severity === severity));
}
