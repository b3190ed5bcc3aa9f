/** The bodies that fetch takes, read once for the check. */

/** A body as it is checked: a text, or one code point for each byte of what is not UTF-8. */
export interface Read {
  text: string;
  bytes: boolean;
  /** What to send instead of a body that can be read only once. */
  send?: BodyInit;
}

/** A body that is not checked, and why. */
export interface Unread {
  reason: string;
  /** What to send instead of a stream whose beginning was read. */
  send?: BodyInit;
}

const overLimit = "it is over the limit";
const noLength = "its length is not known";

/** Why a body with these headers cannot be JSON; undefined if it can be. */
export function notJSON(headers: Headers): string | undefined {
  const type = headers.get("content-type")?.trim() ?? "";
  // fetch itself calls a string so when the caller names no type.
  if (type !== "" && !/json/i.test(type) && type.toLowerCase() !== "text/plain;charset=utf-8") return "the content type is not JSON";
  const codings = (headers.get("content-encoding") ?? "").split(",").map((c) => c.trim().toLowerCase());
  return codings.some((c) => c !== "" && c !== "identity") ? "the body has a content encoding" : undefined;
}

/**
 * Reads the body of init, or that of a Request without one. max is in bytes.
 * What a caller may change while the check waits is copied first, as fetch does.
 */
export async function read(input: unknown, init: RequestInit | undefined, max: number, streams: boolean): Promise<Read | Unread> {
  const body: unknown = init?.body;
  if (body === undefined || body === null) return isRequest(input) ? readRequest(input, max) : { text: "", bytes: false };
  const bytes = bytesOf(body);
  if (bytes !== undefined) return ofBytes(bytes.slice(), max);
  switch (Object.prototype.toString.call(body).slice(8, -1)) { // of any realm
    case "Blob":
    case "File":
      return readBlob(body as Blob, new Headers(init?.headers).has("content-type"), max);
    case "URLSearchParams":
    case "FormData":
      return { reason: "the content type is not JSON" };
  }
  const stream = streamOf(body);
  if (stream !== undefined) return streams ? readStream(stream, max) : { reason: noLength };
  const text = String(body); // as fetch does
  return isLonger(text, max) ? { reason: overLimit } : { text, bytes: false };
}

export const isRequest = (input: unknown): input is Request => typeof input === "object" && input !== null && "arrayBuffer" in input && "url" in input;

/** The bytes of a view or a buffer of any realm, not copied. */
export function bytesOf(body: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return Object.prototype.toString.call(body) === "[object ArrayBuffer]" ? new Uint8Array(body as ArrayBuffer) : undefined;
}

async function readBlob(body: Blob, typed: boolean, max: number): Promise<Read | Unread> {
  if (body.type !== "" && !typed && !body.type.includes("json")) return { reason: "the content type is not JSON" };
  if (body.size > max) return { reason: overLimit };
  return decode(new Uint8Array(await body.arrayBuffer()));
}

/** A Request does not tell whether its body is a stream, so it is read as a whole. */
async function readRequest(request: Request, max: number): Promise<Read | Unread> {
  if (request.bodyUsed) return { reason: "it was read before" }; // which fetch refuses
  if (request.body === null) return { text: "", bytes: false };
  return ofBytes(new Uint8Array(await request.arrayBuffer()), max);
}

function streamOf(body: unknown): ReadableStream<unknown> | undefined {
  if (body instanceof ReadableStream) return body;
  if (typeof body !== "object" || body === null || !(Symbol.asyncIterator in body)) return undefined;
  // Node's fetch takes these too.
  return (ReadableStream as unknown as { from(source: object): ReadableStream<unknown> }).from(body);
}

function ofBytes(data: Uint8Array<ArrayBuffer>, max: number): Read | Unread {
  if (data.length > max) return { reason: overLimit, send: data };
  return { ...decode(data), send: data };
}

/** Reads a stream up to the limit; a longer one is sent as what was read and then the rest. */
async function readStream(stream: ReadableStream<unknown>, max: number): Promise<Read | Unread> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= max) {
    const { done, value } = await reader.read();
    if (done) {
      const all = new Uint8Array(length);
      let at = 0;
      for (const chunk of chunks) {
        all.set(chunk, at);
        at += chunk.length;
      }
      return ofBytes(all, max);
    }
    const chunk = chunkOf(value);
    chunks.push(chunk);
    length += chunk.length;
  }
  const rest = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = chunks.shift() ?? (await reader.read()).value;
      if (next === undefined) controller.close();
      else controller.enqueue(chunkOf(next));
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { reason: overLimit, send: rest };
}

/** A chunk as Node's fetch takes it: bytes or a text. */
function chunkOf(value: unknown): Uint8Array {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : bytesOf(value);
  if (bytes === undefined) throw new TypeError(`the stream of a body gave ${value === null ? "null" : `a value of type ${typeof value}`}, expected bytes`);
  return bytes;
}

export function decode(data: Uint8Array): { text: string; bytes: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data), bytes: false };
  } catch {
    let text = "";
    for (let at = 0; at < data.length; at += 4096) text += String.fromCharCode(...data.subarray(at, at + 4096));
    return { text, bytes: true };
  }
}

/** Whether a text has more than max bytes as UTF-8, where a code unit takes one to three. */
function isLonger(text: string, max: number): boolean {
  if (text.length > max) return true;
  return text.length * 3 > max && new TextEncoder().encode(text).length > max;
}
