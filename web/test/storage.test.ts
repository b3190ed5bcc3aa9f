import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseBody } from "../src/state/json";
import { titleOf } from "../src/state/title";
import { oneLine } from "../src/state/paste";

/** A tab of its own: the module knows its tab. */
async function tab(): Promise<typeof import("../src/state/storage")> {
  vi.resetModules();
  sessionStorage.clear();
  return import("../src/state/storage");
}

afterEach(() => void vi.restoreAllMocks());
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("what the reader did not edit is kept for the tab only", async () => {
  const { keep, newest, tabState } = await tab();
  keep({ text: "{}", kind: "message", edited: false });
  expect(newest()).toBeUndefined();
  expect(tabState()).toMatchObject({ text: "{}", kind: "message", edited: false });
  keep({ text: "{1}", kind: "", edited: true });
  expect(newest()).toEqual({ text: "{1}", kind: "" });
});

test("two tabs keep both texts", async () => {
  const first = await tab();
  first.keep({ text: "first", kind: "", edited: true });
  const second = await tab();
  second.keep({ text: "second", kind: "", edited: true });
  expect(second.newest()?.text).toBe("second");
  expect(second.recent.value.map((r) => r.text)).toEqual(["first"]);
});

test("a tab's own text before is not among the recent ones, and each of the two is written by itself", async () => {
  const { keepAsNewest, keepInTab, newest, recent, tabState } = await tab();
  keepInTab({ text: "first", kind: "", edited: true });
  expect([tabState()?.text, newest()]).toEqual(["first", undefined]);
  keepAsNewest({ text: "first", kind: "", edited: true });
  keepAsNewest({ text: "second", kind: "", edited: true });
  expect([tabState()?.text, newest()?.text, recent.value]).toEqual(["first", "second", []]);
});

test("ten recent texts, the newest first, each once", async () => {
  const { remember, recent, forget, forgetAll } = await tab();
  for (let i = 0; i < 12; i++) remember({ text: `text ${i}`, kind: "" });
  remember({ text: "text 5", kind: "" });
  remember({ text: "  ", kind: "" });
  expect(recent.value.map((r) => r.text)).toEqual([5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((n) => `text ${n}`));
  forget("text 9");
  expect(recent.value).toHaveLength(9);
  forgetAll();
  expect(localStorage.length).toBe(0);
});

test("what another version or program wrote is not a text", async () => {
  const { newest, tabState, loadRecent, recent } = await tab();
  localStorage.setItem("linqlint.text", "{");
  localStorage.setItem("linqlint.recent", '[{"text":1},{"text":"a","kind":"","time":1},7]');
  sessionStorage.setItem("linqlint.tab", '{"text":"a","kind":"","file":{"name":"x","lines":[1]}}');
  loadRecent();
  expect(newest()).toBeUndefined();
  expect(tabState()).toEqual({ text: "a", kind: "", edited: false, file: undefined });
  expect(recent.value.map((r) => r.text)).toEqual(["a"]);
});

test.each([
  ['{"message":{"parts":[{"type":"text","value":"Hello  \\nthere"}]}}', "Hello there"],
  ['{"to":["+1"],"message":{"parts":[]}}', "To +1"],
  ['{"text":"edited"}', "edited"],
  ["{oops", "{oops"],
  ["", "messages.edit"],
])("the title of %s", (text, want) => expect(titleOf(text, "messages.edit")).toBe(want));

test.each([
  ['{\n  "a": [1, 2],\n "b": "x  \\n \\" y"\n}', '{"a":[1,2],"b":"x  \\n \\" y"}'],
  ['{ // "a\n"n": 1,\n/* "b\n */ "m": 2 }', '{/* "a*/"n":1,/* "b  */"m":2}'],
  ['{"n": 1.50}', '{"n":1.50}'],
  ['{"open": "a\n b', '{"open":"ab'],
])("%s on one line", (text, want) => {
  expect(oneLine(text)).toBe(want);
  expect(parseBody(want).value).toEqual(parseBody(text).value);
});

test("a tab that only shows a text does not keep it over another tab's newer one", async () => {
  const first = await tab();
  first.keep({ text: "one", kind: "", edited: true });
  const second = await tab();
  expect(second.newest()?.text).toBe("one");
  first.keep({ text: "two", kind: "", edited: true });
  second.keep({ text: "one", kind: "", edited: true }); // it is left
  expect(first.newest()?.text).toBe("two");
  expect(first.recent.value).toEqual([]);
});

/** Lets a storage hold so many UTF-16 code units. */
function room(units: number): void {
  const put = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(function (this: Storage, key: string, value: string) {
    const others = Object.keys(this).filter((k) => k !== key).reduce((n, k) => n + (this.getItem(k) ?? "").length, 0);
    if (others + value.length > units) throw new DOMException("full", "QuotaExceededError");
    put.call(this, key, value);
  });
}

test("where there is no room, the oldest recent texts go before the newest text", async () => {
  const { keep, newest, remember, recent, unkept } = await tab();
  room(3000);
  for (const letter of "abcd") remember({ text: letter.repeat(500), kind: "" });
  keep({ text: "x".repeat(1500), kind: "", edited: true });
  expect(newest()?.text).toHaveLength(1500);
  expect(recent.value.map((r) => r.text[0])).toEqual(["d", "c"]);
  expect(unkept.value).toBeUndefined();
  keep({ text: "x".repeat(2990), kind: "", edited: true }); // has no room even without them
  expect(unkept.value).toBe("text");
  expect(recent.value.map((r) => r.text[0])).toEqual(["d", "c"]);
});

test("a file that there is no room for is named, and never an older text in its place", async () => {
  const { keep, tabState, unkept } = await tab();
  keep({ text: "{}", kind: "", edited: true });
  room(3000);
  keep({ text: "{}", kind: "", edited: false, file: { name: "campaign.ndjson", lines: ["x".repeat(4000)], texts: [], at: 0 } });
  expect(tabState()).toMatchObject({ text: "{}", file: undefined, lost: "campaign.ndjson" });
  expect(unkept.value).toBe("file");
  keep({ text: "y".repeat(4000), kind: "", edited: false });
  expect(tabState()).toMatchObject({ text: "", lost: "" });
  keep({ text: "{}", kind: "", edited: false });
  expect(tabState()).toEqual({ text: "{}", kind: "", edited: false });
});
