/**
 * Keeps the place of who uses the keyboard when the button that was pressed goes
 * away with what it did: a fix, a notice, a part that is removed.
 */

/** What has the focus, and what it is in, from the inside out. */
let path: HTMLElement[] = [];
/** The same, of what had the focus before a notice or a dialog had it. */
let before: HTMLElement[] = [];

/** What is done may take a while, such as a fix that the engine checks; in milliseconds. */
const LOOKS = [0, 100, 300, 1000];

/** In a dialog, what is nearest to what is gone: the rest of the page cannot have the focus. */
function inside(dialog: HTMLElement): void {
  const around = path.slice(1).filter((e) => e.isConnected && dialog.contains(e));
  for (const e of [...around, dialog]) {
    e.querySelector<HTMLElement>("button:not([disabled]), input, textarea, summary")?.focus({ preventScroll: true });
    if (document.activeElement !== document.body) return;
  }
}

function restore(): void {
  if (document.activeElement !== document.body || path[0] === undefined || path[0].isConnected) return;
  const dialog = document.querySelector<HTMLElement>("dialog[open]");
  if (dialog !== null) return inside(dialog);
  const wanted = [...path.slice(1), ...before].find((e) => e.isConnected && (e === before[0] || e.hasAttribute("tabindex")));
  wanted?.focus({ preventScroll: true });
}

export function listenToFocus(): void {
  window.addEventListener("focusin", (event) => {
    path = event.composedPath().filter((e) => e instanceof HTMLElement);
    if (path[0]?.closest(".notice-place, dialog") === null) before = path;
  });
  window.addEventListener("click", (event) => {
    // A click of the mouse or a finger leaves the place where it is.
    if (event.detail === 0) for (const delay of LOOKS) setTimeout(restore, delay);
  });
}
