import { describe, expect, test } from "vitest";
import { shown } from "../src/state/body";
import { applyEdits } from "../src/state/edits";
import { parseBody, setAt, spanAt, type Json } from "../src/state/json";
import { findAt, pathOf, pointerOf } from "../src/state/find";
import { curlBody, ndjson } from "../src/state/paste";
import { describe as describePlace, limits, membersOf } from "../src/state/schema";
import { lanes } from "../src/preview/ruler";
import { segments, words } from "../src/preview/segments";
import { clusters } from "../src/state/clusters";
import { recut, type Piece } from "../src/preview/pieces";
import { fileOf, hostOf, drawable } from "../src/preview/urls";
import { readable } from "../src/preview/contact";
import { moved } from "../src/form/parts";
import { pretty } from "../src/state/pretty";
import { samples } from "../src/gallery/samples";
import type { Registry } from "../src/engine/protocol";

describe("the form writes into the text", () => {
  const text = `{\n  "to": ["+12025550123"], // no\n  "message": { "parts": [] }\n}`.replace(" // no", "");
  test.each([
    ["a value", ["to", 0], "+1", { to: ["+1"], message: { parts: [] } }],
    ["a new member", ["message", "effect"], { name: "slam", type: "bubble" }, { to: ["+12025550123"], message: { parts: [], effect: { name: "slam", type: "bubble" } } }],
    ["a new element", ["message", "parts", 0], { type: "text" }, { to: ["+12025550123"], message: { parts: [{ type: "text" }] } }],
    ["a member inside of what is not there yet", ["continuation_message", "text"], "x", { to: ["+12025550123"], message: { parts: [] }, continuation_message: { text: "x" } }],
    ["undefined removes", ["to"], undefined, { message: { parts: [] } }],
    ["a text that looks like a range", ["to", 0], "[1,\n 2]", { to: ["[1,\n 2]"], message: { parts: [] } }],
  ])("%s", (_, path, value, want) => {
    expect(JSON.parse(applyEdits(text, setAt(text, path, value)))).toEqual(want);
  });
  test("what it does not touch keeps its bytes", () => {
    const odd = `{"to" :[ "+1" ],\n\t"message":{"parts":[\t]}}`;
    expect(applyEdits(odd, setAt(odd, ["to", 0], "+2"))).toBe(odd.replace("+1", "+2"));
  });
});

describe("what there is to see", () => {
  test("parts with what they hold", () => {
    const body = shown({ message: { parts: [{ type: "text", value: "a", text_decorations: [{ range: [0, 1], style: "bold" }, "x", { range: [2, 1] }] }, 7] } }, "");
    if (body.type !== "message") throw new Error(body.type);
    expect(body.content.parts.map((p) => [p.type, p.pointer, p.decorations.length])).toEqual([["text", "/message/parts/0", 1], ["", "/message/parts/1", 0]]);
  });
  test.each([
    ["nothing of a text", "x", "", "nothing"],
    ["a reaction", { operation: "add", type: "love" }, "messages.react", "reaction"],
    ["a poll", { poll: { options: [{ text: "a" }] } }, "chats.polls.create", "poll"],
    ["an edit", { text: "a" }, "messages.edit", "edit"],
    ["a body before its kind is known", { message: {} }, "", "message"],
  ])("%s", (_, value, kind, want) => expect(shown(value, kind).type).toBe(want));
  test("wrong types are ignored", () => {
    for (const kind of ["", "messages.create", "chats.voicememo", "messages.edit", "messages.react", "messages.update_app_card", "chats.polls.create", "messages.polls.add_options", "messages.polls.vote", "attachments.create"]) {
      for (const value of [null, 1, [], {}, { message: 1 }, { message: { parts: {} } }, { message: { parts: [null, [], { app: 1, layout: [], text_decorations: {} }] } }, { poll: [], options: {}, layout: 1, to: [1, "x"] }]) {
        expect(shown(value as Json, kind).type).toBeTypeOf("string");
      }
    }
  });
});

