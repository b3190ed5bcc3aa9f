import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "./args.js";

/** The longest file that is read, in bytes; the binary reads files of any size. */
const mostBytes = 256 << 20;
const mostBodyBytes = 16 << 20;

const extension = (path) => /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? "";
export const isLines = (path) => /^\.(jsonl|ndjson)$/.test(extension(path));
const isRead = (path) => isLines(path) || extension(path) === ".json";

/** The command reads its configuration; the engine cannot, and must not ignore it silently. */
function refuseConfig(dir) {
  const file = join(dir, "linqlint.jsonc");
  let found;
  try {
    found = lstatSync(file);
  } catch {
    return;
  }
  if (found !== undefined) throw new UsageError(`${file}: a configuration needs the binary; --no-config ignores it`);
}

function refuseConfigAbove(dir) {
  for (let at = resolve(dir); ; at = dirname(at)) {
    refuseConfig(at);
    if (at === dirname(at)) return;
  }
}

/** Yields { path, named } for each file, or { path, problem }. */
export function* find(paths, { config }) {
  for (const path of paths) {
    if (path === "-") {
      if (config) refuseConfigAbove(".");
      yield { path: "-", named: true };
      continue;
    }
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) {
      if (/[*?[]/.test(path)) throw new UsageError(`${path}: globs need the binary; without quotes the shell expands them`);
      yield { path, problem: "no such file or folder" };
      continue;
    }
    const shown = path.replaceAll("\\", "/").replace(/(?<=.)\/+$/, "");
    if (config) refuseConfigAbove(stat.isDirectory() ? path : dirname(path));
    if (stat.isDirectory()) yield* walk(path, shown === "." ? "" : `${shown}/`, config);
    else if (!stat.isFile()) yield { path: shown, problem: "not a regular file" };
    else if (needsBinary.has(extension(path))) yield { path: shown, problem: `${extension(path)} files need the binary` };
    else yield { path: shown, file: path, named: true, size: stat.size };
  }
}

/** The files from which the command extracts bodies, or which it unpacks. */
const needsBinary = new Set([".sh", ".bash", ".zsh", ".har", ".http", ".rest", ".gz", ".zst"]);

/** The files of a folder in order; hidden folders, node_modules and links are skipped. */
function* walk(dir, shown, config) {
  if (config) refuseConfig(dir);
  let entries;
  try {
    entries = readdirSync(dir, { withFileTypes: true });
  } catch (error) {
    yield { path: shown.slice(0, -1), problem: problemOf(error) };
    return;
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  for (const entry of entries) {
    const file = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules") yield* walk(file, `${shown}${entry.name}/`, config);
    } else if (entry.isFile() && isRead(entry.name)) {
      yield { path: shown + entry.name, file, named: false, size: statSync(file, { throwIfNoEntry: false })?.size ?? 0 };
    }
  }
}

export const problemOf = (error) => (error.code === "EACCES" ? "permission denied" : error.code === "ENOENT" ? "no such file or folder" : error.message);

/** The text of a file. Throws an Error whose message is for the user. */
export function read(entry) {
  const limit = isLines(entry.path) ? mostBytes : mostBodyBytes;
  if (entry.size > limit) throw new Error(`larger than ${limit >> 20} MiB: the binary reads files of any size`);
  let bytes;
  try {
    bytes = readFileSync(entry.file ?? 0);
  } catch (error) {
    throw new Error(problemOf(error));
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error("not valid UTF-8: the binary shows where");
  }
  if (isLines(entry.path) && /^\s*\[/.test(text)) throw new Error("an array in a newline-delimited file needs the binary");
  return text;
}
