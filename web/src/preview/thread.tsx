import { content, counts, parsed, preview, replays, selected, showTab, view } from "../state/workspace";
import type { Content, Part } from "../state/body";
import { faultsAt, worst } from "../state/faults";
import { goTo, reveal } from "../panels/problems";
import { Icon } from "../ui/icons";
import { SeverityMark } from "../ui/severity";
import { Nothing } from "./nothing";
import { decorate, keyMark } from "./toolbar";
import { ScreenEffect, screenEffects } from "./effects";
import { AppCard, LinkCard, Media } from "./parts";
import { SelectableText, StyledText } from "./text";
import { delivery, losses } from "./drops";

export type Service = "iMessage" | "RCS" | "SMS";

const services: Record<Service, string> = { iMessage: "iMessage", RCS: "Text Message · RCS", SMS: "Text Message · SMS" };

/** Groups a number's digits as people read them; any other handle stays. */
export function readable(handle: string): string {
  const north = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(handle);
  if (north !== null) return `+1 (${north[1]}) ${north[2]}-${north[3]}`;
  return handle;
}

function Contact({ content }: { content: Content | undefined }) {
  const to = content?.to ?? [];
  const shown = to.slice(0, 3);
  const recipients = worst(faultsAt(["to"], true));
  const name = to.length === 0 ? "This chat" : to.length === 1 ? readable(to[0] ?? "") : `${to.length} people`;
  return (
    <header class="contact">
      <span class="avatars" aria-hidden="true">
        {(shown.length === 0 ? [""] : shown).map((handle, i) => (
          <span key={i} class="avatar">{handle.includes("@") ? handle.slice(0, 1).toUpperCase() : <Icon name="contact" size={20} />}</span>
        ))}
      </span>
      <span class="contact-name">{name}</span>
      {recipients !== undefined && <span class={`contact-fault fault-${recipients}`}><SeverityMark of={recipients} /> {recipients} in <span class="mono">to</span></span>}
      {content !== undefined && content.from !== "" && <span class="contact-from">from {readable(content.from)}</span>}
    </header>
  );
}

/** What a service drops, struck out, and why. */
function Losses({ service }: { service: Service }) {
  const of = delivery(service);
  const list = losses(service);
  if (of === undefined || (list.length === 0 && of.use !== "never")) return null;
  return (
    <ul class="drops" aria-label={`What ${service} drops`}>
      {of.use === "never" && <li class="drop drop-never"><strong>Not sent over {service}:</strong> {of.reason}</li>}
      {list.map((d, i) => (
        <li key={i} class={`drop drop-${d.fate}`} title={d.source.quote}>
          {d.fate === "dropped" ? <s>{d.what}</s> : <strong>{d.what}</strong>} {d.message}{d.api_code !== undefined && ` (${d.api_code})`}
        </li>
      ))}
    </ul>
  );
}

function PartView({ part, service, bubble, lone }: { part: Part; service: Service; bubble: string; lone: boolean }) {
  const plain = service !== "iMessage";
  switch (part.type) {
    case "text": {
      const big = lone && !plain && part.decorations.length === 0 && /^(\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]?(\u200D\p{Extended_Pictographic}\uFE0F?)*){1,3}$/u.test(part.value);
      return (
        <div class={`bubble ${big ? "bubble-emoji" : ""} ${bubble}`}>
          {part.value === "" ? <span class="bubble-text quiet-bubble">Empty text</span> : (
            <SelectableText part={part} plain={plain} onKey={(key) => {
              const mark = keyMark(key);
              if (mark === undefined) return false;
              decorate(mark);
              return true;
            }} />
          )}
        </div>
      );
    }
    case "media":
      return <div class={`bubble-media ${bubble}`}><Media part={part} /></div>;
    case "link":
      return <LinkCard url={part.value} rich={service !== "SMS"} />;
    case "imessage_app":
      return <div class={bubble}><AppCard layout={part.layout} app={part.app} /></div>;
    case "app_clip":
      return <AppCard layout={{ caption: "App Clip", subcaption: part.value, trailing_caption: "OPEN", trailing_subcaption: "", image_title: "", image_subtitle: "", image_url: "" }} app="" />;
    default:
      return <div class="bubble bubble-unknown"><span class="bubble-text">{part.type === "" ? "A part without a type" : `A part of type “${part.type}”`}</span></div>;
  }
}

/** What is wrong with a part, beside it, as a phone marks what did not go out. */
function PartFault({ part }: { part: Part }) {
  const [first, ...more] = faultsAt(part.path, true).filter((d) => d.severity !== "note").sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
  if (first === undefined) return null;
  const label = `${first.severity} in part ${part.index + 1}: ${first.message}${more.length > 0 ? `, and ${more.length} more` : ""}`;
  return <button type="button" class={`row-fault fault-${first.severity}`} aria-label={label} title={label} onClick={() => goTo(first)}><SeverityMark of={first.severity} size={18} /></button>;
}

/** How it went: a body with an error is refused, so nothing is delivered. */
function Status({ sent, refused = "Not delivered" }: { sent?: string; refused?: string }) {
  const { error } = counts.value;
  const broken = parsed.value.broken;
  if (error === 0 && broken === undefined) return sent === undefined ? null : <p class="status">{sent}</p>;
  const why = broken !== undefined ? "the JSON does not parse" : `${error} error${error === 1 ? "" : "s"}`;
  return (
    <p class="status"><button type="button" class="status-bad" onClick={() => { if (broken !== undefined) reveal(broken, broken); else showTab("problems"); }}>
      {refused} · {why}</button></p>
  );
}

