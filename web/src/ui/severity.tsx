import type { Severity } from "../engine/protocol";

const shapes: Record<Severity, string> = {
  error: "M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zM7.1 4.2h1.8v5H7.1zM7.1 10.3h1.8v1.8H7.1z",
  warning: "M8 1.3c.4 0 .8.2 1 .6l6 10.9c.4.8-.1 1.7-1 1.7H2c-.9 0-1.4-.9-1-1.7L7 1.9c.2-.4.6-.6 1-.6zM7.1 5.4h1.8v4.2H7.1zM7.1 10.7h1.8v1.8H7.1z",
  note: "M3.8 1.5h8.4c1.3 0 2.3 1 2.3 2.3v8.4c0 1.3-1 2.3-2.3 2.3H3.8a2.3 2.3 0 0 1-2.3-2.3V3.8c0-1.3 1-2.3 2.3-2.3zM7.1 4h1.8v1.8H7.1zM7.1 7h1.8v5H7.1z",
};

/** A severity by shape as well as by color. */
export function SeverityMark({ severity, size = 13 }: { severity: Severity; size?: number }) {
  return (
    <svg class={`severity severity-${severity}`} width={size} height={size} viewBox="0 0 16 16" fill="currentColor" fill-rule="evenodd" aria-hidden="true" focusable="false">
      <path d={shapes[severity]} />
    </svg>
  );
}
