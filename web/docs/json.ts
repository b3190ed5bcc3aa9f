export const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Colors what looks like JSON, also where it is not quite JSON, as in the examples of broken bodies. */
export function highlightJSON(code: string): string {
  const parts = code.split(/("(?:[^"\\\n]|\\.)*"(?=\s*:)|"(?:[^"\\\n]|\\.)*"|\b(?:true|false|null)\b|-?\b\d[\d.eE+-]*)/);
  return parts.map((part, i) => {
    if (i % 2 === 0) return escape(part);
    const name = part.startsWith('"') && /^\s*:/.test(parts[i + 1] ?? "");
    return `<span class="${name ? "j-name" : part.startsWith('"') ? "j-string" : "j-atom"}">${escape(part)}</span>`;
  }).join("");
}
