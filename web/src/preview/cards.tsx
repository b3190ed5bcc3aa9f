import type { Layout } from "../state/body";
import { pictures } from "../state/drawn";
import { Icon } from "../ui/icons";
import { drawable, fileOf, hostOf } from "./urls";

export const emptyLayout: Layout = { caption: "", subcaption: "", trailing_caption: "", trailing_subcaption: "", image_title: "", image_subtitle: "", image_url: "" };

/** A link's title as far as its address tells: the page is never fetched. */
export function linkTitle(url: string): string {
  const words = fileOf(url).name.replace(/\.\w{2,5}$/, "").replace(/[-_+]+/g, " ").trim();
  if (!/\p{L}{2}/u.test(words)) return hostOf(url) || "No host";
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A link message: a card if the service makes one, else the address. */
export function LinkCard({ url, rich, tail }: { url: string; rich: boolean; tail: boolean }) {
  if (!rich) return <div class={tail ? "bubble bubble-tail" : "bubble"}><span class="bubble-text bubble-link">{url}</span></div>;
  return (
    <div class="media link-card" title={url}>
      <div class="link-art"><Icon name="link" size={26} /></div>
      <div class="link-foot">
        <strong>{linkTitle(url)}</strong>
        <span>{hostOf(url) || "No host"}</span>
      </div>
    </div>
  );
}

/** An app card: the image with its two texts, the captions left and right. */
export function AppCard({ layout, app, part }: { layout: Layout; app: string; part?: number }) {
  const dropped = part === undefined ? undefined : pictures.value.at.get(part);
  const image = dropped ?? (drawable(layout.image_url) ? layout.image_url : "");
  const texts = layout.image_title !== "" || layout.image_subtitle !== "";
  const left = layout.caption !== "" || layout.subcaption !== "";
  const right = layout.trailing_caption !== "" || layout.trailing_subcaption !== "";
  return (
    <div class="media app-card">
      {(layout.image_url !== "" || image !== "" || texts) && (
        <div class={image === "" ? "app-image" : "app-image app-image-real"}>
          {image !== "" ? <img class={dropped === undefined ? undefined : "media-picture"} src={image} alt="The card's image" /> : <Icon name="image" size={28} />}
          {texts && (
            <div class="app-image-text">
              {layout.image_title !== "" && <strong>{layout.image_title}</strong>}
              {layout.image_subtitle !== "" && <span>{layout.image_subtitle}</span>}
            </div>
          )}
        </div>
      )}
      <div class="app-captions">
        <span class="app-icon" aria-hidden="true"><Icon name="bolt" size={14} /></span>
        {left && <div class="app-left"><strong>{layout.caption}</strong><span>{layout.subcaption}</span></div>}
        {right && <div class="app-trailing"><span>{layout.trailing_caption}</span><span>{layout.trailing_subcaption}</span></div>}
        {!left && !right && layout.image_url === "" && <span class="quiet">An empty card</span>}
      </div>
      {app !== "" && <div class="app-name">{app}</div>}
    </div>
  );
}
