/** The tokens of a stretch of JSON, found without parsing what is around it. */

export interface Token {
  /** Offsets in the stretch, in UTF-16 code units. */
  from: number;
  to: number;
  type: "name" | "string" | "atom";
}

const token = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;
const restOfString = /^[^"\\\n]*(?:\\.[^"\\\n]*)*"?/;

/** Whether a line up to here ends inside of a string. */
export function endsInString(line: string): boolean {
  let inside = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
    let slashes = 0;
    while (inside && line[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) inside = !inside;
  }
  return inside;
}

/** The tokens of a stretch that begins inside of a string, or outside of any; brackets, commas and colons are left out. */
export function tokensOf(stretch: string, inString: boolean): Token[] {
  const out: Token[] = [];
  const text = (from: number, to: number): void => {
    if (from < to) out.push({ from, to, type: /^"\s*:/.test(stretch.slice(to - 1, to + 20)) ? "name" : "string" });
  };
  token.lastIndex = inString ? (restOfString.exec(stretch)?.[0].length ?? 0) : 0;
  text(0, token.lastIndex);
  for (let m = token.exec(stretch); m !== null; m = token.exec(stretch)) {
    const [from, to] = [m.index, m.index + m[0].length];
    if (m[0].startsWith('"')) text(from, to);
    else out.push({ from, to, type: "atom" });
  }
  return out;
}
