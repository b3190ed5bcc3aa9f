#!/usr/bin/env node
// Runs the command: the binary of the platform's package if npm installed it,
// else what the WebAssembly engine can do.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";

const platform = `${process.platform}-${process.arch}`;

function binary() {
  const name = process.platform === "win32" ? "linqlint.exe" : "linqlint";
  try {
    return createRequire(import.meta.url).resolve(`@linqlint/${platform}/bin/${name}`);
  } catch {
    return undefined;
  }
}

/** Runs the binary in this one's place: same streams, same signals, same exit code. */
function replaceBy(file, args) {
  const child = spawn(file, args, { stdio: "inherit", windowsHide: true });
  // A terminal sends Ctrl-C to both; a program sends a signal to this process only.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => {
    process.stderr.write(`linqlint: cannot run ${file}: ${error.message}\n`);
    process.exitCode = 3;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

const file = binary();
if (file !== undefined) replaceBy(file, process.argv.slice(2));
else {
  const { run } = await import("../cli/run.js");
  process.exitCode = await run(process.argv.slice(2), platform);
}
