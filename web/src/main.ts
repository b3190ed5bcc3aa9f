// The entry: it starts the engine's worker before it asks for the page, so that
// both are on their way at once.
import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/message.css";
import "./styles/panels.css";
import "./styles/animations.css";
import { startEarly } from "./engine/spawn";
import { restoreTheme } from "./ui/theme";

restoreTheme();
startEarly();
import("./page").catch((error: unknown) => {
  const app = document.getElementById("app") as HTMLElement;
  if (app.childElementCount === 0) app.replaceChildren(failed());
  throw error;
});

/** What stands where the page did not come: without the page's code. */
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