function Message({ content, service }: { content: Content; service: Service }) {
  const rich = service === "iMessage";
  const effect = content.effect;
  const bubble = rich && effect?.type === "bubble" && ["slam", "loud", "gentle", "invisible"].includes(effect.name) ? `fx-${effect.name}` : "";
  const first = content.parts.find((p) => p.type === "text")?.value ?? "";
  const known = effect !== undefined && (screenEffects.includes(effect.name) ? effect.type === "screen" : bubble !== "");
  return (
    <>
      {content.reply !== undefined && rich && (
        <div class="quote"><Icon name="reply" size={12} /> Reply to part {content.reply.part} of <span class="mono">{content.reply.id.slice(0, 8) || "no message"}…</span></div>
      )}
      {content.experience !== undefined && (
        <AppCard layout={{ caption: content.experience.name || "Experience", subcaption: content.experience.action, trailing_caption: "", trailing_subcaption: "", image_title: "", image_subtitle: "", image_url: "" }} app="iMessage experience" />
      )}
      {content.parts.map((part) => (
        <div key={`${part.index} ${bubble} ${replays.value}`} class="row" data-part={part.index}
          data-selected={selected.value?.part === part.index || undefined}>
          <PartView part={part} service={service} bubble={bubble} lone={content.parts.length === 1} />
          {(view.value !== "all" || rich) && <PartFault part={part} />}
        </div>
      ))}
      {content.parts.length === 0 && content.experience === undefined && <p class="quiet thread-empty">No parts yet.</p>}
      <Status sent={rich && effect !== undefined && known ? `Sent with ${effect.name.replaceAll("_", " ")}` : rich ? "Delivered" : service === "RCS" ? "Sent as RCS" : "Sent as SMS"} />
      {rich && effect !== undefined && effect.type === "screen" && (
        <ScreenEffect key={`${effect.name} ${replays.value}`} name={effect.name} echo={first} />
      )}
    </>
  );
}

const tapbacks: Record<string, string> = { love: "❤️", like: "👍", dislike: "👎", laugh: "😂", emphasize: "‼️", question: "❓" };

function Other() {
  const it = preview.value;
  switch (it.type) {
    case "edit":
      return (
        <>
          <div class="row"><div class="bubble"><span class="bubble-text">{it.text === "" ? "Empty text" : <StyledText value={it.text} decorations={[]} />}</span></div></div>
          <p class="status"><strong class="link-tone">Edited</strong> · part {it.part}</p>
        </>
      );
    case "reaction": {
      const glyph = it.reaction === "custom" ? it.emoji : (tapbacks[it.reaction] ?? "");
      return (
        <>
          <div class="row row-in"><div class="bubble bubble-in reacted"><span class="bubble-text">The message that is reacted to, part {it.part}</span>
            <span class={it.operation === "remove" ? "tapback tapback-gone" : "tapback"}>{glyph || "?"}</span></div></div>
          <p class="status status-in">{it.operation === "remove" ? "The reaction is taken back" : `Reacted with ${it.reaction === "custom" ? it.emoji : it.reaction}`}</p>
        </>
      );
    }
    case "voicememo":
      return (
        <div class="row"><div class="bubble voice"><Icon name="play" size={18} />
          <span class="wave" aria-hidden="true">{Array.from({ length: 28 }, (_, i) => <i key={i} style={{ height: `${5 + ((i * 37) % 17)}px` }} />)}</span>
          <span>Audio</span></div></div>
      );
    case "card":
      return <><div class="row"><AppCard layout={it.layout} app="" /></div><p class="status">The card is replaced</p></>;
    case "poll":
      return (
        <div class="row"><div class="media poll"><strong>{it.adding ? "Added to the poll" : "Poll"}</strong>
          {it.options.map((o, i) => <div key={i} class="poll-option"><span class="poll-dot" />{o || <span class="quiet">empty</span>}<span class="poll-bar" /></div>)}</div></div>
      );
    case "vote":
      return <div class="row"><div class="media poll"><strong>{it.operation === "remove" ? "Vote taken back" : "Vote"}</strong><div class="poll-option"><span class="poll-dot poll-dot-on" />{it.option.slice(0, 8)}…</div></div></div>;
    case "attachment":
      return (
        <div class="row"><div class="media media-file"><span class="media-mark"><Icon name="document" size={22} /></span>
          <span class="media-line"><strong>{it.filename || "no file name"}</strong><span>{it.contentType || "no type"} · {size(it.size)}</span></span></div></div>
      );
    default:
      return null;
  }
}

const size = (bytes: number): string => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : bytes >= 1e3 ? `${(bytes / 1e3).toFixed(1)} kB` : `${bytes} bytes`);

/** A conversation on one service. */
export function Thread({ service, label }: { service: Service; label?: boolean }) {
  const it = preview.value;
  return (
    <section class={`thread thread-${service}`} aria-label={`The message on ${service}`}>
      <Contact content={content.value} />
      <div class="thread-body" tabIndex={0} role="group" aria-label={`Conversation on ${service}`}>
        <p class="day">{label === true ? services[service] : <><strong>{services[service]}</strong> Today 9:41</>}</p>
        {it.type === "message" && it.content.parts.length + Number(it.content.experience !== undefined) >= 0 && <Message content={it.content} service={service} />}
        {it.type === "nothing" && <Nothing />}
        {it.type !== "message" && it.type !== "nothing" && <><Other /><Status refused="Not accepted" /></>}
        <Losses service={service} />
      </div>
    </section>
  );
}
