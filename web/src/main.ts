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
void import("./page");
