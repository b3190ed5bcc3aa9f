/** Text as a terminal can safely show it: a payload must not be able to forge a report. */
export function visible(text) {
  if (/^[ -~]*$/.test(text)) return text;
  let out = "";
  for (const char of text) out += visibleChar(char);
  return out;
}

function visibleChar(char) {
  const code = char.codePointAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  return isControl(code) || isInvisible(code) ? `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>` : char;
}

const within = (code, from, to) => from <= code && code <= to;

/** C1 controls, line separators and what changes the direction of the text around it. */
const isControl = (code) =>
  within(code, 0x7f, 0x9f) || code === 0x61c || code === 0x200e || code === 0x200f || within(code, 0x2028, 0x202e) || within(code, 0x2066, 0x2069);

/** Format characters that emoji and scripts do not need, and private use. */
const isInvisible = (code) =>
  code === 0x200b || code === 0xfeff || within(code, 0x2060, 0x206f) || within(code, 0xe000, 0xf8ff) || code >= 0xf0000;
