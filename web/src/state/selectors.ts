/** How linqlint.jsonc names rules and places. */

/** Whether a selector ("to-large", "decoration-*", "*") selects a rule. */
export const selects = (selector: string, rule: string): boolean => (selector.endsWith("*") ? rule.startsWith(selector.slice(0, -1)) : selector === rule);

/**
 * Whether a pattern, whose items may be stars, matches a list, without trying
 * every way: only the last star is ever given more.
 */
function fits<T>(pattern: readonly T[], list: readonly T[], isStar: (item: T) => boolean, equal: (item: T, other: T) => boolean): boolean {
  let [star, tried, p, at] = [-1, 0, 0, 0];
  while (at < list.length) {
    if (p < pattern.length && isStar(pattern[p] as T)) {
      [star, tried] = [p, at];
      p++;
    } else if (p < pattern.length && equal(pattern[p] as T, list[at] as T)) {
      p++;
      at++;
    } else if (star >= 0) {
      tried++;
      [p, at] = [star + 1, tried];
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p] as T)) p++;
  return p === pattern.length;
}

const same = (a: string, b: string): boolean => a === b;
const tokenFits = (pattern: string, token: string): boolean => (pattern.includes("*") ? fits([...pattern], [...token], (c) => c === "*", same) : pattern === token);
const tokens = (pointer: string): string[] => (pointer === "" ? [] : pointer.replace(/^\//, "").split("/"));

/** Whether a pointer pattern matches, as the command matches it: the token ** is any number of tokens, any other * any text within one. */
export const matches = (pattern: string, pointer: string): boolean => fits(tokens(pattern), tokens(pointer), (token) => token === "**", tokenFits);
