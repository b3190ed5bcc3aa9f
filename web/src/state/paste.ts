/** Finds a request body in what people paste and drop. The command reads curl with a shell parser, which is too large for the page. */

/** Splits a shell command into words, as a POSIX shell does for what curl commands hold. */
function words(command: string): string[] | undefined {
  const out: string[] = [];
  let word: string | undefined;
  for (let i = 0; i < command.length; i++) {
    const c = command[i] as string;
    if (c === "\\" && (command[i + 1] === "\n" || command.startsWith("\r\n", i + 1))) {
      i += command[i + 1] === "\n" ? 1 : 2;
    } else if (/\s/.test(c)) {
      if (word !== undefined) out.push(word);
      word = undefined;
    } else if (c === "'" || (c === "$" && command[i + 1] === "'")) {
      const ansi = c === "$";
      if (ansi) i++;
      let text = "";
      for (i++; i < command.length && command[i] !== "'"; i++) {
        if (ansi && command[i] === "\\") {
          const [value, length] = ansiEscape(command.slice(i));
          text += value;
          i += length - 1;
        } else text += command[i];
      }
      if (i >= command.length) return undefined;
      word = (word ?? "") + text;
    } else if (c === '"') {
      let text = "";
      for (i++; i < command.length && command[i] !== '"'; i++) {
        const next = command[i + 1] ?? "";
        if (command[i] === "\\" && "\"\\$`\n".includes(next)) {
          i++;
          if (next !== "\n") text += next;
        } else text += command[i];
      }
      if (i >= command.length) return undefined;
      word = (word ?? "") + text;
    } else if (c === "\\") {
      i++;
      word = (word ?? "") + (command[i] ?? "");
    } else word = (word ?? "") + c;
  }
  if (word !== undefined) out.push(word);
  return out;
}

/** An escape of $'…' and how long it is; browsers copy as cURL with these. */
function ansiEscape(text: string): [string, number] {
  const hex = /^\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(text);
  if (hex !== null) {
    const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? "0", 16);
    return [code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code), hex[0].length];
  }
  const simple: Record<string, string> = { n: "\n", r: "\r", t: "\t", "'": "'", '"': '"', "\\": "\\", "?": "?" };
  return [simple[text[1] ?? ""] ?? text.slice(0, 2), 2];
}

/** What a here document gives to a command that reads its body from standard input, as our own code does. */
function hereDocument(text: string): string | undefined {
  const found = /^([^\n]*(?:\\\n[^\n]*)*)<<(-?)[ \t]*(["']?)(\w+)\3[^\n]*\n/.exec(text);
  if (found === null || !/\s(?:-d|--data|--data-binary|--data-ascii|--json)(?:[= ]?|\s+)@-(?:\s|$)/.test(found[1] ?? "")) return undefined;
  const lines = text.slice(found[0].length).split("\n").map((line) => (found[2] === "-" ? line.replace(/^\t+/, "") : line));
  const end = lines.indexOf(found[4] ?? "");
  return end < 0 ? undefined : lines.slice(0, end).join("\n");
}

/** The body of a curl command, or undefined if the text is not one or has no body. */
export function curlBody(text: string): string | undefined {
  if (!/^\s*(?:\$\s+)?curl\s/.test(text)) return undefined;
  const here = hereDocument(text.replaceAll("\r\n", "\n"));
  if (here !== undefined) return here;
  const list = words(text.replace(/^\s*\$\s+/, ""));
  if (list === undefined) return undefined;
  const flags = new Set(["-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json"]);
  for (let i = 1; i < list.length; i++) {
    const word = list[i] as string;
    const [name, value] = /^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]
      : /^-d./.test(word) ? ["-d", word.slice(2)]
      : [word, list[i + 1]];
    if (flags.has(name) && value !== undefined && !value.startsWith("@")) return value;
  }
  return undefined;
}

/** The records of an NDJSON text: its lines that hold something. */
export function ndjson(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** A text without the white space between its tokens, on one line. A line comment becomes a block comment. */
export function oneLine(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"?|\/\*[^]*?\*\/|\/\/[^\n]*|\s+/g, (token) => {
    if (token.startsWith("//")) return `/*${token.slice(2).replaceAll("*/", "* /")}*/`;
    return token.startsWith('"') ? token : token.startsWith("/*") ? token.replaceAll("\n", " ") : "";
  });
}

/** Whether a text is meant for people: neither JSON, nor a part of it, nor a command. */
export function looksLikeProse(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 3 || trimmed.length > 20_000 || /^[[{"]/.test(trimmed)) return false;
  return /\p{L}/u.test(trimmed) && !/"[^"\n]*"\s*:/.test(trimmed);
}
