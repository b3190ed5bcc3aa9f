import type { Part } from "../state/body";
import { set, value } from "../state/document";
import { measureOf, registry } from "../state/engine";
import { isObject } from "../state/json";
import { selected } from "../state/ui";
import { follow, followMention } from "../state/decorate";
import { findAt } from "../state/find";
import { membersOf, type Path } from "../state/schema";
import { fileOf } from "../preview/urls";
import { Toolbar } from "../preview/toolbar";
import { sampled } from "../state/variables";
import { Faults } from "./faults";
import { faultsAt, faultsOf } from "../state/faults";
import { Fields } from "./fields";
import { Mention } from "./mention";
import { Stickers } from "./stickers";

/** The text of a part, with the ranges kept on their words while it changes. */
function TextField({ part }: { part: Part }) {
  const { path, index, value: written } = part;
  const put = (next: string): void => {
    const old = findAt(value.value, path);
    if (!isObject(old)) return;
    const { text_decorations: list, inline_stickers: stickers, mention_range: range } = old;
    const tag = `${part.pointer}/value`;
    if (!Array.isArray(list) && !Array.isArray(stickers) && range === undefined) return void set([...path, "value"], next, tag);
    set(path, {
      ...old, value: next,
      ...(Array.isArray(list) ? { text_decorations: follow(list, written, next) } : {}),
      ...(Array.isArray(stickers) ? { inline_stickers: follow(stickers, written, next) } : {}),
      ...(range !== undefined ? { mention_range: followMention(range, written, next) } : {}),
    }, tag);
  };
  const choose = (e: { currentTarget: HTMLTextAreaElement }): void => {
    selected.value = { part: index, start: e.currentTarget.selectionStart, end: e.currentTarget.selectionEnd };
  };
  const found = [...faultsAt([...path, "value"]), ...faultsAt([...path, "text_decorations"], true)];
  const points = measureOf(sampled(written)).code_points;
  const most = registry.value.limits.text ?? Infinity;
  const id = `text-${index}`;
  return (
    <div class="field">
      <div class="field-label"><span class="mono" aria-hidden="true">value</span>
        <span class={`field-limits${points > most ? " field-over" : ""}`}>{points.toLocaleString("en")} / {most.toLocaleString("en")} code points</span></div>
      <textarea class="text-field" data-at={`${part.pointer}/value`} placeholder="What the message says" rows={Math.min(8, Math.max(2, Math.ceil(written.length / 48)))} aria-label={`Text of part ${index + 1}`} value={written}
        aria-invalid={found.some((d) => d.severity === "error")} aria-describedby={found.length > 0 ? `${id}-faults` : undefined}
        onInput={(e) => {
          choose(e); // what was selected may be gone, without an event of its own
          put(e.currentTarget.value);
        }} onSelect={choose} onFocus={choose} />
      {selected.value?.part === index && <Toolbar />}
      <Faults list={found} id={`${id}-faults`} />
    </div>
  );
}

/** What a part says, in a few words. */
export function gist(part: Part): string {
  switch (part.type) {
    case "text": return part.value;
    case "media": return part.attachmentId || fileOf(part.url).name || part.url;
    case "imessage_app": return part.layout.caption || part.app;
    default: return part.value;
  }
}

/** The fields of one part. */
export function PartFields({ part, path }: { part: Part; path: Path }) {
  const known = registry.value;
  const members = membersOf(known, "Part", part.type);
  const own = ["type", "text_decorations", "inline_stickers", "mention", "mention_range", ...(part.type === "text" ? ["value"] : [])];
  return (
    <>
      <Faults list={[...faultsOf(path, members.map((m) => m.name)), ...faultsAt([...path, "type"])]} />
      {part.type === "text" && <TextField part={part} />}
      <Fields object="Part" path={path} skip={own} members={members.length > 0 ? members : known.objects.Part?.members ?? []} />
      {part.type === "text" && <Stickers part={part} />}
      {part.type === "text" && <Mention part={part} />}
    </>
  );
}
