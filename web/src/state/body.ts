/**
 * Reads a body for the preview and the form. It takes what it can use and
 * ignores the rest: reporting what is wrong is the engine's part.
 */
import registered from "../../generated/registry.json";
import { isObject, isSame, type Json, type JsonObject } from "./json";
import type { Path } from "./schema";

const objectOf = (v: Json | undefined): JsonObject => (isObject(v) ? v : {});
const textOf = (v: Json | undefined): string => (typeof v === "string" ? v : "");
const listOf = (v: Json | undefined): Json[] => (Array.isArray(v) ? v : []);

export interface Decoration {
  /** Its index in text_decorations. */
  index: number;
  start: number;
  end: number;
  style: string;
  animation: string;
}

/** A picture in place of a stretch of a text. */
export interface Sticker {
  start: number;
  end: number;
  /** Its url or attachment_id. */
  source: string;
}

export interface Layout {
  caption: string;
  subcaption: string;
  trailing_caption: string;
  trailing_subcaption: string;
  image_title: string;
  image_subtitle: string;
  image_url: string;
}

export interface Part {
  index: number;
  pointer: string;
  path: Path;
  type: string;
  value: string;
  decorations: Decoration[];
  stickers: Sticker[];
  /** Whether a media part is sent as a sticker. */
  sticker: boolean;
  mention: string;
  mentionRange: [number, number] | undefined;
  url: string;
  attachmentId: string;
  app: string;
  layout: Layout;
  fallback: string;
  caption: string;
  /** The part as it is written: equal ones are drawn alike. */
  json: Json;
}

/** The API takes at most this many parts, so more are not drawn. */
export const MOST_PARTS: number = registered.limits.parts;
/** The most decorations of a text that are drawn. */
export const MOST_DECORATIONS = 500;

/** What a body shows. */
export interface Content {
  /** The path of the message content: [] or ["message"]. */
  path: Path;
  from: string;
  to: string[];
  /** The first parts, at most MOST_PARTS. */
  parts: Part[];
  /** How many parts there are. */
  total: number;
  effect: { name: string; type: string } | undefined;
  reply: { id: string; part: number } | undefined;
  service: string;
  experience: { name: string; action: string } | undefined;
}

/** Where a sticker lies on a bubble: x and y from -1 to 1, scale, and rotation in degrees. */
export interface Placement {
  x: number;
  y: number;
  scale: number;
  rotation: number;
}

export type Shown =
  | { type: "message"; content: Content }
  | { type: "edit"; text: string; part: number }
  | { type: "reaction"; operation: string; reaction: string; emoji: string; part: number; placement: Placement | undefined }
  | { type: "placement"; placement: Placement }
  | { type: "voicememo"; url: string; attachmentId: string }
  | { type: "card"; layout: Layout; url: string; app: string }
  | { type: "poll"; options: string[]; adding: boolean }
  | { type: "vote"; operation: string; option: string }
  | { type: "attachment"; filename: string; contentType: string; size: number }
  | { type: "nothing" };

function readDecorations(list: Json | undefined): Decoration[] {
  return listOf(list).slice(0, MOST_DECORATIONS).flatMap((d, index): Decoration[] => {
    if (!isObject(d) || !Array.isArray(d.range)) return [];
    const [start, end] = d.range;
    if (typeof start !== "number" || typeof end !== "number" || !(start <= end)) return [];
    return [{ index, start, end, style: textOf(d.style), animation: textOf(d.animation) }];
  });
}

function readStickers(list: Json | undefined): Sticker[] {
  return listOf(list).slice(0, MOST_DECORATIONS).flatMap((s): Sticker[] => {
    if (!isObject(s) || !Array.isArray(s.range)) return [];
    const [start, end] = s.range;
    if (typeof start !== "number" || typeof end !== "number" || !(start < end)) return [];
    return [{ start, end, source: textOf(s.url) || textOf(s.attachment_id) }];
  });
}

function readPlacement(v: Json | undefined): Placement | undefined {
  if (!isObject(v)) return undefined;
  const within = (n: Json | undefined, least: number, most: number, usual: number): number => (typeof n === "number" ? Math.max(least, Math.min(most, n)) : usual);
  return { x: within(v.x, -1, 1, 0), y: within(v.y, -1, 1, 0), scale: within(v.scale, 0.05, 2.5, 1), rotation: within(v.rotation, -360, 360, 0) };
}

