import { useEffect, useState } from "preact/hooks";
import { EditorPane } from "./editor/pane";
import { Gallery } from "./gallery/gallery";
import { More } from "./panels/more";
import { Share } from "./panels/share";
import { Records } from "./panels/records";
import { Stage } from "./preview/stage";
import { receive } from "./state/receive";
import { forget } from "./state/storage";
import { dialog, engine, notice, open, region, reported, say, summary, counts, text, type Region } from "./state/workspace";
import { Icon } from "./ui/icons";
import { SeverityMark } from "./ui/severity";
import { shares, Splitter } from "./ui/splitter";
import { currentTheme, setTheme } from "./ui/theme";

/** How the engine is doing, where it is not simply there. */
function EngineNote() {
  const state = engine.state.value;
  if (state.status === "ready") return null;
  if (state.status === "loading") {
    const percent = Math.round(state.share * 100);
    return (
      <div class="engine" role="status">
        <span>{percent < 100 ? `Fetching the engine, ${percent} %` : "Starting the engine"}</span>
        <span class="engine-track"><span style={{ width: `${percent}%` }} /></span>
      </div>
    );
  }
  if (state.status === "restarting") return <div class="engine engine-bad" role="status">The engine failed ({state.reason.replace(/^the engine failed: /, "")}) and is starting again. Your text is safe.</div>;
  return (
    <div class="engine-failed" role="alert">
      <SeverityMark of="error" />
      <span><strong>The engine could not be started.</strong> The editor and the message work without it, but nothing is checked. <span class="quiet">{state.reason.replace(/^\w*Error: /, "")}</span></span>
      <button type="button" class="button button-small" onClick={() => location.reload()}>Try again</button>
    </div>
  );
}

function Notice() {
  const now = notice.value;
  useEffect(() => {
    if (now === undefined) return;
    const timer = setTimeout(() => { if (notice.peek() === now) notice.value = undefined; }, 6000);
    return () => clearTimeout(timer);
  }, [now]);
  return <div class="notice-place" role="status" aria-live="polite">{now !== undefined && <div class={`notice notice-${now.tone}`}>{now.text}</div>}</div>;
}

function Header() {
  const [theme, show] = useState(currentTheme());
  const next = theme === "dark" ? "light" : "dark";
  return (
    <header class="top">
      <h1 class="mark">linq<span>lint</span></h1>
      <p class="top-about wide-only">See a message before it is sent</p>
      <nav class="top-tools" aria-label="Page">
        <button type="button" class="button" onClick={() => (dialog.value = "gallery")}><Icon name="grid" /> Examples</button>
        <button type="button" class="button" onClick={() => { forget(); open(""); say("Cleared, here and in this browser's storage."); }}>Clear</button>
        <button type="button" class="button button-primary" onClick={() => (dialog.value = "share")}><Icon name="share" /> Share</button>
        <button type="button" class="icon-button" aria-label={`Switch to ${next}`} title={`Switch to ${next}`} onClick={() => { setTheme(next); show(next); }}>
          <Icon name={theme === "dark" ? "sun" : "moon"} /></button>
      </nav>
    </header>
  );
}

const regions: [Region, string][] = [["message", "Message"], ["editor", "Editor"], ["more", "Problems"]];

/** On a narrow page the three regions take turns. */
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

/** Said once the typing rests, so that a screen reader is not flooded. */
function Live() {
  const [said, say] = useState("");
  const now = reported.value === undefined ? "" : summary.value;
  useEffect(() => {
    const timer = setTimeout(() => say(now), 700);
    return () => clearTimeout(timer);
  }, [now, text.value]);
  return <div class="visually-hidden" role="status" aria-live="polite" data-live>{said}</div>;
}

export function App() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // The part under the pointer is marked where it stands: a drag moves too often to draw all for it.
    let under: Element | null = null;
    const mark = (next: Element | null): void => {
      if (next === under) return;
      under?.removeAttribute("data-over");
      next?.setAttribute("data-over", "");
      under = next;
    };
    const drag = (e: DragEvent): void => {
      if (e.dataTransfer?.types.includes("Files") !== true) return;
      e.preventDefault();
      setOver(e.type === "dragover");
      mark(e.type === "dragover" && e.target instanceof Element ? e.target.closest("[data-part]:has(.media)") : null);
    };
    const drop = (e: DragEvent): void => {
      const files = [...(e.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      e.preventDefault();
      setOver(false);
      mark(null);
      const part = e.target instanceof Element ? e.target.closest("[data-part]")?.getAttribute("data-part") : undefined;
      void receive(files, part === undefined || part === null ? undefined : Number(part));
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", drag);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", drag);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return (
    <div class="app" data-region={region.value}>
      <a class="skip" href="#editor" onClick={(e) => { e.preventDefault(); region.value = "editor"; requestAnimationFrame(() => document.getElementById("editor")?.focus()); }}>Skip to the editor</a>
      <Header />
      <EngineNote />
      <Records />
      <main class="regions-grid" style={{ "--message": `${shares.message.value}%`, "--editor": `${shares.editor.value}%` }}>
        <section class="region stage" data-name="message" aria-label="Message"><Stage /></section>
        <Splitter of="message" label="Width of the message" />
        <section class="region editor" data-name="editor" id="editor" tabIndex={-1} aria-label="Request body"><EditorPane /></section>
        <Splitter of="editor" label="Height of the editor" />
        <section class="region more" data-name="more" aria-label="Problems and more"><More /></section>
      </main>
      <Regions />
      <Live />
      <Notice />
      {dialog.value === "gallery" && <Gallery />}
      {dialog.value === "share" && <Share />}
      {over && <div class="drop-veil" aria-hidden="true"><span>Drop a body, an NDJSON file, or a picture onto a part</span></div>}
    </div>
  );
}
