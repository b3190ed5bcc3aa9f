/** Share links: #v1=<base64url of deflate-raw of the payload>. internal/body/share makes the same. */

export const version = "v1=";
/** The most bytes that a link may unpack to: anybody makes links, and few bytes can become many. */
const most = 8 << 20;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // A damaged stream fails on both sides; the reader's error is the one that is told.
  writer.write(bytes).then(() => writer.close()).catch(() => undefined);
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw new Error("the content of the link is over 8 MiB");
    }
    chunks.push(value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** The fragment, without its number sign, of a link with this payload. */
export async function pack(payload: string): Promise<string> {
  return version + toBase64(await through(new TextEncoder().encode(payload), new CompressionStream("deflate-raw")));
}

/** The payload of a fragment, with or without its number sign. Rejects with a reason. */
export async function unpack(fragment: string): Promise<string> {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(version)) throw new Error("the link has an unknown version");
  const packed = text.slice(version.length);
  if (!/^[A-Za-z0-9_-]*$/.test(packed) || packed.length % 4 === 1) throw new Error("the content of the link is damaged");
  let bytes: Uint8Array;
  try {
    bytes = await through(fromBase64(packed), new DecompressionStream("deflate-raw"));
  } catch (error) {
    if (error instanceof Error && error.message.includes("8 MiB")) throw error;
    throw new Error("the content of the link is damaged");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("the content of the link is damaged");
  }
}
