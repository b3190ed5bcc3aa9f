"use strict";
const search = document.querySelector("#search");
const boxes = [...document.querySelectorAll(".tools input[type=checkbox]")];
const bars = [...document.querySelectorAll(".bars button")];
const articles = [...document.querySelectorAll("article")];
const count = document.querySelector("#count");
let rule = "";
function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const levels = new Set(boxes.filter((b) => b.checked).map((b) => b.value));
  let n = 0;
  for (const a of articles) {
    const text = (a.closest("details").dataset.path + " " + a.textContent).toLowerCase();
    a.hidden = !levels.has(a.dataset.level) || (rule && a.dataset.rule !== rule) || !words.every((w) => text.includes(w));
    if (!a.hidden) n++;
  }
  for (const d of document.querySelectorAll("details")) d.hidden = !d.querySelector("article:not([hidden])");
  for (const b of bars) b.setAttribute("aria-pressed", String(b.value === rule));
  count.textContent = n + " of " + articles.length + " shown";
}
search.addEventListener("input", show);
for (const b of boxes) b.addEventListener("change", show);
for (const b of bars) b.addEventListener("click", () => { rule = rule === b.value ? "" : b.value; show(); });
show();
