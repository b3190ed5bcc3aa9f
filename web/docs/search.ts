import { find, type Entry } from "./find";

let index: Promise<Entry[]> | undefined;

async function load(): Promise<Entry[]> {
  const response = await fetch(document.body.dataset.search ?? "");
  if (!response.ok) throw new Error(`the index is not there: ${response.status}`);
  return (await response.json()) as Entry[];
}

function link(entry: Entry): HTMLElement {
  const a = document.createElement("a");
  a.href = (document.body.dataset.up ?? "") + entry.file;
  const title = document.createElement("strong");
  title.textContent = entry.title;
  a.append(title);
  if (entry.severity !== undefined) {
    const severity = document.createElement("span");
    severity.className = `severity ${entry.severity}`;
    severity.textContent = entry.severity;
    const text = document.createElement("small");
    text.textContent = entry.text.slice(0, 90);
    a.append(" ", severity, text);
  }
  return a;
}

/** The search field of the bar: results below it, "/" to reach it, Enter for the first. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>(".search");
  const input = form?.querySelector("input");
  const results = document.getElementById("results");
  const live = document.querySelector("[data-found]");
  if (form == null || input == null || results === null || live === null) return;

  const show = async (): Promise<void> => {
    const query = input.value;
    let entries: Entry[];
    try {
      entries = await (index ??= load());
    } catch {
      index = undefined; // the next key tries again
      live.textContent = "The search could not be loaded.";
      return;
    }
    if (query !== input.value) return;
    const found = find(entries, query);
    results.replaceChildren(...found.map(link));
    if (found.length === 0 && query.trim() !== "") results.append("Nothing found");
    results.hidden = query.trim() === "";
    live.textContent = query.trim() === "" ? "" : `${found.length} found`;
  };
  input.addEventListener("input", () => void show());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      input.value = "";
      results.hidden = true;
      input.focus();
    } else if (step !== undefined && links.length > 0) {
      event.preventDefault();
      (links[at + step] ?? input).focus();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) results.hidden = true;
  });
  input.addEventListener("focus", () => void show());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || document.activeElement === input) return;
    event.preventDefault();
    input.focus();
  });
}
