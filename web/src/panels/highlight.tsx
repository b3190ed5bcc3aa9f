import type { ComponentChildren } from "preact";

export type CodeLanguage = "curl" | "typescript" | "python" | "go";

const words: Record<CodeLanguage, string> = {
  curl: "curl",
  typescript: "import|from|const|await|new|export|async|function|return|if|else|throw|process|env",
  python: "import|from|as|with|def|return|if|else|for|in|True|False|None|print|raise|await|async",
  go: "package|import|func|return|if|else|for|range|var|const|type|struct|err|nil|defer|true|false",
};

const comments: Record<CodeLanguage, string> = { curl: "#[^\\n]*", typescript: "//[^\\n]*", python: "#[^\\n]*", go: "//[^\\n]*" };

/** Longer code is shown without colors, in UTF-16 code units. */
const MOST_COLORED = 60_000;

/** Code with strings, numbers, comments and keywords in colors of their own. */
export function colored(code: string, language: CodeLanguage): ComponentChildren {
  if (code.length > MOST_COLORED) return code;
  const strings = language === "curl" ? `'[^']*'|"(?:[^"\\\\]|\\\\.)*"` : language === "go" ? "\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`" : `"""[^]*?"""|"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'|\`[^\`]*\``;
  const token = new RegExp(`(?<string>${strings})|(?<comment>${language === "curl" ? "^" : ""}${comments[language]})|\\b(?<word>${words[language]})\\b|(?<=\\s)(?<flag>--?[a-zA-Z][\\w-]*)|\\b(?<number>\\d[\\d_.]*)\\b`, "gmu");
  const out: ComponentChildren[] = [];
  let from = 0;
  for (const match of code.matchAll(token)) {
    const sort = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] ?? "";
    out.push(code.slice(from, match.index), <span class={`code-${sort}`}>{match[0]}</span>);
    from = match.index + match[0].length;
  }
  out.push(code.slice(from));
  return out;
}
