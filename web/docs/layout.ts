import { escape } from "./json.ts";
import { repository, type Heading } from "./markdown.ts";

/** The built files that every page loads, relative to the site. */
export interface Assets {
  script: string;
  style: string;
  search: string;
}

export interface Page {
  /** Relative to docs/ in the site. */
  file: string;
  title: string;
  html: string;
  headings: Heading[];
  /** The repository's file that it is made of. */
  source: string;
}

export interface Group {
  title: string;
  pages: { file: string; title: string }[];
}

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The list of all pages; the current one is marked. */
function navigation(groups: Group[], file: string, up: string): string {
  const item = (page: Group["pages"][number]): string =>
    `<li><a href="${up}${page.file}"${page.file === file ? ' aria-current="page"' : ""}>${escape(page.title)}</a></li>`;
  return groups.map((group) => `<h2>${escape(group.title)}</h2><ul>${group.pages.map(item).join("")}</ul>`).join("");
}

function contents(headings: Heading[]): string {
  const list = headings.filter((h) => h.level === 2);
  if (list.length < 3) return "";
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${list.map((h) => `<li><a href="#${h.id}">${escape(h.text)}</a></li>`).join("")}</ul></nav>`;
}

/** A whole page. */
export function layout(page: Page, groups: Group[], assets: Assets): string {
  const up = "../".repeat(page.file.split("/").length - 1);
  const rule = page.file.startsWith("rules/");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escape(page.title)} · linqlint</title>
<link rel="icon" href="${up}../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}../${assets.style}">
<script type="module" blocking="render" src="${up}../${assets.script}"></script>
</head>
<body data-up="${up}" data-search="${up}${assets.search}">
<a class="skip" href="#content">Skip to the content</a>
<header class="bar">
<a class="mark" href="${up}index.html">linq<span>lint</span></a>
<form class="search" role="search">
<input type="search" aria-label="Search rules and pages" placeholder="Search rules" autocomplete="off" spellcheck="false" aria-controls="results">
<div class="results" id="results" hidden></div>
</form>
<p class="visually-hidden" data-found aria-live="polite"></p>
<nav class="links" aria-label="Site"><a href="${up}../index.html">Playground</a><a href="${repository}" rel="noreferrer">Source</a><button type="button" class="theme">Theme</button></nav>
</header>
<div class="columns">
<nav class="pages" aria-label="Documentation">
<details class="pages-list" open><summary>All pages</summary>${navigation(groups, rule ? "rules.html" : page.file, up)}</details>
</nav>
<main id="content" tabindex="-1" class="${rule ? "rule" : "prose"}">
${page.html}
<p class="source"><a href="${repository}/blob/main/${page.source}" rel="noreferrer">${escape(page.source)}</a></p>
</main>
${contents(page.headings)}
</div>
</body>
</html>
`;
}
