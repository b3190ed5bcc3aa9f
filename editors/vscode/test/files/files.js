// A folder in memory, with the files that the server of the tests gives.
const vscode = require("vscode");

exports.activate = async (context) => {
  const given = await (await fetch(new URL(vscode.Uri.joinPath(context.extensionUri, "files.json").toString(true)))).json();
  const files = new Map(Object.entries(given).map(([name, text]) => [`/work/${name}`, new TextEncoder().encode(text)]));
  const changed = new vscode.EventEmitter();
  const isFolder = (path) => [...files.keys()].some((name) => name.startsWith(path.replace(/\/?$/, "/")));
  const missing = (uri) => vscode.FileSystemError.FileNotFound(uri);
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) => {
      if (files.has(uri.path)) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: files.get(uri.path).length };
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      throw missing(uri);
    },
    readDirectory: (uri) => {
      const below = [...files.keys()].filter((name) => name.startsWith(`${uri.path}/`)).map((name) => name.slice(uri.path.length + 1));
      return [...new Map(below.map((name) => [name.split("/")[0], name.includes("/") ? vscode.FileType.Directory : vscode.FileType.File]))];
    },
    readFile: (uri) => {
      if (!files.has(uri.path)) throw missing(uri);
      return files.get(uri.path);
    },
    writeFile: (uri, content) => {
      const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      files.set(uri.path, content);
      changed.fire([{ type, uri }]);
    },
    createDirectory: () => {},
    delete: (uri) => {
      files.delete(uri.path);
      changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    },
    rename: () => { throw vscode.FileSystemError.NoPermissions(); },
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("memory", provider));
};
