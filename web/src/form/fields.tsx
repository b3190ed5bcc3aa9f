import { useId } from "preact/hooks";
import type { Member } from "../engine/protocol";
import { insert, set, value } from "../state/document";
import { registry } from "../state/engine";
import { isObject, type Json, type JsonObject } from "../state/json";
import { findAt } from "../state/find";
import { limits, type Path } from "../state/schema";
import { pointerOf } from "../state/find";
import { Faults } from "./faults";
import { faultsAt, faultsOf } from "../state/faults";
import { markEmpty, touchAll } from "../state/untouched";
import { Icon } from "../ui/icons";

/** What an element of a list is, for people. */
const nouns: Record<string, string> = { to: "recipient", exclude_from: "service", options: "option" };
const handles = ["to"];
const handleHints = { inputMode: "tel", autocapitalize: "off", autocorrect: "off", spellcheck: false, placeholder: "+12025550123 or kim@example.com" } as const;
const placeholders: Record<string, string> = { from: "+12025550100", url: "https://…", image_url: "https://…", fallback_text: "Shown without the app" };

/** A member's documentation; what it says of another type of part is left out. */
function docOf(member: Member, path: Path): string {
  const doc = member.doc.replaceAll("`", "");
  const type = findAt(value.peek(), [...path.slice(0, -1), "type"]);
  const sentences = doc.split(/(?=\b(?:Of|In) an? [a-z ]+ (?:part|card):)/);
  if (sentences.length < 2 || typeof type !== "string") return doc;
  const words: Record<string, RegExp> = { media: /^(Of|In) a media part:/, imessage_app: /^(Of|In) an app card:/, text: /^(Of|In) a text part:/, link: /^(Of|In) a link part:/ };
  const own = sentences.filter((s) => !/^(Of|In) an? /.test(s) || words[type]?.test(s) === true);
  const text = own.join("").replace(/^(?:Of|In) an? [a-z ]+: */, "");
  return text === "" ? doc : text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a field is called: the API's own name, so that the form teaches the JSON. */
function Label({ member, id }: { member: Member; id: string }) {
  return (
    <label for={id} class="field-label">
      <span class="mono">{member.name}</span>
      {(member.required) && <span class="field-required">required</span>}
      <span class="field-limits">{limits(member)}</span>
    </label>
  );
}

/** A field for a member of simple type. An emptied optional one is removed. */
export function Field({ member, path, current }: { member: Member; path: Path; current: Json | undefined }) {
  const id = useId();
  const put = (next: Json | undefined): void => void set(path, next, pointerOf(path));
  const found = faultsAt(path, true);
  const told = { "aria-describedby": found.length > 0 ? `${id}-faults ${id}-doc` : `${id}-doc`, "aria-invalid": found.some((d) => d.severity === "error") };
  const doc = <><Faults list={found} id={`${id}-faults`} /><p class="field-doc" id={`${id}-doc`}>{docOf(member, path)}</p></>;
  if (member.type === "a boolean") {
    return (
      <div class="field">
        <Label member={member} id={id} />
        <select id={id} {...told} value={current === undefined ? "" : String(current)}
          onChange={(e) => put(e.currentTarget.value === "" ? undefined : e.currentTarget.value === "true")}>
          <option value="">left out</option><option value="true">true</option><option value="false">false</option>
        </select>
        {doc}
      </div>
    );
  }
  if (member.enum !== undefined && member.enum.length > 0) {
    const options = typeof current === "string" && current !== "" && !member.enum.includes(current) ? [current, ...member.enum] : member.enum;
    return (
      <div class="field">
        <Label member={member} id={id} />
        <select id={id} {...told} value={typeof current === "string" ? current : ""}
          onChange={(e) => put(e.currentTarget.value === "" ? undefined : e.currentTarget.value)}>
          <option value="">left out</option>
          {options.map((o) => <option key={o} value={o}>{o}</option>)}
        </select>
        {doc}
      </div>
    );
  }
  const integer = member.type === "an integer";
  return (
    <div class="field">
      <Label member={member} id={id} />
      <input id={id} {...told} data-at={pointerOf(path)} class="mono" inputMode={integer ? "numeric" : member.type === "a number" ? "decimal" : member.name === "url" || member.name.endsWith("_url") ? "url" : "text"} autocapitalize="off" autocorrect="off" spellcheck={false} placeholder={placeholders[member.name]} value={current === undefined || current === null ? "" : typeof current === "object" ? JSON.stringify(current) : String(current)}
        onInput={(e) => {
          const text = e.currentTarget.value;
          if (text === "") return put(member.required && !integer ? "" : undefined);
          put((integer && /^-?\d{1,15}$/.test(text)) || (member.type === "a number" && /^-?\d{1,10}(\.\d{1,10})?$/.test(text)) ? Number(text) : text);
        }} />
      {doc}
    </div>
  );
}

/** A list of strings: recipients, lines, poll options. */
export function Strings({ member, path, inside }: { member: Member; path: Path; /** The element's member that holds the string, if the elements are objects. */ inside?: string }) {
  const list = findAt(value.value, path);
  const items = Array.isArray(list) ? list : [];
  const id = useId();
  const element = (i: number): Path => (inside === undefined ? [...path, i] : [...path, i, inside]);
  const add = (): void => {
    const next = inside === undefined ? "" : { [inside]: "" };
    if (Array.isArray(list)) insert([...path, items.length], next);
    else set(path, [next]);
    markEmpty([...path, items.length], next);
    requestAnimationFrame(() => document.getElementById(`${id}-${items.length}`)?.focus());
  };
  return (
    <fieldset class="field strings">
      <legend class="field-label"><span class="mono">{member.name}</span>{member.required && <span class="field-required">required</span>}<span class="field-limits">{limits(member)}</span></legend>
      <p class="field-doc">{member.doc.replaceAll("`", "")}</p>
      {items.map((_, i) => {
        const current = findAt(value.value, element(i));
        const found = faultsAt([...path, i], true);
        return (
          <div key={i} class="strings-row">
            <input id={`${id}-${i}`} data-at={pointerOf(element(i))} class="mono" aria-invalid={found.some((d) => d.severity === "error")} aria-describedby={found.length > 0 ? `${id}-${i}-faults` : undefined} aria-label={`${nouns[member.name] ?? member.name} ${i + 1}`} value={typeof current === "string" ? current : current === undefined ? "" : JSON.stringify(current)}
              {...(handles.includes(member.name) ? handleHints : {})} onInput={(e) => set(element(i), e.currentTarget.value, pointerOf(element(i)))} />
            <button type="button" class="icon-button" aria-label={`Remove ${nouns[member.name] ?? member.name} ${i + 1}`} onClick={() => { touchAll(); set([...path, i], undefined); }}><Icon name="close" size={14} /></button>
            <Faults list={found} id={`${id}-${i}-faults`} />
          </div>
        );
      })}
      <Faults list={faultsAt(path)} />
      <button type="button" class="button button-small" onClick={add}><Icon name="add" size={14} /> Add{nouns[member.name] === undefined ? <span class="visually-hidden"> an element of {member.name}</span> : ` ${nouns[member.name]}`}</button>
    </fieldset>
  );
}

/** Whether a member has a field here: others are written in the JSON. */
const hasField = (m: Member): boolean => (m.elem === undefined ? m.type !== "an object" || m.object !== undefined : m.elem === "a string" || m.object === "PollOption" || m.object === "Part");

/** What is reported at an object itself, and at what of it has no field. */
export function OwnFaults({ object, path }: { object: string; path: Path }) {
  return <Faults list={faultsOf(path, (registry.value.objects[object]?.members ?? []).filter(hasField).map((m) => m.name))} />;
}

/** An object's members; a nested object may be added and removed whole. */
export function Fields({ object, path, skip = [], members, only }: { object: string; path: Path; skip?: string[]; members?: Member[]; /** Only those that are required, or only the others. */ only?: boolean }) {
  const found = findAt(value.value, path);
  const have: JsonObject = isObject(found) ? found : {};
  const list = (members ?? registry.value.objects[object]?.members ?? []).filter((m) => !skip.includes(m.name) && (only === undefined || only === m.required));
  return (
    <>
      {list.map((m) => {
        const at = [...path, m.name];
        if (m.type === "an object" && m.object !== undefined) return <Nested key={m.name} member={m} path={at} present={isObject(have[m.name])} />;
        if (m.elem === "a string") return <Strings key={m.name} member={m} path={at} />;
        if (m.object === "PollOption") return <Strings key={m.name} member={m} path={at} inside="text" />;
        if (m.elem !== undefined || !hasField(m)) return null;
        return <Field key={m.name} member={m} path={at} current={have[m.name]} />;
      })}
    </>
  );
}

function Nested({ member, path, present }: { member: Member; path: Path; present: boolean }) {
  if (!present) {
    return (
      <div class="field">
        <button type="button" class="button button-small" onClick={() => set(path, {})}><Icon name="add" size={14} /> Add <span class="mono">{member.name}</span></button>
        <p class="field-doc">{member.doc.replaceAll("`", "")}</p>
      </div>
    );
  }
  return (
    <fieldset class="group">
      <legend><span class="mono">{member.name}</span>
        <button type="button" class="icon-button" aria-label={`Remove ${member.name}`} onClick={() => set(path, undefined)}><Icon name="close" size={14} /></button></legend>
      <OwnFaults object={member.object ?? ""} path={path} />
      <Fields object={member.object ?? ""} path={path} />
    </fieldset>
  );
}
