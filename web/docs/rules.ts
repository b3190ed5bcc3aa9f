import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { escape } from "./json.ts";
import type { Page } from "./layout.ts";
import { render, root, type Pages } from "./markdown.ts";

interface Example {
  title: string;
  kind: string;
  /** A text, or a long one by what repeats in it: scripts/engine.mjs packs. */
  body: string | [text: string, times: number][];
}

const unpack = (body: Example["body"]): string => (typeof body === "string" ? body : body.map(([text, times]) => text.repeat(times)).join(""));

export interface RuleData {
  id: string;
  severity: string;
  title: string;
  help: string;
  api_code: number;
  bad: Example[];
  good: Example[];
}

export const source = "docs/rules.md";

/** What npm run wasm wrote. */
export const loadRules = (): RuleData[] => JSON.parse(readFileSync(join(root, "web", "generated", "rules.json"), "utf8")) as RuleData[];

/** The fragment of a share link, in the form of src/state/link.ts. */
export function fragment(body: string, kind: string): string {
  const payload = JSON.stringify(kind === "" ? { body } : { body, kind });
  return `#v1=${deflateRawSync(Buffer.from(payload), { level: 9 }).toString("base64url")}`;
}

const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "").replaceAll("`", "").trim();

/** Puts a link to the playground after the title of each example. docs/rules.md shows some of them only. */
function withLinks(html: string, rule: RuleData): string {
  // The severity is beside the title.
  const lead = html.replace(/<p><strong>\w+<\/strong>: ([^]*?)<\/p>/, (_, text: string) => `<p class="lead">${text.charAt(0).toUpperCase()}${text.slice(1)}</p>`);
  return lead.replace(/<p>(Wrong|Right): ([^]*?)<\/p>/g, (all, word: "Wrong" | "Right", title: string) => {
    const list = word === "Wrong" ? rule.bad : rule.good;
    const example = list.find((e) => plain(title).startsWith(e.title.replaceAll("`", "")));
    if (example === undefined) throw new Error(`${source} has an example of ${rule.id} that the rule has not: ${all}`);
    return `<p class="example ${word.toLowerCase()}"><span><strong>${word}</strong>: ${title}</span>${open(example, word)}</p>`;
  });
}

/** The link that opens an example, unless a link cannot carry it: a link's body is text, and bytes that are not UTF-8 are not. */
function open(example: Example, word: string): string {
  const body = unpack(example.body);
  if (body.includes("\ufffd") || example.kind === "") return "";
  const label = escape(`Open in playground: ${word.toLowerCase()}, ${example.title}`);
  return ` <a class="open" href="../../index.html${fragment(body, example.kind)}" aria-label="${label}">Open in playground</a>`;
}

/** The rules' part of docs/rules.md, by rule, and what is above it. */
function sections(): { intro: string; byRule: Map<string, string> } {
  const text = readFileSync(join(root, source), "utf8");
  const [intro = "", ...rest] = text.split(/^## (?=[a-z0-9-]+$)/m);
  return { intro, byRule: new Map(rest.map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n"))])) };
}

/** The list of rules, and a page for each. */
export function rulePages(rules: RuleData[], pages: Pages): { list: Page; each: Page[] } {
  const { intro, byRule } = sections();
  const each = rules.map((rule, i): Page => {
    const file = `rules/${rule.id}.html`;
    const section = byRule.get(rule.id);
    if (section === undefined) throw new Error(`${source} has no section ${rule.id}`);
    const { html, headings } = render(section, source, file, pages);
    const near = (other: RuleData | undefined, word: string): string => (other === undefined ? "<span></span>" : `<a rel="${word}" href="${other.id}.html">${other.id}</a>`);
    const steps = `<nav class="steps" aria-label="Neighboring rules">${near(rules[i - 1], "prev")}${near(rules[i + 1], "next")}</nav>`;
    const top = `<p class="crumb"><a href="../rules.html">Rules</a></p><h1><code>${rule.id}</code> <span class="severity ${rule.severity}">${rule.severity}</span></h1>`;
    return { file, title: rule.id, html: top + withLinks(html, rule) + steps, headings, source };
  });
  const table = intro.replace(/\]\(#([a-z0-9-]+)\)/g, "](rules.md#$1)");
  const list = render(table, source, "rules.html", pages);
  return { list: { file: "rules.html", title: "Rules", html: list.html, headings: list.headings, source }, each };
}
