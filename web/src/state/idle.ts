/** Runs a function when the browser has nothing else to do, but after this many milliseconds at the latest. */
export function whenIdle(run: () => void, timeout: number): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout });
  else setTimeout(run, timeout / 3);
}
