// The bundle in Node, as the desktop's extension host loads it, with as much of
// the editor's interface as checking a document needs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nothing = () => ({ dispose() {} });

/** The members of the editor's interface that the extension uses when it starts and checks. */
function editor(documents, published) {
  class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
  class Range {
    constructor(start, end) { Object.assign(this, { start, end }); }
    get isSingleLine() { return this.start.line === this.end.line; }
  }
  const Uri = {
    parse: (text) => ({ path: new URL(text).pathname, toString: () => text }),
    joinPath: (base, ...parts) => Uri.parse(pathToFileURL(join(base.path, ...parts)).href),
  };
  class EventEmitter {
    event = nothing;
    fire() {}
    dispose() {}
  }
  const kinds = { QuickFix: {}, SourceFixAll: { append: () => ({}) } };
  return {
    Position, Range, Uri, EventEmitter, CodeAction: class {}, CodeActionKind: kinds, CompletionItemKind: {}, ViewColumn: {},
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2 },
    Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } },
    DiagnosticRelatedInformation: class {}, Location: class {},
    Disposable: { from: nothing },
    commands: { registerCommand: nothing, executeCommand: async () => undefined },
    languages: {
      createDiagnosticCollection: () => ({ set: (uri, list) => published(list), delete() {}, dispose() {} }),
      registerCodeActionsProvider: nothing, registerHoverProvider: nothing, registerCompletionItemProvider: nothing,
    },
    window: { createOutputChannel: () => ({ error: (text) => assert.fail(text), dispose() {} }), onDidChangeActiveTextEditor: nothing },
    workspace: {
      textDocuments: documents.map((d) => ({ ...d, positionAt: (offset) => new Position(0, offset) })),
      fs: { readFile: async (uri) => readFileSync(uri.path) },
      getConfiguration: () => ({ get: (name, usual) => usual }),
      getWorkspaceFolder: () => undefined,
      createFileSystemWatcher: () => ({ onDidChange: nothing, onDidCreate: nothing, onDidDelete: nothing, dispose() {} }),
      onDidOpenTextDocument: nothing, onDidChangeTextDocument: nothing, onDidCloseTextDocument: nothing, onDidChangeConfiguration: nothing,
    },
  };
}

test("the bundle checks a document in Node", async () => {
  const text = '{"to":["+1 (415) 555-9876"],"message":{"parts":[{"type":"text","value":"hello"}]}}';
  const uri = { path: "/order.json", toString: () => "file:///order.json" };
  const list = await new Promise((resolve, reject) => {
    const vscode = editor([{ uri, languageId: "json", version: 1, isClosed: false, getText: () => text }], resolve);
    const module = { exports: {} };
    // The globals of Node, so that one which only browsers have is missed.
    const globals = Object.fromEntries(["WebAssembly", "TextDecoder", "TextEncoder", "crypto", "performance", "setTimeout", "clearTimeout", "queueMicrotask", "URL", "Response", "console"].map((name) => [name, globalThis[name]]));
    const context = createContext({ ...globals, module, exports: module.exports, require: (name) => (name === "vscode" ? vscode : reject(new Error(`require("${name}")`))) });
    runInContext(readFileSync(join(root, "dist", "extension.js"), "utf8"), context);
    module.exports.activate({ subscriptions: [], extensionUri: vscode.Uri.parse(pathToFileURL(root).href) });
  });
  assert.equal(list.map((d) => `${d.code.value} ${d.severity}`).join(), "to-handle 0");
  assert.equal(text.slice(list[0].range.start.character, list[0].range.end.character), '"+1 (415) 555-9876"');
});
