import { content, parsed, set, text, value } from "../state/document";
import { kind, registry } from "../state/engine";
import { faultsAt } from "../state/faults";
import { findAt } from "../state/find";
import { isObject, type Json } from "../state/json";
import { revealBroken } from "../wiring/navigate";
import { writeMessage } from "../wiring/start-message";
import { Faults } from "./faults";
import { Fields, OwnFaults } from "./fields";
import { touch } from "../state/untouched";
import { Parts } from "./parts";

/** What the message's own group shows. */
const contentMembers = ["message", "parts", "effect", "idempotency_key", "preferred_service", "reply_to", "experience"];

/** The form and the JSON are two views of one text: each field writes its member. */
export function Form() {
  const known = registry.value;
  if (parsed.value.broken || !isObject(value.value)) return <Start />;
  const object = known.kinds.find((k) => k.name === (kind.value || "messages.create"))?.body ?? "MessagesCreate";
  const message = known.objects[object]?.members.find((m) => m.name === "message");
  const body = content.value;
  const sends = (message !== undefined || object === "MessageContent") && body !== undefined;
  return (
    <form class="form" onPointerDown={press} onFocusOut={leave} onSubmit={(e) => e.preventDefault()} aria-label="The body as a form">
      <OwnFaults object={object} path={[]} />
      <Fields object={object} path={[]} skip={sends ? contentMembers : []} only={true} />
      {sends && message !== undefined && !isObject(findAt(value.value, ["message"])) && body.path.length === 0 && (
        <button type="button" class="button" onClick={() => set(["message"], { parts: [] })}>Add <span class="mono">message</span></button>
      )}
      {sends && (object === "MessageContent" || body.path.length > 0) && (
        <fieldset class="group">
          <legend><span class="mono">{body.path.join(".") || "message"}</span></legend>
          {body.path.length > 0 && <OwnFaults object="MessageContent" path={body.path} />}
          <Parts />
          <EffectField />
          <Fields object="MessageContent" path={body.path} skip={["parts", "effect"]} />
        </fieldset>
      )}
      <Fields object={object} path={[]} skip={sends ? contentMembers : []} only={false} />
    </form>
  );
}

/** Whether a mouse button or a finger is down, which is before the field that had the focus loses it. */
let pressed = false;

function press(): void {
  pressed = true;
  const release = (): void => void (pressed = false);
  window.addEventListener("pointerup", release, { once: true });
  window.addEventListener("pointercancel", release, { once: true });
}

/** Shows what is wrong with a field that is left; where it is left for a button, once that is released, so that the button does not move away. */
function leave(event: FocusEvent): void {
  const pointer = event.target instanceof HTMLElement ? event.target.dataset.at : undefined;
  if (pointer === undefined || !document.hasFocus()) return;
  if (pressed) window.addEventListener("pointerup", () => setTimeout(() => touch(pointer)), { once: true });
  else touch(pointer);
}

/** One choice for both members of an effect, so that they fit. */
function EffectField() {
  const body = content.value;
  const known = registry.value;
  if (body === undefined) return null;
  const current = body.effect;
  const unknown = current !== undefined && !known.effects.some((e) => e.name === current.name && e.type === current.type);
  return (
    <div class="field">
      <label class="field-label" for="effect"><span class="mono">effect</span></label>
      <select id="effect" value={current === undefined ? "" : `${current.type} ${current.name}`} onChange={(e) => {
        const [type, name] = e.currentTarget.value.split(" ");
        set([...body.path, "effect"], name === undefined ? undefined : { name, type: type ?? "" } as Json);
      }}>
        <option value="">none</option>
        {unknown && <option value={`${current.type} ${current.name}`}>{`${current.name} (${current.type})`}</option>}
        {(["screen", "bubble"] as const).map((type) => (
          <optgroup key={type} label={type}>
            {known.effects.filter((e) => e.type === type).map((e) => <option key={e.name} value={`${type} ${e.name}`}>{e.name.replaceAll("_", " ")}</option>)}
          </optgroup>
        ))}
      </select>
      <Faults list={faultsAt([...body.path, "effect"], true)} />
      <p class="field-doc">Shown on iMessage only.</p>
    </div>
  );
}

/** What is shown if the text is not a body: the way back, or a new message. */
function Start() {
  const broken = parsed.value.broken && text.value.trim() !== "";
  return (
    <div class="form form-start">
      {broken && (
        <div class="form-broken">
          <p><strong>The JSON does not parse.</strong> The form is back once it does.</p>
          <button type="button" class="button button-small" onClick={revealBroken}>Go to the error</button>
        </div>
      )}
      {!broken && <p>There is no body yet.</p>}
      <button type="button" class="button button-primary" onClick={writeMessage}>Write a message</button>
    </div>
  );
}
