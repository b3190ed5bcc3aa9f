import type { ComponentChildren } from "preact";
import type { MediaClass } from "../engine/protocol";
import type { Layout, Part } from "../state/body";
import { pictures, registry } from "../state/workspace";
import { Icon, type IconName } from "../ui/icons";

const words: Record<MediaClass, string> = {
  image: "Photo", video: "Video", audio: "Audio file", document: "Document", contact: "Contact", unsupported: "File",
};
const icons: Record<MediaClass, IconName> = {
  image: "image", video: "video", audio: "audio", document: "document", contact: "contact", unsupported: "document",
};

/** The last piece of a URL's path, and its extension in lower case. */
export function fileOf(url: string): { name: string; extension: string } {
  const path = url.replace(/[?#].*$/, "").replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
  let name = path.slice(path.lastIndexOf("/") + 1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // A stray % is shown as it stands.
  }
  const dot = name.lastIndexOf(".");
  return { name, extension: dot < 0 ? "" : name.slice(dot + 1).toLowerCase() };
}

export const hostOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? "";

/** Pictures that may be drawn: what is in the body itself, and what was dropped. */
export const drawable = (url: string): boolean => /^data:image\/(png|jpeg|gif|webp|svg\+xml|bmp)[;,]/i.test(url) || url.startsWith("blob:");

function classOf(url: string): MediaClass {
  const { extension } = fileOf(url);
  return registry.value.extensions[extension] ?? (url === "" ? "document" : "unsupported");
}

/** A media part: a typed placeholder, for a URL is never loaded. */
export function Media({ part }: { part: Part }) {
  const picture = pictures.value.at.get(part.index) ?? (drawable(part.url) ? part.url : "");
  if (picture !== "") return <img class="media media-picture" src={picture} alt={`Part ${part.index + 1}, a picture`} />;
  const kind = part.attachmentId !== "" ? undefined : classOf(part.url);
  const name = part.attachmentId !== "" ? `${part.attachmentId.slice(0, 8)}…` : fileOf(part.url).name || "no file name";
  const label = kind === undefined ? "Attachment" : words[kind];
  const from = part.attachmentId !== "" ? "uploaded before" : hostOf(part.url) || "no host";
  if (kind === "image" || kind === "video") {
    return (
      <div class={`media media-tile media-${kind}`}>
        <span class="media-mark"><Icon name={icons[kind]} size={28} /></span>
        <span class="media-line"><strong>{name}</strong><span>{label} · {from}</span></span>
      </div>
    );
  }
  return (
    <div class={`media media-file media-${kind ?? "attachment"}`}>
      <span class="media-mark"><Icon name={kind === undefined ? "document" : icons[kind]} size={22} /></span>
      <span class="media-line"><strong>{name}</strong><span>{label} · {from}</span></span>
    </div>
  );
}

/** A link message: a card where the service makes one, else the address. */
export function LinkCard({ url, rich }: { url: string; rich: boolean }) {
  if (!rich) return <div class="bubble"><span class="bubble-text bubble-link">{url}</span></div>;
  return (
    <div class="media link-card">
      <div class="link-art"><Icon name="link" size={26} /></div>
      <div class="link-foot">
        <strong>{hostOf(url) || "No host"}</strong>
        <span>{url.replace(/^[a-z]+:\/\//i, "")}</span>
      </div>
    </div>
  );
}

/** An app card: the image with its two texts, the captions left and right. */
export function AppCard({ layout, app, children }: { layout: Layout; app: string; children?: ComponentChildren }) {
  const texts = layout.image_title !== "" || layout.image_subtitle !== "";
  const left = layout.caption !== "" || layout.subcaption !== "";
  const right = layout.trailing_caption !== "" || layout.trailing_subcaption !== "";
  return (
    <div class="media app-card">
      {(layout.image_url !== "" || texts) && (
        <div class="app-image">
          {drawable(layout.image_url) ? <img src={layout.image_url} alt="The card's image" /> : <Icon name="image" size={28} />}
          {texts && (
            <div class="app-image-text">
              {layout.image_title !== "" && <strong>{layout.image_title}</strong>}
              {layout.image_subtitle !== "" && <span>{layout.image_subtitle}</span>}
            </div>
          )}
        </div>
      )}
      <div class="app-captions">
        {left && <div><strong>{layout.caption}</strong><span>{layout.subcaption}</span></div>}
        {right && <div class="app-trailing"><span>{layout.trailing_caption}</span><span>{layout.trailing_subcaption}</span></div>}
        {!left && !right && layout.image_url === "" && <span class="quiet">An empty bubble</span>}
      </div>
      {app !== "" && <div class="app-name"><Icon name="bolt" size={12} /> {app}</div>}
      {children}
    </div>
  );
}
