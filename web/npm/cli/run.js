import { readFileSync } from "node:fs";
import { LinqlintError } from "../dist/index.js";
import { atLeast, parse, usage, UsageError } from "./args.js";
import { check } from "./check.js";
import { find, isLines, read } from "./files.js";
import { compact, TextReport } from "./text.js";
import { visible } from "./visible.js";

const manifest = () => JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

function warn(message) {
  process.stderr.write(`linqlint: ${visible(message)}\n`);
}

/** Where the binary of a platform comes from. */
function advice(platform) {
  const name = `@linqlint/${platform}`;
  return name in (manifest().optionalDependencies ?? {}) ? `npm install ${name}` : "go install github.com/linqlint/linqlint/cmd/linqlint@latest";
}

function useColor(when) {
  if (when !== "auto") return when === "always";
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "" && force !== "0") return true;
  return process.stdout.isTTY === true && term !== "dumb";
}

/** Runs the command's checks by the engine; resolves to the exit code. */
export async function run(args, platform) {
  // A pager that is closed early is not a fault.
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? process.exitCode : 3));
  try {
    const options = parse(args);
    if (options.help) return print(usage);
    if (options.version) return print(`linqlint ${manifest().version} (WebAssembly, node ${process.version}, ${platform})\n`);
    if (options.paths.length === 0) throw new UsageError("no PATH is given");
    if (!options.quiet) warn(`no binary for ${platform}: checking .json, .jsonl and .ndjson files by WebAssembly, without .gitignore; for everything: ${advice(platform)}`);
    return await lintFiles(options);
  } catch (error) {
    if (error instanceof UsageError || error instanceof LinqlintError) {
      warn(error.message);
      process.stderr.write(/needs? the binary/.test(error.message) ? `the binary: ${advice(platform)}\n` : "run linqlint --help for usage\n");
      return 2;
    }
    throw error;
  }
}

function print(text) {
  process.stdout.write(text);
  return 0;
}

async function lintFiles(options) {
  const width = process.stdout.isTTY ? (process.stdout.columns ?? 100) : 100;
  const report = new TextReport({ colored: useColor(options.color), width });
  const total = { checked: 0, skipped: 0, unreadable: 0, bodies: 0, withFindings: 0, hidden: 0, safe: 0, unsafe: 0, error: 0, warning: 0, note: 0, failed: false };
  for (const entry of find(options.paths, { config: !options["no-config"] })) await lintFile(entry, options, report, total);
  if (options.format === "text" && !options.quiet) process.stdout.write(report.summary(total));
  if (total.unreadable > 0) return 3;
  return total.failed ? 1 : 0;
}

async function lintFile(entry, options, report, total) {
  const path = entry.path === "-" ? (options["stdin-filename"] ?? "<stdin>") : entry.path;
  let text;
  try {
    if (entry.problem !== undefined) throw new Error(entry.problem);
    text = read(entry);
  } catch (error) {
    warn(`${path}: ${error.message}`);
    total.unreadable++;
    return;
  }
  const lines = options.input === undefined ? isLines(path) : options.input === "ndjson";
  const notes = [options.severity, options["fail-on"]].includes("note");
  const { count, findings } = await check(text, {
    lines,
    named: entry.named,
    options: { kind: options.kind, service: options.service, newChat: options["new-chat"], notes },
  });
  if (count === 0 && !entry.named) {
    total.skipped++;
    return;
  }
  total.checked++;
  total.bodies += count;
  let shown = 0;
  for (const finding of findings) {
    total.failed ||= atLeast(finding.severity, options["fail-on"]);
    if (!atLeast(finding.severity, options.severity)) {
      total.hidden++;
      continue;
    }
    shown++;
    total[finding.severity]++;
    if (finding.fixes.length > 0) total[finding.fixes[0].safe ? "safe" : "unsafe"]++;
    process.stdout.write(options.format === "compact" ? compact(path, finding) : report.finding(path, text, finding));
  }
  if (shown > 0) total.withFindings++;
}
