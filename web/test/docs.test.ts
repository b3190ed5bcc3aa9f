// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { find, type Entry } from "../docs/find.ts";
import { highlightJSON } from "../docs/json.ts";
import { render } from "../docs/markdown.ts";
import { unpack } from "../src/state/link";
import { path } from "./wasm";

// Reads what "npm run build" made.
const dist = path("dist");
const pages = existsSync(join(dist, "docs")) ? (readdirSync(join(dist, "docs"), { recursive: true }) as string[]).filter((name) => name.endsWith(".html")).map((name) => `docs/${name}`) : [];
const html = (file: string): string => readFileSync(join(dist, file), "utf8");
const rules = JSON.parse(readFileSync(path("generated/rules.json"), "utf8")) as { id: string; bad: { kind: string; body: unknown }[] }[];
const index = (): Entry[] => JSON.parse(html(`docs/${readdirSync(join(dist, "docs")).find((name) => /^search-\w+\.json$/.test(name)) ?? ""}`)) as Entry[];

test("there is a page for every rule and every file of docs", () => {
  expect(pages, "run npm run build first").toContain("docs/index.html");
  for (const { id } of rules) expect(pages).toContain(`docs/rules/${id}.html`);
  for (const name of readdirSync(path("../docs")).filter((n) => n.endsWith(".md") && n !== "README.md")) expect(pages).toContain(`docs/${name.replace(/md$/, "html")}`);
});

test("every link leads somewhere, and nothing is loaded from elsewhere", () => {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (file: string): Set<string> => {
    if (!anchors.has(file)) anchors.set(file, new Set([...html(file).matchAll(/ id="([^"]*)"/g)].map((m) => m[1] ?? "")));
    return anchors.get(file) as Set<string>;
  };
  const broken: string[] = [];
  for (const page of pages) {
    const text = html(page);
    if (!text.includes(`http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'`)) broken.push(`${page}: no policy`);
    if (/<(script|style)>|<[^>]* (style|on\w+)=/.test(text)) broken.push(`${page}: a script or a style in the page`);
    for (const [, name, target = ""] of text.matchAll(/ (href|src)="([^"]*)"/g)) {
      if (name === "href" && target.startsWith("https://")) continue;
      const [file = "", anchor] = target.split("#");
      const to = file === "" ? page : posix.join(posix.dirname(page), file);
      if (!existsSync(join(dist, to))) broken.push(`${page}: ${target}`);
      else if (anchor !== undefined && !anchor.startsWith("v1=") && !anchorsOf(to).has(anchor)) broken.push(`${page}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

test("a rule's examples open in the playground", async () => {
  const link = /index\.html#(v1=[\w-]+)"/.exec(html("docs/rules/decoration-range-bounds.html"))?.[1] ?? "";
  const example = rules.find((rule) => rule.id === "decoration-range-bounds")?.bad[0];
  expect(JSON.parse(await unpack(link))).toEqual({ body: example?.body, kind: example?.kind });
  const without = rules.filter(({ id, bad }) => bad.some((e) => e.kind !== "") && !html(`docs/rules/${id}.html`).includes("#v1="));
  expect(without.map((rule) => rule.id)).toEqual([]);
});

test.each([
  ["decoration-overlap", "decoration-overlap"],
  ["overlap", "decoration-overlap"],
  ["link part only", "parts-link-alone"],
  ["guide", "Building a body"],
])("the search for %s finds %s", (query, title) => {
  expect(find(index(), query).map((entry) => entry.title)).toContain(title);
});

test("the search finds nothing for nothing", () => {
  expect(find(index(), "")).toEqual([]);
  expect(find(index(), "zzzz")).toEqual([]);
});

test("Markdown brings in no HTML and no script", () => {
  const { html: out } = render('<script>x</script> <b onclick="x">y</b> [a](javascript:x) ![b](data:text/html,x)\n\n```json\n{"<b>": "</span>"}\n```\n', "docs/README.md", "index.html", new Map());
  expect(out).not.toMatch(/<script|<b|href|src/);
  expect(highlightJSON('{"a": [1, true, "<"]}')).toBe('{<span class="j-name">&quot;a&quot;</span>: [<span class="j-atom">1</span>, <span class="j-atom">true</span>, <span class="j-string">&quot;&lt;&quot;</span>]}');
});

test("a link to a file that is not there fails the build", () => {
  expect(() => render("[a](nothing.md)", "docs/README.md", "index.html", new Map())).toThrow("docs/README.md links to nothing.md, which does not exist");
});
