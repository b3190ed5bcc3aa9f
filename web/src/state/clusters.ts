/**
 * Code points that are a cluster each, whatever is next to them, as long as
 * that is one of them too: letters of scripts that do not join, punctuation,
 * pictographs without a modifier. Not a complete list, only a common one.
 */
const alone =
  /^[\n\x20-\x7e\u00a1-\u024f\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2600-\u27bf\u3000-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\u{1f300}-\u{1f3fa}\u{1f400}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}]*$/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * The grapheme clusters of a text as the browser has them. To make the first
 * segmenter takes 30 ms, a tenth of the page's start, which most texts can do
 * without.
 */
export function clusters(text: string): string[] {
  if (alone.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), (s) => s.segment);
}

/** The emoji that Unicode recommends, sequences included; undefined in a browser without the v flag. */
function recommended(): RegExp | undefined {
  try {
    return new RegExp("^\\p{RGI_Emoji}$", "v");
  } catch {
    return undefined;
  }
}

let emoji: RegExp | undefined;

/** Whether a text is one to three emoji and nothing else, which Messages shows large. */
export function emojiOnly(text: string): boolean {
  if (text.length > 100 || /[a-z]/i.test(text) || !/[^\0-\x7f]/.test(text)) return false;
  const all = clusters(text);
  if (all.length < 1 || all.length > 3) return false;
  // To make the expression takes 40 ms, so only a text that can be meant needs it.
  emoji ??= recommended();
  return all.every((cluster) => emoji?.test(cluster) === true);
}
