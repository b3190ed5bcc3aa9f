/** The newest text, kept in this browser until it is cleared. Storage may be refused; then nothing is kept. */
const key = "linqlint.text";

export interface Kept {
  text: string;
  kind: string;
}

export function keep(it: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(it));
  } catch {
    // Full or forbidden: the page works without.
  }
}

export function kept(): Kept | undefined {
  try {
    const it: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof it === "object" && it !== null && "text" in it && typeof it.text === "string") {
      return { text: it.text, kind: "kind" in it && typeof it.kind === "string" ? it.kind : "" };
    }
  } catch {
    // What cannot be read is as good as nothing.
  }
  return undefined;
}

export function forget(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
