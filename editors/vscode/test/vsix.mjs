// Reads the packed extension.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import yauzl from "yauzl";

export const vsix = join(dirname(dirname(fileURLToPath(import.meta.url))), "linqlint.vsix");

/** The files of the package by their paths. */
export function entries() {
  return new Promise((resolve, reject) => {
    yauzl.open(vsix, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const files = new Map();
      zip.on("error", reject).on("end", () => resolve(files)).on("entry", (entry) => {
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          files.set(entry.fileName, Buffer.concat(await stream.toArray()));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

/** Writes the extension's files into a folder, as an installation does. */
export async function unpack(folder) {
  for (const [name, bytes] of await entries()) {
    if (!name.startsWith("extension/")) continue;
    const file = join(folder, name.slice("extension/".length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
