/**
 * Reads a body for the preview and the form. It takes what it can use and
 * passes over the rest: what is wrong is the engine's to say.
 */
import { findNodeAtLocation, getNodeValue, modify, parseTree, type Node, type ParseError } from "jsonc-parser";
import type { Edit } from "../engine/protocol";
import type { Path } from "./schema";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export interface Parsed {
  root: Node | undefined;
  value: Json | undefined;
  /** UTF-16 offset of the first syntax error, or undefined. */
  broken: number | undefined;
}

/** As many brackets may be open: the parser has a call for each, and the engine refuses far fewer. */
const deepest = 500;

/** The UTF-16 offset of the first bracket that opens too many, or undefined. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const it = text[i];
    if (inText) {
      if (it === "\\") i++;
      else if (it === '"' || it === "\n") inText = false; // a line ends a text that nothing closes
    } else if (it === '"') inText = true;
    else if (it === "]" || it === "}") open--;
    else if ((it === "[" || it === "{") && ++open > deepest) return i;
  }
  return undefined;
}

/** Parses a text, as far as it goes. */
export function parseBody(text: string): Parsed {
  const deep = tooDeep(text);
  if (deep !== undefined) return { root: undefined, value: undefined, broken: deep };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  return { root, value: root === undefined ? undefined : (getNodeValue(root) as Json), broken: errors[0]?.offset };
}

export const isObject = (v: Json | undefined): v is JsonObject => typeof v === "object" && v !== null && !Array.isArray(v);

const objectOf = (v: Json | undefined): JsonObject => (isObject(v) ? v : {});
const textOf = (v: Json | undefined): string => (typeof v === "string" ? v : "");
const listOf = (v: Json | undefined): Json[] => (Array.isArray(v) ? v : []);

export interface Decoration {
  /** Its place in text_decorations. */
  index: number;
  start: number;
  end: number;
  style: string;
  animation: string;
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
  mention: string;
  mentionRange: [number, number] | undefined;
  url: string;
  attachmentId: string;
  app: string;
  layout: Layout;
  fallback: string;
}

/** What a body shows. */
export interface Content {
  /** Where the message content stands: [] or ["message"]. */
  path: Path;
  from: string;
  to: string[];
  parts: Part[];
  effect: { name: string; type: string } | undefined;
  reply: { id: string; part: number } | undefined;
  service: string;
  experience: { name: string; action: string } | undefined;
}

export type Shown =
  | { type: "message"; content: Content }
  | { type: "edit"; text: string; part: number }
  | { type: "reaction"; operation: string; reaction: string; emoji: string; part: number }
  | { type: "voicememo"; url: string; attachmentId: string }
  | { type: "card"; layout: Layout; url: string }
  | { type: "poll"; options: string[]; adding: boolean }
  | { type: "vote"; operation: string; option: string }
  | { type: "attachment"; filename: string; contentType: string; size: number }
  | { type: "nothing" };

export function readDecorations(list: Json | undefined): Decoration[] {
  return listOf(list).flatMap((d, index): Decoration[] => {
    if (!isObject(d) || !Array.isArray(d.range)) return [];
    const [start, end] = d.range;
    if (typeof start !== "number" || typeof end !== "number" || !(start <= end)) return [];
    return [{ index, start, end, style: textOf(d.style), animation: textOf(d.animation) }];
  });
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
    mention: textOf(o.mention),
    mentionRange: typeof range[0] === "number" && typeof range[1] === "number" ? [range[0], range[1]] : undefined,
    url: textOf(o.url),
    attachmentId: textOf(o.attachment_id),
    app: textOf(objectOf(o.app).name),
    layout: readLayout(o.layout),
    fallback: textOf(o.fallback_text),
  };
}

/** Reads a message content and who it goes to. */
export function readContent(body: JsonObject): Content {
  const path: Path = isObject(body.message) ? ["message"] : [];
  const message = isObject(body.message) ? body.message : body;
  const effect = objectOf(message.effect);
  const reply = objectOf(message.reply_to);
  return {
    path,
    from: textOf(body.from),
    to: listOf(body.to).filter((t): t is string => typeof t === "string"),
    parts: listOf(message.parts).map((p, i) => readPart(p, i, path)),
    effect: isObject(message.effect) ? { name: textOf(effect.name), type: textOf(effect.type) } : undefined,
    reply: isObject(message.reply_to)
      ? { id: textOf(reply.message_id), part: typeof reply.part_index === "number" ? reply.part_index : 0 }
      : undefined,
    service: textOf(message.preferred_service),
    experience: isObject(message.experience)
      ? { name: textOf(message.experience.name), action: textOf(message.experience.action) }
      : undefined,
  };
}

const numberOf = (v: Json | undefined): number => (typeof v === "number" ? v : 0);

/** Says what there is to draw of a body of a kind. */
export function shown(value: Json | undefined, kind: string): Shown {
  if (!isObject(value)) return { type: "nothing" };
  switch (kind) {
    case "chats.voicememo":
      return { type: "voicememo", url: textOf(value.voice_memo_url), attachmentId: textOf(value.attachment_id) };
    case "messages.edit":
      return { type: "edit", text: textOf(value.text), part: numberOf(value.part_index) };
    case "messages.react":
      return {
        type: "reaction", operation: textOf(value.operation), reaction: textOf(value.type),
        emoji: textOf(value.custom_emoji), part: numberOf(value.part_index),
      };
    case "messages.update_app_card":
      return { type: "card", layout: readLayout(value.layout), url: textOf(value.url) };
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
        ? { type: "message", content: readContent(value) }
        : { type: "nothing" };
  }
}

const style = { tabSize: 2, insertSpaces: true, eol: "\n" };

/** The edits that give the member or element at a path a value; undefined removes it. */
export function setAt(text: string, path: Path, value: Json | undefined, insert = false): Edit[] {
  return modify(text, path, value, { formattingOptions: style, isArrayInsertion: insert })
    .map((e) => ({ start: e.offset, end: e.offset + e.length, text: e.content }));
}

/** The span of the value at a path. */
export function spanAt(parsed: Parsed, path: Path): { start: number; end: number } | undefined {
  const node = parsed.root === undefined ? undefined : findNodeAtLocation(parsed.root, path);
  return node === undefined ? undefined : { start: node.offset, end: node.offset + node.length };
}

/** Applies edits to a text. */
export function applyEdits(text: string, edits: Edit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
}
