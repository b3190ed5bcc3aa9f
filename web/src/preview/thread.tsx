import type { Content } from "../state/body";
import { content as bodyContent, outdated } from "../state/document";
import { preview } from "../state/engine";
import { replays, type Service } from "../state/ui";
import { Icon } from "../ui/icons";
import { AppCard, emptyLayout } from "./cards";
import { Contact } from "./contact";
import { isUsed, refusal, transport } from "./drops";
import { effectName, isBubbleEffect, isScreenEffect, ScreenEffect } from "./effects";
import { Nothing } from "./nothing";
import { Other } from "./other";
import { Run } from "./run";
import { Losses, SentStatus, Status } from "./status";

/** How many UTF-16 code units of a message id are shown. */
const ID_UNITS = 8;

function Message({ content, service }: { content: Content; service: Service }) {
  const rich = service === "iMessage";
  const { effect, reply } = content;
  const used = isUsed(service);
  const screen = rich && used && effect?.type === "screen" && isScreenEffect(effect.name) ? effect.name : "";
  const bubble = rich && used && effect?.type === "bubble" && isBubbleEffect(effect.name) ? `fx-${effect.name}` : "";
  const first = content.parts.find((p) => p.type === "text");
  const refused = !used || (!rich && refusal(service) !== undefined);
  const animated = rich && used && (screen !== "" || bubble !== "" || content.parts.some((p) => p.decorations.some((d) => d.animation !== "")));
  return (
    <>
      {screen !== "" && <div key={`dim ${screen} ${replays.value}`} class={`fx-dim fx-dim-${screen}`} aria-hidden="true" />}
      {reply !== undefined && rich && (
        <div class="quote"><Icon name="reply" size={12} /> Reply to part {reply.part + 1} of <span class="mono">{reply.id.slice(0, ID_UNITS) || "no message"}…</span></div>
      )}
      {content.experience !== undefined && (
        <AppCard layout={{ ...emptyLayout, caption: content.experience.name || "Experience", subcaption: content.experience.action }} app="iMessage experience" />
      )}
      <Run parts={content.parts} service={service} bubble={bubble} spotlight={screen === "spotlight"} refused={refused} />
      {content.total > content.parts.length && <p class="status not-drawn">{(content.total - content.parts.length).toLocaleString("en")} more parts are not drawn</p>}
      {content.parts.length === 0 && content.experience === undefined && <p class="quiet thread-empty">No parts yet.</p>}
      {(content.parts.length > 0 || content.experience !== undefined) && <SentStatus service={service} effect={screen || bubble !== "" ? effectName(effect?.name ?? "") : ""} animated={animated} />}
      {screen !== "" && <ScreenEffect key={`${screen} ${replays.value}`} name={screen} echo={first?.value ?? ""} />}
    </>
  );
}

/** A conversation on one service. */
export function Thread({ service, label }: { service: Service; label?: boolean }) {
  const shown = preview.value;
  return (
    <section class={`thread thread-${service}${outdated.value && shown.type !== "nothing" ? " thread-outdated" : ""}`} aria-label={`The message on ${service}`}>
      <Contact content={bodyContent.value} />
      {outdated.value && shown.type !== "nothing" && <p class="outdated">The JSON does not parse: this is the message before</p>}
      <div class="thread-body" tabIndex={0} role="group" aria-label={`Conversation on ${service}`}>
        <p class="day">{label === true ? transport(service) : <><strong>{transport(service)}</strong> Today 9:41</>}</p>
        {shown.type === "message" && <Message content={shown.content} service={service} />}
        {shown.type === "nothing" && <Nothing />}
        {shown.type !== "message" && shown.type !== "nothing" && <><Other /><Status refused="Not accepted" /></>}
        <Losses service={service} />
      </div>
    </section>
  );
}
