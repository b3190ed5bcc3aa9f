/** The last segment of a URL's path, and its extension in lower case. */
export function fileOf(url: string): { name: string; extension: string } {
  const path = url.replace(/[?#].*$/, "").replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
  let name = path.slice(path.lastIndexOf("/") + 1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // A stray % is shown as it is.
  }
  const dot = name.lastIndexOf(".");
  return { name, extension: dot < 0 ? "" : name.slice(dot + 1).toLowerCase() };
}

export const hostOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? "";

/** Pictures that may be drawn: what is in the body itself, and what was dropped. */
export const drawable = (url: string): boolean => /^data:image\/(png|jpeg|gif|webp|svg\+xml|bmp)[;,]/i.test(url) || url.startsWith("blob:");
