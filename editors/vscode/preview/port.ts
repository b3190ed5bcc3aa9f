/** The engine of the extension host, in place of the page's worker. */
import type { Port } from "../../../web/src/engine/client";
import type { Response } from "../../../web/src/engine/messages";
import type { FromPreview, ToPreview } from "../src/messages";

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void };

const host = acquireVsCodeApi();

export const tell = (message: FromPreview): void => host.postMessage(message);

export function listen(receive: (message: ToPreview) => void): void {
  window.addEventListener("message", (event: MessageEvent<ToPreview>) => receive(event.data));
}

/** A port whose requests the extension host runs. */
export function open(): Port {
  const port: Port = {
    postMessage: ({ id, op, args }) => tell({ type: "ask", id, op, args }),
    terminate: () => undefined, // answers to what it was asked are no longer listened to
    onmessage: null,
    onerror: null,
  };
  const give = (data: Response): void => port.onmessage?.(new MessageEvent("message", { data }));
  listen((message) => { if (message.type === "answer") give({ type: "answer", id: message.id, text: message.text }); });
  queueMicrotask(() => give({ type: "ready" }));
  return port;
}
