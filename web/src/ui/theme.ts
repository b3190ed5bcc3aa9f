import { signal } from "@preact/signals";
import { showTheme, storedTheme, THEME_KEY, type Theme } from "./theme-start";

export type { Theme };

/** The page's theme: the system's, unless the reader chose one. */
export const theme = signal<Theme>(storedTheme());

export function setTheme(chosen: Theme): void {
  theme.value = chosen;
  showTheme(chosen);
  try {
    if (chosen === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, chosen);
  } catch {
    // It lasts until the page is left.
  }
}
