// Firefox by WebDriver BiDi, with as much of the protocol as a smoke test needs.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** Keys by the names that tests use, as WebDriver writes them. */
const KEYS = { Control: "\uE009", Shift: "\uE008", Enter: "\uE007", Tab: "\uE004", Escape: "\uE00C", Backspace: "\uE003", End: "\uE010", ArrowRight: "\uE014" };

/** Starts Firefox without a window; resolves to the address of its session and a function that ends it. */
function start(binary) {
  const profile = mkdtempSync(join(tmpdir(), "linqlint-firefox-"));
  const child = spawn(binary, ["--headless", "--remote-debugging-port=0", "--no-remote", "--profile", profile], { stdio: ["ignore", "ignore", "pipe"] });
  const end = () => new Promise((resolve) => {
    child.once("exit", () => resolve(rmSync(profile, { recursive: true, force: true, maxRetries: 3 })));
    child.kill();
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${binary} exited with ${code}: ${said}`)));
    child.stderr.on("data", (data) => {
      said += data;
      const at = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (at !== undefined) resolve({ at: `${at}/session`, end });
    });
  });
}

/** A tab of Firefox. */
export class Firefox {
  #socket;
  #end;
  #next = 1;
  #waiting = new Map();
  #context;
  /** What the page said on its console as an error, and what it threw. */
  errors = [];

  static async open(binary, width, height) {
    const { at, end } = await start(binary);
    const firefox = new Firefox();
    firefox.#end = end;
    firefox.#socket = new WebSocket(at);
    await new Promise((resolve, reject) => firefox.#socket.once("open", resolve).once("error", reject));
    firefox.#socket.on("message", (data) => firefox.#receive(JSON.parse(data)));
    await firefox.#send("session.new", { capabilities: {} });
    await firefox.#send("session.subscribe", { events: ["log.entryAdded"] });
    firefox.#context = (await firefox.#send("browsingContext.getTree", {})).contexts[0].context;
    await firefox.#send("browsingContext.setViewport", { context: firefox.#context, viewport: { width, height } });
    return firefox;
  }

  #receive(message) {
    if (message.type === "event") {
      if (message.method === "log.entryAdded" && message.params.level === "error") this.errors.push(message.params.text);
      return;
    }
    const { resolve, reject } = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "error") reject(new Error(`${message.error}: ${message.message}`));
    else resolve(message.result);
  }

  #send(method, params) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  goto(url) {
    return this.#send("browsingContext.navigate", { context: this.#context, url, wait: "complete" });
  }

  /** Goes to an address where a function runs before the page's own scripts. */
  async gotoAfter(url, run, ...args) {
    const { script } = await this.#send("script.addPreloadScript", { functionDeclaration: `() => (${run})(...${JSON.stringify(args)})` });
    await this.goto(url);
    await this.#send("script.removePreloadScript", { script });
  }

  /** Runs a function in the page; what it takes and gives is JSON. */
  async evaluate(run, ...args) {
    const expression = `(async () => JSON.stringify((await (${run})(...${JSON.stringify(args)})) ?? null))()`;
    const { result, exceptionDetails } = await this.#send("script.evaluate", { expression, target: { context: this.#context }, awaitPromise: true });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  /** Waits until a function in the page gives something that is not false, null, or empty. */
  async until(what, run, ...args) {
    const end = Date.now() + 15_000;
    for (;;) {
      const value = await this.evaluate(run, ...args);
      if (value) return value;
      if (Date.now() > end) throw new Error(`timeout: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Clicks in the middle of an element that a function in the page gives. */
  async click(what, run, ...args) {
    const [x, y] = await this.until(what, `async (...all) => { const e = (${run})(...all); if (!e) return null; e.scrollIntoView({ block: "nearest" }); const box = e.getBoundingClientRect(); return box.width === 0 ? null : [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)]; }`, ...args);
    await this.#send("input.performActions", { context: this.#context, actions: [{ type: "pointer", id: "mouse", actions: [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] }] });
  }

  button(name) {
    return this.click(`button ${name}`, (wanted) => [...document.querySelectorAll("button")].find((b) => (b.getAttribute("aria-label") ?? b.textContent).trim().startsWith(wanted)), name);
  }

  /** Presses keys one after the other, each a text or a name of KEYS; those of a list together. */
  async keys(...keys) {
    const value = (key) => KEYS[key] ?? key;
    const actions = keys.flatMap((key) => {
      const all = Array.isArray(key) ? key.map(value) : KEYS[key] === undefined ? null : [value(key)];
      if (all === null) return [...key].flatMap((c) => [{ type: "keyDown", value: c }, { type: "keyUp", value: c }]);
      return [...all.map((v) => ({ type: "keyDown", value: v })), ...all.reverse().map((v) => ({ type: "keyUp", value: v }))];
    });
    await this.#send("input.performActions", { context: this.#context, actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async close() {
    this.#socket.close();
    await this.#end();
  }
}
