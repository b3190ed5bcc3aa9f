import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import markdownIt, { type Token } from "markdown-it";
import { highlightJSON } from "./json.ts";

/** The repository's root, and where its files are seen on the web. */
export const root = join(import.meta.dirname, "..", "..");
export const repository = "https://github.com/linqlint/linqlint";

/** A heading of a page, for its list of contents. */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

export interface Rendered {
  html: string;
  headings: Heading[];
  /** The repository's files that the page shows or links to and the site has to have beside it. */
  files: string[];
}

/** The anchor that GitHub gives a heading. */
export const slug = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/\s/g, "-");

/** The site's pages, by their paths in the repository: where they are below docs/, and their titles. */
export type Pages = Map<string, { file: string; title: string }>;

/** A link of one file to another, as the site has it. Paths are relative to the root. */
function link(href: string, from: string, to: string, pages: Pages, files: string[]): string {
  if (/^[a-z]+:|^#/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const target = posix.normalize(posix.join(posix.dirname(from), path));
  if (target.startsWith("..") || !existsSync(join(root, target))) throw new Error(`${from} links to ${href}, which does not exist`);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const page = pages.get(target);
  const relative = (file: string): string => posix.relative(posix.dirname(to), file);
  if (page?.file === "rules.html" && anchor !== undefined) return relative(`rules/${anchor}.html`);
  if (page !== undefined) return relative(page.file) + hash;
  if (/^docs\/.*\.(png|svg|json)$/.test(target)) {
    files.push(target);
    return relative(target.slice("docs/".length));
  }
  return `${repository}/blob/main/${target}${hash}`;
}

/** A link that is named after a file of the repository is named after the page. */
function nameLinks(tokens: Token[], from: string, pages: Pages): void {
  tokens.forEach((token, i) => {
    const text = tokens[i + 1];
    if (token.type !== "link_open" || text?.type !== "text" || !text.content.endsWith(".md")) return;
    const target = posix.normalize(posix.join(posix.dirname(from), String(token.attrGet("href"))));
    text.content = pages.get(target)?.title ?? posix.basename(text.content, ".md");
  });
}

/** HTML in a text stays text, and markdown-it itself drops links of other schemes: nothing here can bring in a script. */
export function render(text: string, from: string, to: string, pages: Pages): Rendered {
  const md = markdownIt({ html: false, linkify: false, typographer: false, highlight: (code, lang) => (lang === "json" ? highlightJSON(code) : "") });
  const files: string[] = [];
  const headings: Heading[] = [];
  const tokens = md.parse(text.replace(/^<!--[^]*?-->\s*/, ""), {});
  const used = new Set<string>();
  tokens.forEach((token, i) => {
    if (token.type === "heading_open") {
      const plain = (tokens[i + 1]?.children ?? []).map((t) => (t.type === "text" || t.type === "code_inline" ? t.content : "")).join("");
      let id = slug(plain);
      for (let n = 1; used.has(id); n++) id = `${slug(plain)}-${n}`;
      used.add(id);
      token.attrSet("id", id);
      headings.push({ level: Number(token.tag.slice(1)), id, text: plain });
    }
    // An attribute with a style is blocked by the policy.
    const align = /text-align:(\w+)/.exec(String(token.attrGet("style") ?? ""))?.[1];
    if (align !== undefined) token.attrs = [["class", align]];
    // A column without a title has no header.
    if (token.type === "th_open" && tokens[i + 1]?.content === "") token.tag = (tokens[i + 2] as typeof token).tag = "td";
    nameLinks(token.children ?? [], from, pages);
    for (const child of token.children ?? []) {
      for (const name of ["href", "src"]) {
        const value = child.attrGet(name);
        if (value === null) continue;
        child.attrSet(name, link(String(value), from, to, pages, files));
        if (name === "href" && /^https?:/.test(String(child.attrGet(name)))) child.attrSet("rel", "noreferrer");
      }
    }
  });
  const html = md.renderer.render(tokens, md.options, {});
  // What is wider than a phone scrolls by itself, also by the keyboard.
  return { html: html.replaceAll("<table>", '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>').replaceAll("</table>", "</table></div>").replaceAll("<pre>", '<pre tabindex="0">'), headings, files };
}
