import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { content, kindChoice, parsed, text, write } from "../state/document";
import { kind, registry, report, reported, rules } from "../state/engine";
import { applyFix } from "../state/fixes";
import { afterDrawing, settle, settled } from "../state/idle";
import { formatted, spanAt } from "../state/json";
import { editorView, setEditor, showRule } from "../wiring/navigate";
import { HistoryButtons } from "../ui/history-buttons";
import { editing, selected } from "../state/ui";
import { Icon } from "../ui/icons";
import { Lazy } from "../ui/lazy";
import { editorCode } from "./code";
import type { Explained } from "./diagnostics";

const explained: Explained = { rule: (id) => rules.peek().find((r) => r.id === id), open: showRule, apply: (d, fix) => void applyFix(d, fix) };

/** A body longer than this is not searched for the part under the cursor, in UTF-16 code units. */
const MOST_FOLLOWED = 30_000;

/** Lets a report that has arrived meanwhile be read first: the editor is drawn with its problems at once. */
const afterMessages = <T,>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value)));

/** Resolves behind what Preact draws of the changes of this task, and before the browser does. */
const afterRender = (): Promise<void> => Promise.resolve().then(() => undefined);

function Editor({ hidden }: { hidden: boolean }) {
  const host = useRef<HTMLDivElement>(null);
  const [failed, fail] = useState(false);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    editorCode.then(afterMessages).then(({ completeEditor, createEditor, showDiagnostics, showText }) => {
      if (host.current === null || gone) return;
      const view = createEditor(host.current, {
        text: text.peek(),
        changed: write,
        moved: () => {
          clearTimeout(timer);
          if (text.peek().length <= MOST_FOLLOWED) timer = setTimeout(followCursor, 120);
        },
        focused: setFocused,
        knowledge: () => ({ registry: registry.peek(), kind: kind.peek() || "messages.create" }),
        explained,
      });
      setEditor(view);
      const stops = [
        effect(() => showText(view, text.value)),
        effect(() => {
          const { diagnostics } = report.value;
          const checked = reported.value;
          if (checked !== text.peek()) return;
          if (!settled.peek()) {
            showDiagnostics(view, diagnostics, explained);
            return afterDrawing(settle);
          }
          // Once the panels are drawn: what is drawn here asks the browser for places, for which it lays out everything so far.
          void afterRender().then(() => {
            if (checked === text.peek() && report.peek().diagnostics === diagnostics && editorView() === view) showDiagnostics(view, diagnostics, explained);
          });
        }),
        effect(() => { if (settled.value) completeEditor(view); }),
      ];
      close = () => {
        stops.forEach((stop) => stop());
        view.destroy();
        setEditor(undefined);
      };
    }, () => fail(true));
    return () => {
      gone = true;
      clearTimeout(timer);
      close?.();
    };
  }, []);
  if (!failed) {
    return (
      <>
        <div ref={host} class="editor-host" hidden={hidden} data-editor />
        {focused && !hidden && <p class="editor-hint" aria-hidden="true"><kbd>Tab</kbd> indents; <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the editor.</p>}
      </>
    );
  }
  return (
    <div class="panel-empty" role="alert" hidden={hidden}>
      <span class="panel-empty-title">The editor did not load.</span>
      <span>The form works without it. <button type="button" class="button button-small" onClick={() => (editing.value = "form")}>Use the form</button></span>
    </div>
  );
}

/** The part that the cursor is in is the one that the ruler shows. */
function followCursor(): void {
  const shown = content.peek();
  const view = editorView();
  if (shown === undefined || view?.hasFocus !== true || text.peek().length > MOST_FOLLOWED) return;
  const offset = view.state.selection.main.head;
  const part = shown.parts.find((p) => {
    const span = spanAt(parsed.peek(), p.path);
    return span !== undefined && span.start <= offset && offset <= span.end;
  });
  if (part !== undefined && selected.peek()?.part !== part.index) selected.value = { part: part.index, start: 0, end: 0 };
}

/** The editor and the form: one text, two views. */
export function EditorPane() {
  const mode = editing.value;
  return (
    <>
      <div class="editor-bar">
        <h2 class="visually-hidden">Request body</h2>
        <div class="segments" role="group" aria-label="View of the body">
          <button type="button" aria-pressed={mode === "json"} onClick={() => (editing.value = "json")}>JSON</button>
          <button type="button" aria-pressed={mode === "form"} onClick={() => (editing.value = "form")}>Form</button>
        </div>
        <label class="kind">
          <span class="visually-hidden">Kind of request</span>
          <select value={kindChoice.value} onChange={(e) => (kindChoice.value = e.currentTarget.value)}>
            <option value="">{kindChoice.value === "" && kind.value !== "" ? `${kind.value} (detected)` : "detect the kind"}</option>
            {registry.value.kinds.map((k) => <option key={k.name} value={k.name}>{k.name}</option>)}
          </select>
        </label>
        <HistoryButtons />
        <button type="button" class="button button-small" aria-label="Format" title="Indent by two spaces (Shift+Alt+F)" onClick={() => write(formatted(text.peek()))}>
          <Icon name="indent" size={14} /><span class="wide-only">Format</span></button>
      </div>
      <div class="editor-body">
        <Editor hidden={mode !== "json"} />
        {mode === "form" && <div class="form-scroll"><Lazy name="form" load={() => import("../form/form").then((m) => m.Form)} /></div>}
      </div>
    </>
  );
}
