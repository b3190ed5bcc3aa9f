// What every page of the documentation loads: the theme, and the search.
import "./docs.css";
import { startSearch } from "./search";
import { startTheme } from "./theme";

startTheme();

// A link to a rule in the long page of the repository leads to the rule's own.
const anchor = location.hash.slice(1);
if (/\/rules\.html$/.test(location.pathname) && document.querySelector(`a[href="rules/${CSS.escape(anchor)}.html"]`) !== null) {
  location.replace(`rules/${anchor}.html`);
}

startSearch();

// The list of pages is closed on a phone, where it would be above everything.
const list = document.querySelector<HTMLDetailsElement>(".pages-list");
if (list !== null && matchMedia("(width < 900px)").matches) list.open = false;
