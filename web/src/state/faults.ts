import type { Diagnostic, Severity } from "../engine/protocol";
import { pointerOf } from "./find";
import type { Path } from "./schema";
import { report } from "./engine";

const order: Severity[] = ["error", "warning", "note"];

/** What is reported at a place of the body, and with below also at what it holds. */
export function faultsAt(path: Path, below = false): Diagnostic[] {
  const pointer = pointerOf(path);
  return report.value.diagnostics.filter((d) => d.pointer === pointer || (below && d.pointer.startsWith(`${pointer}/`)));
}

/** The worst severity among them, for where there is room for no more. */
export function worst(list: Diagnostic[]): Severity | undefined {
  return order.find((severity) => list.some((d) => d.severity === severity));
}
