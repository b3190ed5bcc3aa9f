import { signal } from "@preact/signals";

/** How much of the page the message and the editor have, in percent. */
export const shares = { message: signal(54), editor: signal(58) };
const usual = { message: 54, editor: 58 };
const least = 25;
const most = 75;

/** The gap between two regions, by which their sizes are changed: by the pointer, or with the arrow keys. */
export function Splitter({ between, label }: { between: keyof typeof shares; label: string }) {
  const share = shares[between];
  const across = between === "message";
  const put = (percent: number): void => void (share.value = Math.round(Math.max(least, Math.min(most, percent)) * 10) / 10);
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    put(100 * (across ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height));
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { [across ? "ArrowLeft" : "ArrowUp"]: -2, [across ? "ArrowRight" : "ArrowDown"]: 2 }[event.key];
    if (step !== undefined) put(share.value + step);
    else if (event.key === "Enter" || event.key === "Home") put(usual[between]);
    else return;
    event.preventDefault();
  };
  return (
    <div class={`splitter splitter-${between}`} role="separator" tabIndex={0} aria-label={label} aria-orientation={across ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(share.value)} aria-valuemin={least} aria-valuemax={most} title="Drag to resize, double-click for the usual size"
      onPointerDown={(e) => { e.preventDefault(); e.currentTarget.setPointerCapture(e.pointerId); }} onPointerMove={drag} onDblClick={() => put(usual[between])} onKeyDown={keys} />
  );
}