function readLayout(v: Json | undefined): Layout {
  const o = objectOf(v);
  return {
    caption: textOf(o.caption), subcaption: textOf(o.subcaption),
    trailing_caption: textOf(o.trailing_caption), trailing_subcaption: textOf(o.trailing_subcaption),
    image_title: textOf(o.image_title), image_subtitle: textOf(o.image_subtitle), image_url: textOf(o.image_url),
  };
}

function readPart(v: Json, index: number, content: Path): Part {
  const o = objectOf(v);
  const path = [...content, "parts", index];
  const range = listOf(o.mention_range);
  return {
    index, path,
    pointer: "/" + path.join("/"),
    type: textOf(o.type),
    value: textOf(o.value),
    decorations: readDecorations(o.text_decorations),
    stickers: readStickers(o.inline_stickers),
    sticker: o.sticker === true,
    mention: textOf(o.mention),
    mentionRange: typeof range[0] === "number" && typeof range[1] === "number" ? [range[0], range[1]] : undefined,
    url: textOf(o.url),
    attachmentId: textOf(o.attachment_id),
    app: textOf(objectOf(o.app).name),
    layout: readLayout(o.layout),
    fallback: textOf(o.fallback_text),
    caption: textOf(o.caption),
    json: v,
  };
}

/** Reads a message content and who it goes to. What is as it was before is the same object: each part, all parts, and the content. */
export function readContent(body: JsonObject, before?: Content, total?: number): Content {
  const path: Path = isObject(body.message) ? ["message"] : [];
  const message = isObject(body.message) ? body.message : body;
  const all = listOf(message.parts);
  const parts = all.slice(0, MOST_PARTS).map((p, i) => {
    const old = before?.parts[i];
    return old !== undefined && old.path.length === path.length + 2 && isSame(old.json, p) ? old : readPart(p, i, path);
  });
  const same = before !== undefined && before.parts.length === parts.length && parts.every((p, i) => p === before.parts[i]);
  const effect = objectOf(message.effect);
  const reply = objectOf(message.reply_to);
  const read: Content = {
    path,
    from: textOf(body.from),
    to: listOf(body.to).filter((t): t is string => typeof t === "string"),
    parts: same ? before.parts : parts,
    total: total ?? all.length,
    effect: isObject(message.effect) ? { name: textOf(effect.name), type: textOf(effect.type) } : undefined,
    reply: isObject(message.reply_to)
      ? { id: textOf(reply.message_id), part: typeof reply.part_index === "number" ? reply.part_index : 0 }
      : undefined,
    service: textOf(message.preferred_service),
    experience: isObject(message.experience)
      ? { name: textOf(message.experience.name), action: textOf(message.experience.action) }
      : undefined,
  };
  return isSame(read, before) ? (before as Content) : read;
}

const numberOf = (v: Json | undefined): number => (typeof v === "number" ? v : 0);

/** What there is to draw of a body of a kind; the message content is read once for everyone. */
export function shown(value: Json | undefined, kind: string, content: () => Content | undefined = () => undefined): Shown {
  if (!isObject(value)) return { type: "nothing" };
  switch (kind) {
    case "chats.voicememo":
      return { type: "voicememo", url: textOf(value.voice_memo_url), attachmentId: textOf(value.attachment_id) };
    case "messages.edit":
      return { type: "edit", text: textOf(value.text), part: numberOf(value.part_index) };
    case "messages.react":
      return {
        type: "reaction", operation: textOf(value.operation), reaction: textOf(value.type),
        emoji: textOf(value.custom_emoji) || textOf(value.emoji), part: numberOf(value.part_index), placement: readPlacement(value.placement),
      };
    case "messages.update_sticker_placement":
      return { type: "placement", placement: readPlacement(value.placement) ?? { x: 0, y: 0, scale: 1, rotation: 0 } };
    case "messages.update_app_card":
      return { type: "card", layout: readLayout(value.layout), url: textOf(value.url), app: textOf(objectOf(value.app).name) };
    case "chats.polls.create":
    case "messages.polls.add_options": {
      const poll = kind === "chats.polls.create" ? objectOf(value.poll) : value;
      return { type: "poll", options: listOf(poll.options).map((o) => textOf(objectOf(o).text)), adding: kind !== "chats.polls.create" };
    }
    case "messages.polls.vote":
      return { type: "vote", operation: textOf(value.operation), option: textOf(value.option_id) };
    case "attachments.create":
      return { type: "attachment", filename: textOf(value.filename), contentType: textOf(value.content_type), size: numberOf(value.size_bytes) };
    default:
      return isObject(value.message) || Array.isArray(value.parts) || isObject(value.experience) || Array.isArray(value.to)
        ? { type: "message", content: content() ?? readContent(value) }
        : { type: "nothing" };
  }
}
