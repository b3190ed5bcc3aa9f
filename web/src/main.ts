// The entry: it starts the engine's worker before it asks for the page, so that
// both load at once.
import "./styles/tokens.css";
import "./styles/shell.css";
import "./styles/controls.css";
import { startEarly } from "./engine/spawn";
import { showTheme, storedTheme } from "./ui/theme-start";

showTheme(storedTheme());
startEarly();
import("./page").catch((error: unknown) => {
  const app = document.getElementById("app") as HTMLElement;
  if (app.querySelector(".app:not(.skeleton)") === null) app.replaceChildren(failed());
  throw error;
});

/** What is shown if the page's code did not load. */
function failed(): HTMLElement {
  const note = document.createElement("div");
  note.className = "engine-failed";
  note.role = "alert";
  const again = document.createElement("button");
  again.className = "button button-small";
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  note.append("The page did not load.", again);
  return note;
}
