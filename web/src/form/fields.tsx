import { useId } from "preact/hooks";
import type { Member } from "../engine/protocol";
import type { Json, JsonObject } from "../state/body";
import { isObject } from "../state/body";
import { findAt } from "../state/find";
import { insert, registry, set, value } from "../state/workspace";
import { limits, type Path } from "../state/schema";
import { Faults } from "./faults";
import { faultsAt } from "../state/faults";
import { Icon } from "../ui/icons";

/** What a field is called: the API's own name, so that the form teaches the JSON. */
export function Label({ member, id }: { member: Member; id: string }) {
  return (
    <label for={id} class="field-label">
      <span class="mono">{member.name}</span>
      {(member.required) && <span class="field-required">required</span>}
      <span class="field-limits">{limits(member)}</span>
    </label>
  );
}

/** What a member starts as when it is added. */
export function blank(member: Member): Json {
  if (member.elem !== undefined) return [];
  switch (member.type) {
    case "an object": return {};
    case "an integer": return member.min ?? 0;
    case "a boolean": return true;
    default: return member.enum?.[0] ?? "";
  }
}

/** A field for a member of simple type. An emptied optional one is removed. */
export function Field({ member, path, now }: { member: Member; path: Path; now: Json | undefined }) {
  const id = useId();
  const put = (next: Json | undefined): void => set(path, next);
  const found = faultsAt(path, true);
  const told = { "aria-describedby": found.length > 0 ? `${id}-faults ${id}-doc` : `${id}-doc`, "aria-invalid": found.some((d) => d.severity === "error") };
  const doc = <><Faults of={found} id={`${id}-faults`} /><p class="field-doc" id={`${id}-doc`}>{member.doc.replaceAll("`", "")}</p></>;
  if (member.type === "a boolean") {
    return (
      <div class="field">
        <Label member={member} id={id} />
        <select id={id} {...told} value={now === undefined ? "" : String(now)}
          onChange={(e) => put(e.currentTarget.value === "" ? undefined : e.currentTarget.value === "true")}>
          <option value="">left out</option><option value="true">true</option><option value="false">false</option>
        </select>
        {doc}
      </div>
    );
  }
  if (member.enum !== undefined && member.enum.length > 0) {
    const options = typeof now === "string" && now !== "" && !member.enum.includes(now) ? [now, ...member.enum] : member.enum;
    return (
      <div class="field">
        <Label member={member} id={id} />
        <select id={id} {...told} value={typeof now === "string" ? now : ""}
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
      <input id={id} {...told} class="mono" inputMode={integer ? "numeric" : "text"} value={now === undefined || now === null ? "" : typeof now === "object" ? JSON.stringify(now) : String(now)}
        onInput={(e) => {
          const text = e.currentTarget.value;
          if (text === "") return put(member.required && !integer ? "" : undefined);
          put(integer && /^-?\d{1,15}$/.test(text) ? Number(text) : text);
        }} />
      {doc}
    </div>
  );
}

/** A list of strings: recipients, lines, poll answers. */
export function Strings({ member, path, of }: { member: Member; path: Path; of?: string }) {
  const list = findAt(value.value, path);
  const items = Array.isArray(list) ? list : [];
  const id = useId();
  const element = (i: number): Path => (of === undefined ? [...path, i] : [...path, i, of]);
  const add = (): void => {
    const next = of === undefined ? "" : { [of]: "" };
    if (Array.isArray(list)) insert([...path, items.length], next);
    else set(path, [next]);
    requestAnimationFrame(() => document.getElementById(`${id}-${items.length}`)?.focus());
  };
  return (
    <fieldset class="field strings">
      <legend class="field-label"><span class="mono">{member.name}</span>{member.required && <span class="field-required">required</span>}<span class="field-limits">{limits(member)}</span></legend>
      <p class="field-doc">{member.doc.replaceAll("`", "")}</p>
      {items.map((_, i) => {
        const now = findAt(value.value, element(i));
        const found = faultsAt([...path, i], true);
        return (
          <div key={i} class="strings-row">
            <input id={`${id}-${i}`} class="mono" aria-invalid={found.some((d) => d.severity === "error")} aria-describedby={found.length > 0 ? `${id}-${i}-faults` : undefined} aria-label={`${member.name} ${i + 1}`} value={typeof now === "string" ? now : now === undefined ? "" : JSON.stringify(now)}
              onInput={(e) => set(element(i), e.currentTarget.value)} />
            <button type="button" class="icon-button" aria-label={`Remove ${member.name} ${i + 1}`} onClick={() => set([...path, i], undefined)}><Icon name="close" size={14} /></button>
            <Faults of={found} id={`${id}-${i}-faults`} />
          </div>
        );
      })}
      <Faults of={faultsAt(path)} />
      <button type="button" class="button button-small" onClick={add}><Icon name="add" size={14} /> Add<span class="visually-hidden"> to {member.name}</span></button>
    </fieldset>
  );
}

/** An object's members; a nested object may be added and removed whole. */
export function Fields({ object, path, skip = [], members, only }: { object: string; path: Path; skip?: string[]; members?: Member[]; /** Only those that are required, or only the others. */ only?: boolean }) {
  const now = findAt(value.value, path);
  const have: JsonObject = isObject(now) ? now : {};
  const list = (members ?? registry.value.objects[object]?.members ?? []).filter((m) => !skip.includes(m.name) && (only === undefined || only === m.required));
  return (
    <>
      {list.map((m) => {
        const at = [...path, m.name];
        if (m.type === "an object" && m.object !== undefined) return <Nested key={m.name} member={m} path={at} present={isObject(have[m.name])} />;
        if (m.elem === "a string") return <Strings key={m.name} member={m} path={at} />;
        if (m.elem === "an object" && m.object === "PollOption") return <Strings key={m.name} member={m} path={at} of="text" />;
        if (m.elem !== undefined || m.type === "an object") return null;
        return <Field key={m.name} member={m} path={at} now={have[m.name]} />;
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
      <Fields object={member.object ?? ""} path={path} />
    </fieldset>
  );
}
