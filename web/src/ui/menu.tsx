import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

/** A button that opens a list of actions below it. Escape and a click outside of it close it. */
export function Menu({ label, icon, title, iconOnly = false, children }: { label: string; icon: ComponentChildren; title?: string; iconOnly?: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
      box.current?.querySelector<HTMLElement>("button")?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...(box.current?.querySelectorAll<HTMLElement>(".menu-list button, .menu-list a") ?? [])];
    if (step === undefined || !open || items.length === 0) return;
    event.preventDefault();
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  const choose = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest("[data-stays]") !== null || event.target.closest("button, a") === null) return;
    setOpen(false);
    box.current?.querySelector<HTMLElement>("button")?.focus();
  };
  return (
    <span ref={box} class="menu" onKeyDown={keys}>
      <button type="button" class={iconOnly ? "icon-button" : "button button-small"} aria-expanded={open} aria-controls={id} aria-label={iconOnly ? label : undefined} title={title ?? (iconOnly ? label : undefined)} onClick={() => setOpen(!open)}>
        {icon}{!iconOnly && <> {label}</>}
      </button>
      <div id={id} class="menu-list" hidden={!open} onClick={choose}>{open && children}</div>
    </span>
  );
}
