import { computed, effect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { sentenceOf } from "../engine/client";
import { text } from "../state/document";
import { engine, reported, summary } from "../state/engine";
import { closeNotice, dialog, notice } from "../state/ui";
import { Icon } from "../ui/icons";
import { SeverityMark } from "../ui/severity";

/** How the engine is doing, unless it is simply there. */
export function EngineNote() {
  const state = engine.state.value;
  if (state.status === "ready") return null;
  if (state.status === "loading") {
    const percent = Math.round(state.share * 100);
    return (
      <div class="engine" role="status">
        <span>{percent < 100 ? `Loading the engine, ${percent} %` : "Starting the engine"}</span>
        <span class="engine-track"><span style={{ width: `${percent}%` }} /></span>
      </div>
    );
  }
  if (state.status === "restarting") return <div class="engine engine-bad" role="status">The engine failed ({state.reason.replace(/^the engine failed: /, "")}) and is restarting. Your text is safe.</div>;
  return (
    <div class="engine-failed" role="alert">
      <SeverityMark severity="error" />
      <span><strong>The engine did not start.</strong> The editor and the message work without it, but nothing is checked. <span class="quiet">{sentenceOf(state.reason.replace(/^\w*Error: /, ""))}</span></span>
      <button type="button" class="button button-small" onClick={() => location.reload()}>Try again</button>
    </div>
  );
}

/** How long a notice stays, in milliseconds; one with a button stays longer, and as long as it is pointed at. */
const STAY = { plain: 6000, action: 15_000 };

/** The notice; while a dialog is open, in the dialog: what is outside of it is dimmed, and hidden from screen readers. */
export function NoticePlace({ inDialog = false }: { inDialog?: boolean }) {
  const current = inDialog === (dialog.value !== undefined) ? notice.value : undefined;
  const [held, hold] = useState(false);
  useEffect(() => {
    if (current === undefined || held) return;
    const timer = setTimeout(() => closeNotice(current), current.action === undefined ? STAY.plain : STAY.action);
    return () => clearTimeout(timer);
  }, [current, held]);
  return (
    <div class="notice-place" role="status" aria-live="polite" onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)} onFocusIn={() => hold(true)} onFocusOut={() => hold(false)}>
      {current !== undefined && (
        <div class={`notice notice-${current.tone}`}>
          <span>{current.text}</span>
          {current.action !== undefined && (
            <button type="button" class="notice-action" onClick={() => { const action = current.action; closeNotice(); action?.run(); }}>{current.action.label}</button>
          )}
          <button type="button" class="notice-close" aria-label="Close the notice" onClick={() => closeNotice()}><Icon name="close" size={12} /></button>
        </div>
      )}
    </div>
  );
}

const result = computed(() => (reported.value === undefined ? "" : summary.value));

/** The result, for screen readers, once the typing rests. */
export function Live() {
  const [said, say] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      const next = result.value;
      void text.value; // a key begins the rest anew
      clearTimeout(timer);
      timer = setTimeout(() => say(next), 700);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return <div class="visually-hidden" role="status" aria-live="polite" data-live>{said}</div>;
}
