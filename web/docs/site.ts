import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Group, Page } from "./layout.ts";
import { render, root, type Pages } from "./markdown.ts";
import { loadRules, rulePages, type RuleData } from "./rules.ts";

/** The groups of the navigation, by the pages' names; what is not listed is under "Project". */
const order: [string, string[]][] = [
  ["Start", ["README", "guide", "cli", "inputs", "ci", "editors", "vscode", "npm", "other-languages"]],
  ["Reference", ["rules", "coming-from-another-api", "conformance"]],
  ["Many bodies", ["campaign", "beam", "performance"]],
  ["Project", []],
];
const labels: Record<string, string> = { README: "Overview" };

export interface Found {
  /** Relative to docs/. */
  file: string;
  title: string;
  /** What is searched besides the title. */
  text: string;
  severity?: string;
}

export interface Site {
  pages: Page[];
  groups: Group[];
  /** The repository's files that go along, below docs/. */
  files: string[];
  search: Found[];
}

const fileOf = (name: string): string => (name === "README" ? "index.html" : `${name}.html`);
const markdownIn = (dir: string): string[] => readdirSync(join(root, dir)).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3)).sort();

const titleOf = (text: string, source: string): string => {
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${source} has no title`);
  return title.replaceAll("`", "");
};

function navigation(all: Pages): Group[] {
  const names = markdownIn("docs");
  const listed = new Set(order.flatMap(([, pages]) => pages));
  return order.map(([title, pages]) => {
    const inGroup = pages.length > 0 ? pages.filter((name) => names.includes(name)) : names.filter((name) => !listed.has(name));
    const entries = inGroup.map((name) => ({ file: fileOf(name), title: labels[name] ?? all.get(`docs/${name}.md`)?.title ?? name }));
    if (pages.length === 0) entries.push({ file: "changelog.html", title: "Changelog" });
    return { title, pages: entries };
  });
}

const searchOf = (pages: Page[], rules: RuleData[]): Found[] => [
  ...rules.map((rule) => ({ file: `rules/${rule.id}.html`, title: rule.id, severity: rule.severity, text: `${rule.title} ${rule.api_code || ""} ${rule.help}`.replace(/\s+/g, " ") })),
  ...pages.map((page) => ({ file: page.file, title: page.title, text: `${page.file.replace(/\.html$/, "")} ${page.headings.filter((h) => h.level < 4).map((h) => h.text).join(" ")}` })),
];

/** Every page that is made of one file of the repository. */
function sources(): Pages {
  const files = new Map<string, string>([
    ...markdownIn("docs").map((name): [string, string] => [`docs/${name}.md`, fileOf(name)]),
    ...markdownIn("docs/decisions").map((name): [string, string] => [`docs/decisions/${name}.md`, `decisions/${name}.html`]),
    ["CHANGELOG.md", "changelog.html"],
  ]);
  return new Map([...files].map(([source, file]) => [source, { file, title: titleOf(readFileSync(join(root, source), "utf8"), source) }]));
}

/** Everything of the site, from the repository's Markdown. */
export function site(): Site {
  const all = sources();
  const rules = loadRules();
  const { list, each } = rulePages(rules, all);
  const files = new Set<string>();
  const pages: Page[] = [list];
  for (const [source, { file, title }] of all) {
    if (file === list.file) continue;
    const rendered = render(readFileSync(join(root, source), "utf8"), source, file, all);
    for (const name of rendered.files) files.add(name);
    pages.push({ file, title, html: rendered.html, headings: rendered.headings, source });
  }
  return { pages: [...pages, ...each], groups: navigation(all), files: [...files], search: searchOf(pages, rules) };
}
