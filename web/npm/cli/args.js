/** A command line that is wrong, or that needs the binary. */
export class UsageError extends Error {}

const severities = ["note", "warning", "error"];

/** What the engine can do, of the command's flags: a list of values, or what the value is. */
const flags = {
  "--kind": "KIND",
  "--service": ["iMessage", "SMS", "RCS"],
  "--severity": severities,
  "--fail-on": ["error", "warning", "note", "never"],
  "--format": ["text", "compact"],
  "--input": ["json", "ndjson"],
  "--color": ["auto", "always", "never"],
  "--stdin-filename": "PATH",
  "--new-chat": undefined,
  "--no-config": undefined,
  "--quiet": undefined,
  "--help": undefined,
  "--version": undefined,
};
const short = { "-q": "--quiet", "-h": "--help", "-v": "--version" };

const commands = new Set([
  "baseline", "code", "completion", "config", "conformance", "explain", "forecast", "init", "lsp", "man", "mcp", "mock", "open", "preview", "rules", "schema", "split",
]);

export const usage = `linqlint checks request bodies of Linq's Partner API v3 before they are sent.

There is no binary for this platform, so WebAssembly checks the bodies: in *.json
files, and line by line in *.jsonl and *.ndjson files. PATH is a file, a folder,
or - for standard input.

Usage:
  linqlint [flags] PATH…

Flags:
      --kind KIND             the kind of every body, instead of detecting it
      --input FORMAT          json (one body) or ndjson (one body per line); default: by extension
      --stdin-filename PATH   report standard input as this PATH, and use its extension
      --new-chat              assume that every chats.create is the first message to its recipients
      --service SERVICE       assume this preferred_service: iMessage, SMS or RCS
      --no-config             ignore linqlint.jsonc files
      --format FORMAT         text or compact (default text)
      --severity LEVEL        the lowest severity to show: note, warning or error (default warning)
      --fail-on LEVEL         exit with code 1 at this severity or above: error, warning, note or never (default error)
      --color WHEN            use colors: auto, always or never (default auto)
  -q, --quiet                 print problems only, without a summary

Exit codes:
  0  no problem at or above --fail-on
  1  problems at or above --fail-on, shown or not
  2  invalid command line, or one that needs the binary
  3  something could not be read; the rest was checked
`;

const list = (values) => `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;

/** The value of a flag, checked. */
function valueOf(name, value) {
  if (value === undefined) throw new UsageError(`flag needs an argument: ${name}`);
  const values = flags[name];
  if (!Array.isArray(values) || values.includes(value)) return value;
  if (name === "--format" || name === "--input") throw new UsageError(`${name} ${value} needs the binary; without it: ${list(values)}`);
  throw new UsageError(`invalid argument ${JSON.stringify(value)} for "${name}" flag: must be ${list(values)}`);
}

/** Reads a command line. */
export function parse(args) {
  const options = { severity: "warning", "fail-on": "error", format: "text", color: "auto", paths: [] };
  const rest = args[0] === "check" ? args.slice(1) : [...args];
  if (commands.has(rest[0])) throw new UsageError(`${rest[0]} needs the binary`);
  if (rest[0] === "help" || rest[0] === "version") rest[0] = `--${rest[0]}`;
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === "--") {
      options.paths.push(...rest.splice(0));
    } else if (arg === "-" || !arg.startsWith("-")) {
      options.paths.push(arg);
    } else {
      const [, given, value] = /^([^=]*)(?:=([^]*))?$/.exec(arg);
      const name = short[given] ?? given;
      if (!(name in flags)) throw new UsageError(`${given} needs the binary, or does not exist`);
      options[name.slice(2)] = flags[name] === undefined ? true : valueOf(name, value ?? rest.shift());
    }
  }
  return options;
}

/** Whether severity is at or above level. */
export const atLeast = (severity, level) => level !== "never" && severities.indexOf(severity) >= severities.indexOf(level);
