import { preview } from "../state/engine";
import type { Placement, Shown } from "../state/body";
import { Icon } from "../ui/icons";
import { AppCard } from "./cards";
import { StyledText } from "./text";

const tapbacks: Record<string, string> = { love: "❤️", like: "👍", dislike: "👎", laugh: "😂", emphasize: "‼️", question: "❓" };
const names: Record<string, string> = { love: "Loved", like: "Liked", dislike: "Disliked", laugh: "Laughed at", emphasize: "Emphasized", question: "Questioned" };

/** How many UTF-16 code units of an option's id are shown. */
const ID_UNITS = 8;

function PlacedSticker({ emoji, placement }: { emoji: string; placement: Placement }) {
  const style = { "--x": String(placement.x), "--y": String(placement.y), "--scale": String(placement.scale), "--turn": `${placement.rotation}deg` };
  return <span class="placed-sticker" style={style} role="img" aria-label="The sticker">{emoji || <Icon name="image" size={22} />}</span>;
}

function Reaction({ shown }: { shown: Extract<Shown, { type: "reaction" }> }) {
  const glyph = shown.reaction === "custom" ? shown.emoji : (tapbacks[shown.reaction] ?? "");
  const sticker = shown.reaction === "sticker";
  const removed = shown.operation === "remove";
  const name = shown.reaction === "custom" ? `Reacted ${shown.emoji} to` : sticker ? "Put a sticker on" : (names[shown.reaction] ?? "Reacted to");
  return (
    <>
      <div class="row row-in"><div class={`bubble bubble-in bubble-tail ${sticker ? "stickered" : "reacted"}`}><span class="bubble-text">Part {shown.part + 1} of the message</span>
        {sticker ? <PlacedSticker emoji={shown.emoji} placement={shown.placement ?? { x: 0, y: 0, scale: 1, rotation: 0 }} />
          : <span class={removed ? "tapback tapback-gone" : "tapback"}>{glyph || "?"}</span>}</div></div>
      <p class="status status-in">{removed ? "The reaction is removed" : `${name} the message`}</p>
    </>
  );
}

/** A recording's wave, from a fixed sequence that does not repeat itself. */
function Wave() {
  let state = 17;
  const height = (): number => 4 + ((state = (state * 48271) % 2147483647) % 19);
  return <span class="wave" aria-hidden="true">{Array.from({ length: 30 }, (_, i) => <i key={i} style={{ height: `${height()}px` }} />)}</span>;
}

/** A size in bytes, as people read it. */
const size = (bytes: number): string => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : bytes >= 1e3 ? `${(bytes / 1e3).toFixed(1)} kB` : `${bytes} bytes`);

function Poll({ title, options, chosen }: { title: string; options: string[]; chosen?: boolean }) {
  return (
    <div class="row"><div class="media poll"><strong>{title}</strong>
      {options.map((option, i) => <div key={i} class="poll-option"><span class={chosen === true ? "poll-dot poll-dot-on" : "poll-dot"} />{option || <span class="quiet">empty</span>}</div>)}</div></div>
  );
}

/** What is drawn of a body that is not a message. */
export function Other() {
  const shown = preview.value;
  switch (shown.type) {
    case "edit":
      return (
        <>
          <div class="row"><div class="bubble bubble-tail"><span class="bubble-text">{shown.text === "" ? "Empty text" : <StyledText value={shown.text} decorations={[]} />}</span></div></div>
          <p class="status"><strong class="link-tone">Edited</strong> · part {shown.part + 1}</p>
        </>
      );
    case "reaction": return <Reaction shown={shown} />;
    case "placement":
      return (
        <>
          <div class="row row-in"><div class="bubble bubble-in bubble-tail stickered"><span class="bubble-text">The message with the sticker</span><PlacedSticker emoji="" placement={shown.placement} /></div></div>
          <p class="status status-in">The sticker is moved</p>
        </>
      );
    case "voicememo":
      return <><div class="row"><div class="bubble bubble-tail voice"><Icon name="play" size={18} /><Wave /><span aria-label="Length unknown">0:–</span></div></div><p class="status">Delivered · voice memo</p></>;
    case "card": return <><div class="row"><AppCard layout={shown.layout} app={shown.app} /></div><p class="status">The card is replaced</p></>;
    case "poll": return <><Poll title={shown.adding ? "Added to the poll" : "Poll"} options={shown.options} /><p class="status">Delivered</p></>;
    case "vote": return <><Poll title={shown.operation === "remove" ? "Vote removed" : "Vote"} options={[`${shown.option.slice(0, ID_UNITS)}…`]} chosen={shown.operation !== "remove"} /><p class="status">Delivered</p></>;
    case "attachment":
      return (
        <>
          <div class="row"><div class="media media-file"><span class="media-mark"><Icon name="document" size={22} /></span>
            <span class="media-line"><strong>{shown.filename || "no file name"}</strong><span>{shown.contentType || "no type"} · {size(shown.size)}</span></span></div></div>
          <p class="status">Ready to upload</p>
        </>
      );
    default: return null;
  }
}
