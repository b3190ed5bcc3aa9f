import { useEffect, useRef, useState } from "preact/hooks";
import { effect } from "@preact/signals";
import { content, editing, editorView, kind, kindChoice, registry, report, reported, rules, selected, setEditor, showRule, text } from "../state/workspace";
import { spanAt, parseBody } from "../state/body";
import { Icon } from "../ui/icons";
import { Form } from "../form/form";
import { editorCode } from "./code";
import type { Explained } from "./diagnostics";

const explained: Explained = { rule: (id) => rules.peek().find((r) => r.id === id), open: showRule };

function Editor({ hidden }: { hidden: boolean }) {
  const host = useRef<HTMLDivElement>(null);
  const [failed, fail] = useState(false);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    editorCode.then(({ createEditor, showDiagnostics }) => {
      if (host.current === null || gone) return;
      const view = createEditor(host.current, {
        text: text.peek(),
        changed: (next) => (text.value = next),
        moved: follow,
        knowledge: () => ({ registry: registry.peek(), kind: kind.peek() || "messages.create" }),
        explained,
      });
      setEditor(view);
      const stop = effect(() => {
        const { diagnostics } = report.value;
        if (reported.value === view.state.doc.toString()) showDiagnostics(view, diagnostics, explained);
      });
      close = () => {
        stop();
        view.destroy();
        setEditor(undefined);
      };
    }, () => fail(true));
    return () => {
      gone = true;
      close?.();
    };
  }, []);
  if (!failed) return <div ref={host} class="editor-host" hidden={hidden} data-editor />;
  return (
    <div class="panel-empty" role="alert" hidden={hidden}>
      <span class="panel-empty-title">The editor did not load.</span>
      <span>The form works without it. <button type="button" class="button button-small" onClick={() => (editing.value = "form")}>Use the form</button></span>
    </div>
  );
}

/** The part in which the cursor stands is the one that the ruler shows. */
function follow(offset: number): void {
  const it = content.peek();
  if (it === undefined || editorView()?.hasFocus !== true) return;
  const parsed = parseBody(text.peek());
  const part = it.parts.find((p) => {
    const span = spanAt(parsed, p.path);
    return span !== undefined && span.start <= offset && offset <= span.end;
  });
  if (part !== undefined && selected.peek()?.part !== part.index) selected.value = { part: part.index, start: 0, end: 0 };
}

function format(): void {
  const view = editorView();
  if (view !== undefined) void editorCode.then(({ formatDocument }) => formatDocument(view));
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
            <option value="">{kindChoice.value === "" && report.value.kind !== "" ? `${report.value.kind} (detected)` : "detect the kind"}</option>
            {registry.value.kinds.map((k) => <option key={k.name} value={k.name}>{k.name}</option>)}
          </select>
        </label>
        <button type="button" class="button button-small" aria-label="Format" title="Format" onClick={format}>
          <Icon name="indent" size={14} /><span class="wide-only">Format</span></button>
      </div>
      <div class="editor-body">
        <Editor hidden={mode !== "json"} />
        {mode === "form" && <div class="form-scroll"><Form /></div>}
      </div>
    </>
  );
}
