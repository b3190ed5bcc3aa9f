import { EditorPane } from "./editor/pane";
import { useDrops } from "./frame/drops";
import { Header } from "./frame/header";
import { EngineNote, Live, NoticePlace } from "./frame/notices";
import { More } from "./panels/more";
import { Stage } from "./preview/stage";
import { file } from "./state/document";
import { counts } from "./state/engine";
import { dialog, region, type DialogName, type Region } from "./state/ui";
import { Lazy } from "./ui/lazy";
import { shares, Splitter } from "./ui/splitter";

const regions: [Region, string][] = [["message", "Message"], ["editor", "Editor"], ["more", "Problems"]];

/** On a narrow page one of the three regions is shown. */
function Regions() {
  const { error, warning } = counts.value;
  return (
    <nav class="regions" aria-label="Regions">
      {regions.map(([id, name]) => (
        <button key={id} type="button" aria-pressed={region.value === id} onClick={() => (region.value = id)}>
          {name}
          {id === "more" && error + warning > 0 && <span class={`count ${error > 0 ? "count-error" : "count-warning"}`}>{error + warning}</span>}
        </button>
      ))}
    </nav>
  );
}

const dialogs: Record<DialogName, () => Promise<() => preact.JSX.Element | null>> = {
  gallery: () => import("./dialogs/gallery").then((m) => m.Gallery),
  share: () => import("./dialogs/share").then((m) => m.Share),
  recent: () => import("./dialogs/recent").then((m) => m.RecentTexts),
  about: () => import("./dialogs/about").then((m) => m.About),
  settings: () => import("./dialogs/settings").then((m) => m.SettingsDialog),
  guesses: () => import("./dialogs/guesses").then((m) => m.Guesses),
  picture: () => import("./dialogs/picture").then((m) => m.PictureDialog),
};

export function App() {
  const over = useDrops();
  const shown = dialog.value;
  return (
    <div class="app" data-region={region.value}>
      <a class="skip" href="#editor" onClick={(e) => { e.preventDefault(); region.value = "editor"; requestAnimationFrame(() => document.getElementById("editor")?.focus()); }}>Skip to the editor</a>
      <Header />
      <EngineNote />
      {file.value !== undefined && <Lazy name="records" load={() => import("./panels/records").then((m) => m.Records)} />}
      <main class="regions-grid" style={{ "--message": `${shares.message.value}%`, "--editor": `${shares.editor.value}%` }}>
        <section class="region stage" data-name="message" aria-label="Message"><Stage /></section>
        <Splitter between="message" label="Width of the message" />
        <section class="region editor" data-name="editor" id="editor" tabIndex={-1} aria-label="Request body"><EditorPane /></section>
        <Splitter between="editor" label="Height of the editor" />
        <section class="region more" data-name="more" aria-label="Problems and more"><More /></section>
      </main>
      <Regions />
      <Live />
      <NoticePlace />
      {shown !== undefined && <Lazy key={shown} name={shown} load={dialogs[shown]} />}
      {over && <div class="drop-veil" aria-hidden="true"><span>Drop a body, an NDJSON file, or a picture for a part</span></div>}
    </div>
  );
}
