import { computed, signal } from "@preact/signals";
import { showTheme, storedTheme, THEME_KEY, type Theme } from "./theme-start";

export type { Theme };

/** The page's theme: the system's, unless the reader chose one. */
export const theme = signal<Theme>(storedTheme());

export function setTheme(chosen: Theme): void {
  showTheme(chosen);
  theme.value = chosen;
  try {
    if (chosen === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, chosen);
  } catch {
    // It lasts until the page is left.
  }
}

const asked = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
const systemIsDark = signal(asked?.matches ?? false);
asked?.addEventListener("change", () => (systemIsDark.value = asked.matches));

/** The appearance that the page has: its theme's, or the system's. */
export const pageAppearance = computed((): "light" | "dark" => {
  void theme.value;
  const set = document.documentElement.dataset.theme; // an editor that shows the message sets it too
  return set === "light" || set === "dark" ? set : systemIsDark.value ? "dark" : "light";
});
