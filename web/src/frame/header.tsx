import { writeMessage } from "../wiring/start-message";
import { fileName, openFile, saveFile } from "../wiring/files";
import { blank, file } from "../state/document";
import { clear } from "../state/open";
import { settingsText } from "../state/settings";
import { recent } from "../state/storage";
import { dialog } from "../state/ui";
import { Icon } from "../ui/icons";
import { Menu } from "../ui/menu";
import { setTheme, theme, type Theme } from "../ui/theme";

const themes: [Theme, string][] = [["system", "System"], ["light", "Light"], ["dark", "Dark"]];

/** The page's own appearance. */
function ThemeChoice() {
  return (
    <div class="menu-row" data-stays role="group" aria-label="Theme of the page">
      <span class="menu-label">Theme</span>
      <span class="segments">
        {themes.map(([id, name]) => <button key={id} type="button" aria-pressed={theme.value === id} onClick={() => setTheme(id)}>{name}</button>)}
      </span>
    </div>
  );
}

export function Header() {
  return (
    <header class="top">
      <h1 class="mark">linq<span>lint</span></h1>
      <p class="top-about"><span class="top-about-long">Check and preview JSON for Linq's Partner API: iMessage, RCS, SMS. Runs in this page.</span><span class="top-about-short">Check JSON for Linq's Partner API: iMessage, RCS, SMS</span></p>
      <nav class="top-tools" aria-label="Page">
        <button type="button" class="button" onClick={() => (dialog.value = "gallery")}><Icon name="grid" /> Examples</button>
        <button type="button" class="button button-primary" onClick={() => (dialog.value = "share")}><Icon name="share" /> Share</button>
        <Menu label="Menu" iconOnly icon={<Icon name="menu" />}>
          <button type="button" onClick={writeMessage}>Write a message</button>
          <button type="button" onClick={() => void openFile()}>Open a file…</button>
          <button type="button" onClick={() => void saveFile()}>Save {fileName()}{file.value === undefined ? "" : " (NDJSON)"}</button>
          <button type="button" onClick={() => (dialog.value = "recent")}>Recent texts…{recent.value.length > 0 && <span class="menu-count">{recent.value.length}</span>}</button>
          <button type="button" disabled={blank.value} onClick={clear}>Clear</button>
          <hr />
          <button type="button" onClick={() => (dialog.value = "picture")}>Picture of the message…</button>
          <button type="button" onClick={() => (dialog.value = "settings")}>Rule settings…{settingsText.value !== "" && <span class="menu-count">on</span>}</button>
          <hr />
          <ThemeChoice />
          <hr />
          <button type="button" onClick={() => (dialog.value = "about")}>About and keys</button>
        </Menu>
      </nav>
    </header>
  );
}
