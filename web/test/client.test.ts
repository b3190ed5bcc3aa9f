import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ReceivedBodies } from "../src/engine/bodies";
import { Engine, stale, type Port } from "../src/engine/client";
import { Sender } from "../src/engine/delta";
import type { Modules, Request, Response } from "../src/engine/messages";

class Worker implements Port {
  onmessage: ((event: MessageEvent<Response>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly got: Request[] = [];
  ended = false;
  postMessage(message: Request): void {
    this.got.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: Response): void {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }
  answer(id: number, ok: unknown): void {
    this.say({ type: "answer", id, text: JSON.stringify({ ok }) });
  }
}

import { diagnostic } from "./diagnostic";

let workers: Worker[];
let modules: Modules[];
let engine: Engine;
const last = (): Worker => workers.at(-1) as Worker;

beforeEach(() => {
  workers = [];
  modules = [];
  engine = new Engine((compiled) => {
    modules.push({ ...compiled });
    const worker = new Worker();
    workers.push(worker);
    return worker;
  });
});

test("an answer goes to who asked", async () => {
  const a = engine.ask("lint", { body: "a" });
  const b = engine.ask("lint", { body: "b" });
  const [first, second] = last().got as [Request, Request];
  expect(first).toMatchObject({ op: "lint", args: { body: "a" } });
  last().answer(second.id, "B");
  last().answer(first.id, "A");
  expect([await a, await b]).toEqual(["A", "B"]);
});

test("a reply that says the same as the last one of its lane is the same object", async () => {
  const ask = async (ok: unknown): Promise<unknown> => {
    const asked = engine.latest("forecast", "forecast", { body: "{}", kind: "" });
    last().answer(last().got.at(-1)!.id, ok);
    return asked;
  };
  const first = await ask({ a: [1] });
  expect(await ask({ a: [1] })).toBe(first);
  expect(await ask({ a: [2] })).toEqual({ a: [2] });
});

test("a report comes with what the worker read of the body, and is the same object while only places differ", async () => {
  const limits = { parts: 1, elements: 2 };
  const read = { broken: false, value: {}, total: 0, blank: false };
  const sender = new Sender();
  const ask = async (at: number): Promise<{ report: unknown; taken: unknown[]; move(): void }> => {
    const taken: unknown[] = [];
    let move = (): void => undefined;
    const asked = engine.latest("lint", "lint", { body: "{}" }, { limits, take: (digest, moves) => { taken.push(digest); move = moves; } });
    const request = last().got.at(-1) as Request;
    expect(request).toMatchObject({ args: { body: "{}" }, read: limits });
    last().say({ type: "report", id: request.id, delta: sender.delta({ kind: "x", truncated: 0, diagnostics: [diagnostic("json-null", at)] }, read) });
    return { report: await asked, taken, move };
  };
  const first = await ask(5);
  expect(first).toMatchObject({ report: { kind: "x", diagnostics: [{ start: { offset: 5 } }] }, taken: [read] });
  const second = await ask(7);
  expect(second.report).toBe(first.report);
  expect(second.report).toMatchObject({ diagnostics: [{ start: { offset: 5 } }] });
  second.move();
  expect(second.report).toMatchObject({ diagnostics: [{ start: { offset: 7 } }] });
});

test("a long body is sent once, then what changed of it, and to another worker again whole", () => {
  const body = "x".repeat(100_000);
  void engine.ask("lint", { body: `${body}1` }).catch(() => undefined);
  void engine.ask("lint", { body: `${body}23`, kind: "messages.edit" }).catch(() => undefined);
  void engine.ask("lint", { body: "short" }).catch(() => undefined);
  void engine.ask("lint", { body: `${body}23` }).catch(() => undefined);
  const edits = last().got.map(({ args, edit }) => ({ args, edit }));
  expect(edits.slice(1)).toEqual([
    { args: { kind: "messages.edit" }, edit: { start: 100_000, end: 100_001, text: "23" } },
    { args: { body: "short" }, edit: undefined },
    { args: {}, edit: { start: 0, end: 0, text: "" } },
  ]);
  const received = new ReceivedBodies();
  expect(last().got.map((request) => (received.args(request) as { body: string }).body)).toEqual([`${body}1`, `${body}23`, "short", `${body}23`]);
  last().say({ type: "died", id: last().got[0]!.id, message: "it is gone" });
  expect(last().got[0]).toMatchObject({ args: { body: `${body}23` } });
  expect(last().got.length).toBe(3);
});

test("an error rejects with its code", async () => {
  const asked = engine.ask("decode", { payload: "x" });
  last().say({ type: "answer", id: last().got[0]!.id, text: `{"error":{"code":"refused","message":"it is cut short"}}` });
  await expect(asked).rejects.toMatchObject({ code: "refused", message: "it is cut short" });
  expect(engine.restarts.value).toBe(0);
});

test("how far the module is", () => {
  last().say({ type: "progress", loaded: 1, total: 4 });
  expect(engine.state.value).toEqual({ status: "loading", share: 0.25 });
  last().say({ type: "ready" });
  last().say({ type: "progress", loaded: 2, total: 4 });
  expect(engine.state.value).toEqual({ status: "ready" });
});

test("a lane answers the newest only", async () => {
  const bodies = ["1", "2", "3"];
  const asked = bodies.map((body) => engine.latest("lint", "lint", { body }));
  expect(last().got).toHaveLength(1);
  last().answer(last().got[0]!.id, "one");
  expect(await asked[0]).toBe(stale);
  expect(await asked[1]).toBe(stale);
  expect(last().got).toHaveLength(2);
  expect(last().got[1]!.args).toMatchObject({ body: "3" });
  last().answer(last().got[1]!.id, "three");
  expect(await asked[2]).toBe("three");
  const later = engine.latest("lint", "lint", { body: "4" });
  await vi.waitFor(() => expect(last().got).toHaveLength(3));
  last().answer(last().got[2]!.id, "four");
  expect(await later).toBe("four");
});

describe("a worker that fails", () => {
  test("is replaced, and the others are asked again", async () => {
    const bad = engine.ask("lint", { body: "bad" });
    const good = engine.ask("lint", { body: "good" });
    const [first] = last().got as [Request];
    last().say({ type: "answer", id: first.id, text: `{"error":{"code":"panic","message":"index out of range"}}` });
    await expect(bad).rejects.toMatchObject({ code: "panic" });
    expect(workers).toHaveLength(2);
    expect(workers[0]!.ended).toBe(true);
    expect(engine.state.value.status).toBe("restarting");
    expect(last().got.map((r) => r.args)).toMatchObject([{ body: "good" }]);
    last().say({ type: "ready" });
    last().answer(last().got[0]!.id, "fine");
    expect(await good).toBe("fine");
    expect(engine.state.value.status).toBe("ready");
    expect(engine.restarts.value).toBe(1);
  });

  test("silently is replaced too", async () => {
    const bad = engine.ask("lint", { body: "bad" });
    last().say({ type: "died", id: last().got[0]!.id, message: "the engine stopped" });
    await expect(bad).rejects.toMatchObject({ code: "panic", message: "the engine stopped" });
    expect(workers).toHaveLength(2);
  });

  test("a lane goes on after a failure", async () => {
    const bad = engine.latest("lint", "lint", { body: "bad" });
    const good = engine.latest("lint", "lint", { body: "good" });
    last().say({ type: "died", id: last().got[0]!.id, message: "the engine stopped" });
    await expect(bad).rejects.toMatchObject({ code: "panic" });
    await vi.waitFor(() => expect(last().got).toHaveLength(1));
    last().answer(last().got.at(-1)!.id, "fine");
    expect(await good).toBe("fine");
  });

  test("that cannot start says so", () => {
    last().say({ type: "failed", message: "404" });
    expect(engine.state.value).toEqual({ status: "failed", reason: "404" });
  });
});

describe("a worker that is busy with what is stale", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is replaced after half a second, and only the newest is asked again", async () => {
    last().say({ type: "ready" });
    const first = engine.latest("lint", "lint", { body: "slow" });
    const other = engine.ask("decode", { payload: "p" });
    await vi.advanceTimersByTimeAsync(400);
    const second = engine.latest("lint", "lint", { body: "new" });
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(150);
    expect(workers).toHaveLength(2);
    expect(workers[0]!.ended).toBe(true);
    expect(await first).toBe(stale);
    expect(last().got.map((r) => r.op)).toEqual(["decode", "lint"]);
    last().answer(last().got[0]!.id, "decoded");
    last().answer(last().got[1]!.id, "linted");
    expect([await other, await second]).toEqual(["decoded", "linted"]);
    expect(engine.restarts.value).toBe(0);
  });

  test("stays while the module of what is stale is on its way", async () => {
    last().say({ type: "ready" });
    const first = engine.latest("forecast", "forecast", { body: "1" });
    expect(last().got[0]).toMatchObject({ op: "forecast", module: "tools" });
    await vi.advanceTimersByTimeAsync(400);
    void engine.latest("forecast", "forecast", { body: "2" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(workers).toHaveLength(1);
    last().say({ type: "compiled", name: "tools", module: {} as WebAssembly.Module });
    void engine.latest("forecast", "forecast", { body: "3" });
    await vi.advanceTimersByTimeAsync(400);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(150);
    expect(workers).toHaveLength(2);
    expect(modules.at(-1)).toHaveProperty("tools");
    expect(await first).toBe(stale);
  });

  test("stays where nothing newer waits", async () => {
    last().say({ type: "ready" });
    const asked = engine.latest("lint", "lint", { body: "slow" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(workers).toHaveLength(1);
    last().answer(last().got[0]!.id, "done");
    expect(await asked).toBe("done");
  });
});
