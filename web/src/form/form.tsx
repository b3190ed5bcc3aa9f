import { useState } from "preact/hooks";
import { isObject, type Json } from "../state/body";
import { findAt } from "../state/find";
import { content, engine, kind, open, parsed, registry, say, set, value } from "../state/workspace";
import { reveal } from "../panels/problems";
import { faultsAt } from "../state/faults";
import { Faults } from "./faults";
import { Fields } from "./fields";
import { Parts } from "./parts";

/** What the message's own group shows. */
const contentMembers = ["message", "parts", "effect", "idempotency_key", "preferred_service", "reply_to", "experience"];

/** The form and the JSON are two views of one text: each field writes its member. */
export function Form() {
  const known = registry.value;
  if (parsed.value.broken !== undefined || !isObject(value.value)) return <Start />;
  const body = known.kinds.find((k) => k.name === (kind.value || "messages.create"))?.body ?? "MessagesCreate";
  const message = known.objects[body]?.members.find((m) => m.name === "message");
  const it = content.value;
  const sends = (message !== undefined || body === "MessageContent") && it !== undefined;
  return (
    <form class="form" onSubmit={(e) => e.preventDefault()} aria-label="The body as a form">
      <Fields object={body} path={[]} skip={sends ? contentMembers : []} only={true} />
      {sends && message !== undefined && !isObject(findAt(value.value, ["message"])) && it.path.length === 0 && (
        <button type="button" class="button" onClick={() => set(["message"], { parts: [] })}>Add <span class="mono">message</span></button>
      )}
      {sends && (body === "MessageContent" || it.path.length > 0) && (
        <fieldset class="group">
          <legend><span class="mono">{it.path.join(".") || "message"}</span></legend>
          <Parts />
          <EffectField />
          <Fields object="MessageContent" path={it.path} skip={["parts", "effect"]} />
        </fieldset>
      )}
      <Fields object={body} path={[]} skip={sends ? contentMembers : []} only={false} />
    </form>
  );
}

/** One choice for both members of an effect, so that they fit. */
function EffectField() {
  const it = content.value;
  const known = registry.value;
  if (it === undefined) return null;
  const now = it.effect;
  const unknown = now !== undefined && !known.effects.some((e) => e.name === now.name && e.type === now.type);
  return (
    <div class="field">
      <label class="field-label" for="effect"><span class="mono">effect</span></label>
      <select id="effect" value={now === undefined ? "" : `${now.type} ${now.name}`} onChange={(e) => {
        const [type, name] = e.currentTarget.value.split(" ");
        set([...it.path, "effect"], name === undefined ? undefined : { name, type: type ?? "" } as Json);
      }}>
        <option value="">none</option>
        {unknown && <option value={`${now.type} ${now.name}`}>{`${now.name} (${now.type})`}</option>}
        {(["screen", "bubble"] as const).map((type) => (
          <optgroup key={type} label={type}>
            {known.effects.filter((e) => e.type === type).map((e) => <option key={e.name} value={`${type} ${e.name}`}>{e.name.replaceAll("_", " ")}</option>)}
          </optgroup>
        ))}
      </select>
      <Faults of={faultsAt([...it.path, "effect"], true)} />
      <p class="field-doc">Shown on iMessage only.</p>
    </div>
  );
}

/** What stands where the text is no body: the way back, or a new message in four fields. */
function Start() {
  const [to, setTo] = useState("+12025550123");
  const [text, setText] = useState("Hello! Your table is booked for 7 pm 🎉");
  const [effect, setEffect] = useState("");
  const broken = parsed.value.broken;
  const build = async (): Promise<void> => {
    try {
      const built = await engine.ask("build", { kind: "messages.create", to: to.split(/[\s,;]+/).filter((t) => t !== ""), text, effect });
      open(built.body, "");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "bad");
    }
  };
  return (
    <form class="form" onSubmit={(e) => { e.preventDefault(); void build(); }} aria-label="A new message">
      {broken !== undefined && value.value !== undefined && (
        <div class="form-broken">
          <p><strong>The JSON does not parse.</strong> Mend it and the form is back, or start a new message.</p>
          <button type="button" class="button button-small" onClick={() => reveal(broken, broken)}>Go to the fault</button>
        </div>
      )}
      <div class="field"><label class="field-label" for="new-to">Who gets it</label>
        <input id="new-to" class="mono" value={to} onInput={(e) => setTo(e.currentTarget.value)} /><p class="field-doc">Numbers with + and country code, or email addresses; several with commas.</p></div>
      <div class="field"><label class="field-label" for="new-text">What it says</label>
        <textarea id="new-text" class="text-field" rows={3} value={text} onInput={(e) => setText(e.currentTarget.value)} /></div>
      <div class="field"><label class="field-label" for="new-effect">Effect</label>
        <select id="new-effect" value={effect} onChange={(e) => setEffect(e.currentTarget.value)}><option value="">none</option>
          {registry.value.effects.map((e) => <option key={e.name} value={e.name}>{e.name.replaceAll("_", " ")}</option>)}</select></div>
      <button type="submit" class="button button-primary">Write the message</button>
    </form>
  );
}

