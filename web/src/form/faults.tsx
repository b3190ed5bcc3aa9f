import { FixButtons } from "../panels/problems";
import type { Diagnostic } from "../engine/protocol";
import { SeverityMark } from "../ui/severity";

/** What is wrong with a field, under the field, with what mends it. */
export function Faults({ of, id }: { of: Diagnostic[]; id?: string }) {
  if (of.length === 0) return null;
  return (
    <ul id={id} class="faults">
      {of.map((d, i) => (
        <li key={`${d.rule} ${d.pointer} ${i}`} class={`fault fault-${d.severity}`}>
          <SeverityMark of={d.severity} />
          <span><span class="visually-hidden">{d.severity}: </span>{d.message}</span>
          <FixButtons of={d} />
        </li>
      ))}
    </ul>
  );
}
