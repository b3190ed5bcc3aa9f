import { signal } from "@preact/signals";
import { SentBodies } from "./bodies";
import { Receiver } from "./delta";
import type { ModuleName, Modules, Request, Response } from "./messages";
import type { Digest, Limits } from "../state/digest";
import type { EngineOperations, Op, Operations, Report } from "./protocol";

export type EngineState =
  | { status: "loading"; share: number }
  | { status: "ready" }
  | { status: "restarting"; reason: string }
  | { status: "failed"; reason: string };

/** A refusal of the engine, with its reason. */
export class EngineError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Whether a part of the page could not be loaded. */
export const isOffline = (error: unknown): boolean => error instanceof EngineError && error.code === "offline";

/** Why something failed, as the end of a sentence. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");

/** Why something failed, as a sentence, without the Go side's words for a body that is not one. */
export function sentenceOf(error: unknown): string {
  const reason = reasonOf(error).replace(/^invalid request body: /, "").replace(/ \(json-[a-z-]+\)$/, "");
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

const inEngine: Record<keyof EngineOperations, true> = { lint: true, measure: true, decode: true, settings: true, panic: true };

/** The module that has an operation. */
export const moduleOf = (op: string): ModuleName => (op in inEngine ? "linqlint" : "tools");

/** What a request resolves to when a newer one took its place. */
export const stale = Symbol("stale");

/** How much of the body is read beside it being checked, and who takes it; move gives the report's problems their places. */
export interface Reading {
  limits: Limits;
  take(digest: Digest, move: () => void): void;
}

interface Waiting {
  request: Request;
  take: Reading["take"] | undefined;
  resolve(answer: string | Report): void;
  reject(error: unknown): void;
  /** The lane in which it was asked, if in one. */
  lane: Lane | undefined;
}

/** A worker that is busy this long with what nobody waits for is replaced, in milliseconds. */
const PATIENCE = 500;

interface Lane {
  busy: boolean;
  next: (() => void) | undefined;
  /** When the request that is at work was asked. */
  since: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The last reply: one with the same text is the same object, so that nobody takes it for news. */
  last: { text: string; ok: unknown } | undefined;
}

export interface Port {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * The engine in its worker. A worker that fails is replaced, and what it had not
 * replied to yet is asked again, except the request that it failed on.
 */
export class Engine {
  readonly state = signal<EngineState>({ status: "loading", share: 0 });
  /** How often a worker was replaced. */
  readonly restarts = signal(0);

  private worker: Port;
  private bodies = new SentBodies();
  private receiver = new Receiver();
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly lanes = new Map<string, Lane>();
  private readonly modules: Modules = {};

  constructor(private readonly spawn: (modules: Modules) => Port) {
    this.worker = this.open();
  }

  /** Asks for an operation. Rejects with an EngineError. */
  ask<K extends Op>(op: K, args: Operations[K][0]): Promise<Operations[K][1]> {
    return this.send(op, args, undefined) as Promise<Operations[K][1]>;
  }

  /**
   * Asks in a lane in which only the newest request counts: while one is at
   * work the newest other waits, and those between resolve to `stale`. A
   * worker that takes long over a request that is stale is replaced. A reply
   * that says the same as the last one is the same object. With a reading
   * the worker also reads the body, which is taken before the promise resolves;
   * a report then is the same object if it differs in places only.
   */
  latest<K extends Op>(lane: string, op: K, args: Operations[K][0], reading?: Reading): Promise<Operations[K][1] | typeof stale> {
    let state = this.lanes.get(lane);
    if (state === undefined) {
      state = { busy: false, next: undefined, since: 0, timer: undefined, last: undefined };
      this.lanes.set(lane, state);
    }
    const line = state;
    return new Promise((resolve, reject) => {
      const run = (): void => {
        line.busy = true;
        line.next = undefined;
        line.since = performance.now();
        clearTimeout(line.timer);
        line.timer = undefined;
        this.send(op, args, line, reading)
          .then((value) => resolve(line.next === undefined ? (value as Operations[K][1]) : stale), (error: unknown) => (error === stale ? resolve(stale) : reject(error)))
          .finally(() => {
            line.busy = false;
            line.next?.();
          });
      };
      if (!line.busy) return run();
      line.next?.(); // tells the one that waited that it is stale
      const turn = (): void => {
        if (line.busy) resolve(stale);
        else run();
      };
      line.next = turn;
      line.timer ??= setTimeout(() => {
        line.timer = undefined;
        if (line.busy && line.next !== undefined) this.abandon();
      }, Math.max(0, PATIENCE - (performance.now() - line.since)));
    });
  }

  /** Replaces a worker that is busy with what is stale; what somebody still waits for is asked again. */
  private abandon(): void {
    if (this.state.peek().status !== "ready") return;
    // A module that is still on its way would be fetched again.
    const gone = [...this.waiting].filter(([, { lane, request }]) => lane?.next !== undefined && (request.module === "linqlint" || this.modules[request.module] !== undefined));
    if (gone.length === 0) return;
    for (const [id] of gone) this.waiting.delete(id);
    this.replace();
    for (const [, waiting] of gone) waiting.reject(stale);
  }

  private replace(): void {
    this.worker.onmessage = null;
    this.worker.terminate();
    this.worker = this.open();
    for (const { request } of this.waiting.values()) this.post(request);
  }

  private post(request: Request): void {
    this.worker.postMessage(this.bodies.shortened(request));
  }

  private async send(op: Op, args: object, lane: Lane | undefined, reading?: Reading): Promise<unknown> {
    const request: Request = { id: this.nextId++, op, args, module: moduleOf(op), read: reading?.limits };
    const text = await new Promise<string | Report>((resolve, reject) => {
      this.waiting.set(request.id, { request, resolve, reject, lane, take: reading?.take });
      this.post(request);
    });
    if (typeof text !== "string") return text;
    if (lane?.last?.text === text) return lane.last.ok;
    const answer = JSON.parse(text) as { ok: unknown } | { error: { code: string; message: string } };
    if ("ok" in answer) {
      if (lane !== undefined) lane.last = { text, ok: answer.ok };
      return answer.ok;
    }
    if (answer.error.code === "panic") this.restart(answer.error.message);
    throw new EngineError(answer.error.code, answer.error.message);
  }

  private open(): Port {
    this.bodies = new SentBodies();
    this.receiver = new Receiver();
    const worker = this.spawn(this.modules);
    worker.onmessage = (event) => this.receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.state.value = { status: "failed", reason: event.message || "the worker did not start" };
    };
    return worker;
  }

  private receive(message: Response): void {
    switch (message.type) {
      case "progress":
        if (this.state.value.status === "loading") {
          this.state.value = { status: "loading", share: message.total > 0 ? Math.min(1, message.loaded / message.total) : 0 };
        }
        return;
      case "compiled":
        this.modules[message.name] = message.module;
        // What waits for it is at work only now.
        for (const { request, lane } of this.waiting.values()) if (lane !== undefined && request.module === message.name) lane.since = performance.now();
        return;
      case "ready":
        this.state.value = { status: "ready" };
        return;
      case "failed":
        this.state.value = { status: "failed", reason: message.message };
        return;
      case "answer": {
        const waiting = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        waiting?.resolve(message.text);
        return;
      }
      case "report": {
        const waiting = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        const { report, read, move } = this.receiver.take(message.delta); // also of one that nobody waits for
        waiting?.take?.(read, move);
        waiting?.resolve(report);
        return;
      }
      case "died": {
        const waiting = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        waiting?.reject(new EngineError("panic", message.message));
        this.restart(message.message);
      }
    }
  }

  private restart(reason: string): void {
    this.restarts.value++;
    this.state.value = { status: "restarting", reason };
    this.replace();
  }
}
