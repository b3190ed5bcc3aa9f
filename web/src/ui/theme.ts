/** Light or dark: the system's, unless it was switched here. */
const key = "linqlint.theme";

export type Theme = "light" | "dark";

function stored(): Theme | undefined {
  try {
    const it = localStorage.getItem(key);
    return it === "light" || it === "dark" ? it : undefined;
  } catch {
    return undefined;
  }
}

export function currentTheme(): Theme {
  return stored() ?? (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // It holds until the page is left.
  }
}

/** Before anything is drawn. */
export function restoreTheme(): void {
  const theme = stored();
  if (theme !== undefined) document.documentElement.dataset.theme = theme;
}
