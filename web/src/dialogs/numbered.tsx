import { useRef } from "preact/hooks";
import type { Severity } from "../engine/protocol";
import { SeverityMark } from "../ui/severity";

/** A field of several lines with their numbers, and a mark at those with faults. */
export function NumberedField({ label, value, placeholder, marks, field, onInput }: {
  label: string;
  value: string;
  placeholder: string;
  /** The worst severity by line, counted from 1. */
  marks: Map<number, Severity>;
  field: { current: HTMLTextAreaElement | null };
  onInput(text: string): void;
}) {
  const numbers = useRef<HTMLOListElement>(null);
  const lines = (value === "" ? placeholder : value).split("\n").length;
  const follow = (box: HTMLTextAreaElement): void => {
    if (numbers.current !== null) numbers.current.scrollTop = box.scrollTop;
  };
  return (
    <div class="numbered">
      <ol ref={numbers} aria-hidden="true">
        {Array.from({ length: lines }, (_, i) => {
          const mark = marks.get(i + 1);
          return <li key={i}>{mark !== undefined && <SeverityMark severity={mark} />}<span>{i + 1}</span></li>;
        })}
      </ol>
      <textarea ref={field} aria-label={label} spellcheck={false} autocapitalize="off" placeholder={placeholder} value={value}
        onInput={(e) => { onInput(e.currentTarget.value); follow(e.currentTarget); }} onScroll={(e) => follow(e.currentTarget)} />
    </div>
  );
}
