import type { Diagnostic, Place } from "../src/engine/protocol";

const place = (offset: number): Place => ({ offset, line: 1, column: offset + 1 });

/** A diagnostic of two UTF-16 code units, with a related place and a fix. */
export function diagnostic(rule: string, at: number, pointer = ""): Diagnostic {
  const [start, end] = [place(at), place(at + 2)];
  return {
    rule, severity: "error", reason: rule, args: { name: "a", start: 1 }, message: `${rule} at ${pointer}`, hint: "", pointer, start, end,
    api_code: 0, code_stated: false, doc_url: "", api_doc_url: "",
    related: [{ message: "first defined here", pointer: "", start: place(0), end: place(at) }],
    fixes: [{ title: "remove it", safe: true, edits: [{ start: at, end: at + 2, text: "" }] }],
  };
}
