/** Control characters, direction marks and invisible code points, as the command names them. */
const hidden = /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Co}]/gu;

function named(c: string): string {
  const code = c.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** A text as it can be read: what has no shape, or changes the order of what is around it, is named. */
export const visible = (text: string): string => text.replace(hidden, named);
