import { effect, signal } from "@preact/signals";

/** Whether the first problems are underlined, or the page has waited long enough for them: what need not be there before comes now. */
export const settled = signal(false);
export const settle = (): void => void (settled.value = true);

/** Runs a function once what is on the page now was drawn. */
export function afterDrawing(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}

/** Runs a function as soon as the page has settled. */
export function onceSettled(run: () => void): void {
  const stop = effect(() => { if (settled.value) queueMicrotask(() => { stop(); run(); }); });
}

/** Runs a function when the browser has nothing else to do, but after this many milliseconds at the latest. */
export function whenIdle(run: () => void, timeout: number): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout });
  else setTimeout(run, timeout / 3);
}
