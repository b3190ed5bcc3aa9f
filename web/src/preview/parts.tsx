import type { MediaClass } from "../engine/protocol";
import type { Part } from "../state/body";
import { pictures } from "../state/drawn";
import { registry } from "../state/engine";
import { choosePicture } from "../wiring/files";
import type { Service } from "../state/ui";
import { Icon, type IconName } from "../ui/icons";
import { drawable, fileOf, hostOf } from "./urls";

const words: Record<MediaClass, string> = {
  image: "Photo", video: "Video", audio: "Audio file", document: "Document", contact: "Contact", unsupported: "File",
};
const icons: Record<MediaClass, IconName> = {
  image: "image", video: "video", audio: "audio", document: "document", contact: "contact", unsupported: "document",
};

function classOf(url: string): MediaClass {
  const { extension } = fileOf(url);
  return registry.value.extensions[extension] ?? (url === "" ? "document" : "unsupported");
}

/** A media part: a placeholder with its type, since a URL is never loaded, or the picture that the reader chose. */
export function Media({ part, service }: { part: Part; service: Service }) {
  const sticker = part.sticker && service === "iMessage";
  const picture = pictures.value.at.get(part.index) ?? (drawable(part.url) ? part.url : "");
  if (picture !== "") return <img class={`media media-picture ${sticker ? "media-sticker" : ""}`} src={picture} alt={`Part ${part.index + 1}, a picture`} />;
  const kind = part.attachmentId !== "" ? undefined : classOf(part.url);
  const name = part.attachmentId !== "" ? `${part.attachmentId.slice(0, 8)}…` : fileOf(part.url).name || "no file name";
  const label = sticker ? "Sticker" : kind === undefined ? "Attachment" : words[kind];
  const from = part.attachmentId !== "" ? "uploaded before" : hostOf(part.url) || "no host";
  const tile = sticker || kind === "image" || kind === "video";
  return (
    <div class={`media ${tile ? `media-tile media-${kind ?? "image"}` : `media-file media-${kind ?? "attachment"}`} ${sticker ? "media-sticker" : ""}`}>
      <span class="media-mark"><Icon name={kind === undefined ? "document" : icons[kind]} size={tile ? 28 : 22} /></span>
      <span class="media-line"><strong>{name}</strong><span>{label} · {from}</span></span>
      {tile && <button type="button" class="media-choose" onClick={() => void choosePicture(part.index)} aria-label={`Choose a picture for part ${part.index + 1}`} title="Drawn here only; nothing is uploaded">Choose a picture</button>}
    </div>
  );
}
