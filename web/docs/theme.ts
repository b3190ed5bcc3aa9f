/** The theme, under the same key as the playground's. */
const key = "linqlint.theme";
const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

function stored(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? "system";
  } catch {
    return "system"; // storage is off
  }
}

function show(theme: Theme, button: Element | null): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  if (button !== null) button.textContent = `Theme: ${theme}`;
}

export function startTheme(): void {
  const button = document.querySelector(".theme");
  let theme = stored();
  show(theme, button);
  button?.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    show(theme, button);
    try {
      localStorage.setItem(key, theme);
    } catch {
      // It lasts until the page is left.
    }
  });
}
