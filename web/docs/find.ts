export interface Entry {
  file: string;
  title: string;
  text: string;
  severity?: string;
}

/** How well an entry fits a word: in its title before in its text; 0 is not at all. */
function score(entry: Entry, word: string): number {
  const title = entry.title.toLowerCase();
  if (title === word) return 100;
  if (title.startsWith(word)) return 40;
  if (title.includes(word)) return 20;
  return entry.text.toLowerCase().includes(word) ? 1 : 0;
}

/** The entries that have every word of the query, the best first. */
export function find(entries: readonly Entry[], query: string, most = 12): Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  const scored = entries.map((entry) => {
    const scores = words.map((word) => score(entry, word));
    return { entry, score: scores.includes(0) ? 0 : scores.reduce((a, b) => a + b) };
  });
  return scored.filter((s) => s.score > 0).sort((a, b) => b.score - a.score).slice(0, most).map((s) => s.entry);
}
