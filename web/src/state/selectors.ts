/** How linqlint.jsonc names rules and places. */

/** Whether a selector ("to-large", "decoration-*", "*") selects a rule. */
export const selects = (selector: string, rule: string): boolean => (selector.endsWith("*") ? rule.startsWith(selector.slice(0, -1)) : selector === rule);

/** Whether a pointer pattern matches: * is one token, ** any number of them. */
export function matches(pattern: string, pointer: string): boolean {
  const source = pattern.split("/").map((token) => (token === "**" ? "\0" : token.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*"))).join("/");
  return new RegExp(`^${source.replaceAll("/\0", "(?:/.*)?").replaceAll("\0", ".*")}$`).test(pointer);
}
