import { shown } from "../state/body";
import type { Json } from "../state/json";

/** What a sample shows first, in a few words, for its picture in the gallery. */
export function gistOf(body: unknown, kind: string): { text: string; own: boolean } {
  const drawn = shown(body as Json, kind);
  switch (drawn.type) {
    case "message": {
      const part = drawn.content.parts[0];
      return { text: part?.value || part?.layout.caption || "", own: true };
    }
    case "poll": return { text: drawn.options.join(" · "), own: true };
    case "reaction": return { text: drawn.emoji || drawn.reaction, own: false };
    case "voicememo": return { text: "▶ ▂▅▃▆▂▅▁▃▅▂", own: true };
    default: return { text: "", own: true };
  }
}
