/** The npm package's engine, started from the extension's own file when the first payload is seen. */
import * as vscode from "vscode";
import { call, load, LinqlintError } from "../../../web/npm/dist/engine.js";
import type { Op, Operations } from "../../../web/src/engine/protocol";

export { LinqlintError };

export class Engine {
  private loading: Promise<void> | undefined;

  constructor(private readonly wasm: vscode.Uri) {}

  /** Runs an operation. Rejects with a LinqlintError for what the engine refuses. */
  async ask<K extends Op>(op: K, args: Operations[K][0]): Promise<Operations[K][1]> {
    await this.ready();
    return call<Operations[K][1]>({ op, ...args });
  }

  /** Runs an operation for the preview, which checks as the document is checked; gives the response as the engine writes it. */
  async run(op: string, args: object, options: object = {}): Promise<string> {
    try {
      await this.ready();
      return JSON.stringify({ ok: await call({ op, ...args, ...(op === "lint" ? options : {}) }) });
    } catch (error) {
      const code = error instanceof LinqlintError ? error.code : "panic";
      return JSON.stringify({ error: { code, message: error instanceof Error ? error.message : String(error) } });
    }
  }

  private ready(): Promise<void> {
    this.loading ??= this.start().catch((error: unknown) => {
      this.loading = undefined; // the next call tries again
      throw error;
    });
    return this.loading;
  }

  private async start(): Promise<void> {
    await load((await vscode.workspace.fs.readFile(this.wasm)) as Uint8Array<ArrayBuffer>);
  }
}
