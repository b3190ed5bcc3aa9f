import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { NoticePlace } from "../frame/notices";
import { Icon } from "./icons";

/** A modal dialog: the browser keeps the focus in it and gives it back. */
export function Dialog({ title, onClose, children }: { title: string; onClose(): void; children: ComponentChildren }) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const box = ref.current;
    if (box === null || box.open) return;
    const before = document.activeElement;
    box.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} class="dialog" aria-labelledby={id} onClose={onClose} onClick={(e) => { if (e.target === ref.current) onClose(); }}>
      <div class="dialog-inner">
        <header class="dialog-head"><h2 id={id}>{title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={onClose}><Icon name="close" /></button></header>
        <div class="dialog-body">{children}</div>
      </div>
      <NoticePlace inDialog />
    </dialog>
  );
}
