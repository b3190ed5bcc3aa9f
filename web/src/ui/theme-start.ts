/** The part of the theme that the entry needs, before the page's code is there. */
export type Theme = "system" | "light" | "dark";

export const THEME_KEY = "linqlint.theme";

export function storedTheme(): Theme {
  try {
    const kept = localStorage.getItem(THEME_KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