describe("a broken text", () => {
  test("says where", () => expect(parseBody(`{"a": }`).brokenAt()).toBe(6));
  test("an empty one is not a body", () => expect(parseBody("").brokenAt()).toBe(0));
  test("a comment is not JSON", () => expect(parseBody("{} // x").broken).toBe(true));
  test.each(["[", '{"a":'])("one nested without end is broken: %s", (open) => {
    const { value, broken, brokenAt } = parseBody(open.repeat(200_000));
    expect([value, broken]).toEqual([undefined, true]);
    expect(brokenAt()).toBe(500 * open.length + open.search(/[[{]/));
  });
  test("brackets in a text open nothing", () => expect(parseBody(JSON.stringify({ a: `${"[".repeat(9000)}${'"'.repeat(2_000_000)}{\\` })).broken).toBe(false));
  test("a span", () => expect(spanAt(parseBody(`{"a":[1,22]}`), ["a", 1])).toEqual({ start: 8, end: 10 }));
});

test("pointers", () => {
  const value = { "a/b": [{ "~": 1 }], 0: "x" };
  expect(pathOf("/a~1b/0/~0", value)).toEqual(["a/b", 0, "~"]);
  expect(pointerOf(["a/b", 0, "~"])).toBe("/a~1b/0/~0");
  expect(findAt(value, ["a/b", 0, "~"])).toBe(1);
  expect(pathOf("/0", value)).toEqual(["0"]);
  expect(findAt(value, ["toString"])).toBeUndefined();
});

describe("curl commands", () => {
  test.each([
    ["single quotes", `curl -X POST https://x -H 'A: b' -d '{"a": 1}'`, `{"a": 1}`],
    ["continued lines", "curl https://x \\\n  --data-raw '{\"a\":\\n1}' \\\n -v", '{"a":\\n1}'],
    ["double quotes with escapes", `curl --json "{\\"a\\": \\"\\$5\\"}" https://x`, `{"a": "$5"}`],
    ["a quote inside quotes", `curl -d '{"a":"it'\\''s"}' x`, `{"a":"it's"}`],
    ["as browsers copy it", `curl 'https://x' --data-binary $'{"a":"\\u00e9\\'\\n"}'`, `{"a":"é'\n"}`],
    ["joined to the flag", `curl --data={} x`, "{}"],
    ["the short flag joined", `curl -d'{}' x`, "{}"],
    ["with a prompt", `$ curl -d '{}' x`, "{}"],
    ["a here document, as the page writes it", "curl --fail-with-body https://x \\\n  -H 'A: b' \\\n  --data-binary @- <<'JSON'\n{\n  \"a\": \"it's\"\n}\nJSON\n", '{\n  "a": "it\'s"\n}'],
    ["a here document with tabs and CRLF", "curl -d@- https://x <<-EOF\r\n\t{}\r\n\tEOF\r\n", "{}"],
    ["a here document without an end", "curl -d @- x <<EOF\n{}\n", undefined],
    ["a here document that is not the body", "curl -K - x <<EOF\n{}\nEOF", undefined],
    ["no body", "curl https://x", undefined],
    ["a file", "curl -d @body.json x", undefined],
    ["an open quote", "curl -d '{", undefined],
    ["no curl", `{"curl": "x"}`, undefined],
  ])("%s", (_, text, want) => expect(curlBody(text)).toBe(want));
});

test("NDJSON", () => expect(ndjson('{}\r\n\n  \n{"a":1}')).toEqual(["{}", '{"a":1}']));

describe("segments", () => {
  const d = (start: number, end: number, style = "", animation = "") => ({ index: 0, start, end, style, animation });
  test("are cut where a decoration begins or ends", () => {
    expect(segments("abcdef", [d(1, 4, "bold"), d(3, 5, "italic")]).map((s) => [s.text, s.styles.join()])).toEqual([["a", ""], ["bc", "bold"], ["d", "bold,italic"], ["e", "italic"], ["f", ""]]);
  });
  test("join to the text again, whatever the ranges are", () => {
    const text = "a🎉b👨‍👩‍👧";
    for (let start = -2; start < 16; start++) for (let end = start; end < 18; end++) {
      const all = segments(text, [d(start, end, "bold"), d(2, 5, "", "shake")]);
      expect(all.map((s) => s.text).join("")).toBe(text);
      for (const s of all) expect(s.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });
  test("words hold together, spaces are apart", () => {
    expect(words(clusters("ab  c\n👨‍👩‍👧!")).map((w) => [w.from, w.pieces.join("")])).toEqual([[0, "ab"], [2, " "], [3, " "], [4, "c"], [5, "\n"], [6, "👨‍👩‍👧!"]]);
  });
});

describe("the pieces of a long text", () => {
  const text = "word 🎉 ".repeat(700);
  const joined = (pieces: Piece[]): string => pieces.map((p) => p.text).join("");
  test("join to the text, whatever is done to it", () => {
    let pieces = recut([], text);
    expect(pieces.length).toBeGreaterThan(5);
    for (const next of [`x${text}`, `${text}x`, text.slice(0, 2000), "", text, text.replaceAll("🎉", ""), "x".repeat(3000), text + text]) {
      pieces = recut(pieces, next);
      expect(joined(pieces)).toBe(next);
      expect(new Set(pieces.map((p) => p.id)).size).toBe(pieces.length);
    }
  });
  test.each([["at its start", 0], ["inside", 2500], ["at its end", text.length]])("a key %s changes one", (_, at) => {
    const before = recut([], text);
    const after = recut(before, `${text.slice(0, at)}x${text.slice(at)}`);
    expect(after.map((p) => p.id)).toEqual(before.map((p) => p.id));
    expect(after.filter((p, i) => p.text !== before[i]?.text)).toHaveLength(1);
  });
});

test("lanes keep what overlaps apart", () => {
  const bar = (index: number, start: number, end: number) => ({ index, start, end, style: "bold", animation: "" });
  expect(lanes([bar(0, 0, 5), bar(1, 3, 8), bar(2, 5, 6), bar(3, 4, 4)]).map((b) => [b.index, b.lane])).toEqual([[0, 0], [1, 1], [2, 0]]);
});

test("files and hosts of URLs", () => {
  expect(fileOf("https://a.b/c/d%20e.JPG?x=/y.png#z")).toEqual({ name: "d e.JPG", extension: "jpg" });
  expect(fileOf("https://a.b")).toEqual({ name: "", extension: "" });
  expect(fileOf("https://a.b/%zz.png").name).toBe("%zz.png");
  expect(hostOf("https://u:p@a.b:1/c")).toBe("a.b:1");
  expect(drawable("https://a.b/c.png")).toBe(false);
  expect(drawable("data:image/png;base64,AA")).toBe(true);
  expect(drawable("data:text/html,x")).toBe(false);
});

test("numbers as people read them", () => {
  expect(readable("+12025550123")).toBe("+1 (202) 555-0123");
  expect(readable("a@b.de")).toBe("a@b.de");
});

test("an element is moved", () => {
  expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
  expect(moved([1, 2, 3], 2, 0)).toEqual([3, 1, 2]);
  expect(moved([1], 4, 0)).toEqual([1]);
});

test("samples are written with short arrays on a line", () => {
  for (const s of samples) expect(JSON.parse(pretty(s.body))).toEqual(s.body);
  expect(pretty({ range: [0, 5] })).toBe('{\n  "range": [0, 5]\n}');
});

describe("the registry", () => {
  const registry = {
    kinds: [{ name: "message", method: "", path: "", body: "C", doc: "" }],
    part_types: ["text", "media"],
    objects: {
      C: { doc: "", members: [{ name: "parts", type: "an array", elem: "an object", object: "P", required: true, min_len: 1, max_len: 100, doc: "" }] },
      P: { doc: "", members: [{ name: "value", type: "a string", required: false, parts: ["text"], needs: ["text"], doc: "", max_len: 10 }, { name: "url", type: "a string", required: false, parts: ["media"], needs: [], doc: "" }] },
    },
  } as unknown as Registry;
  test("describes a place", () => {
    expect(describePlace(registry, "message", ["parts", 3, "url"])?.member?.name).toBe("url");
    expect(describePlace(registry, "message", ["parts", 3])?.value).toBe("P");
    expect(describePlace(registry, "message", ["parts"])?.value).toBeUndefined();
    expect(describePlace(registry, "message", ["nope", "url"])).toBeUndefined();
    expect(describePlace(registry, "mail", [])).toBeUndefined();
  });
  test("knows the members of a part by its type", () => {
    expect(membersOf(registry, "P", "media").map((m) => m.name)).toEqual(["url"]);
    expect(membersOf(registry, "P", "x").map((m) => m.name)).toEqual(["value", "url"]);
  });
  test("names the unit of a limit", () => {
    expect(limits(registry.objects.C!.members[0]!)).toBe("1 to 100 elements");
    expect(limits(registry.objects.P!.members[0]!)).toBe("at most 10 code points");
  });
});
