/** What Node, Bun and Deno have and browsers lack. */
declare var process:
  | {
      getBuiltinModule?(name: "node:fs/promises"): { readFile(file: URL): Promise<Uint8Array<ArrayBuffer>> };
    }
  | undefined;
