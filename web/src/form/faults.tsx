import { FixButtons } from "../panels/problems";
import type { Diagnostic } from "../engine/protocol";
import { SeverityMark } from "../ui/severity";

/** What is wrong with a field, under the field, with its fixes. */
export function Faults({ list, id }: { list: Diagnostic[]; id?: string }) {
  if (list.length === 0) return null;
  return (
    <ul id={id} class="faults">
      {list.map((d, i) => (
        <li key={`${d.rule} ${d.pointer} ${i}`} class={`fault fault-${d.severity}`}>
          <SeverityMark severity={d.severity} />
          <span><span class="visually-hidden">{d.severity}: </span>{d.message}</span>
          <FixButtons diagnostic={d} />
        </li>
      ))}
    </ul>
  );
}
