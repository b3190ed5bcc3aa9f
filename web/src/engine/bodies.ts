/** A long body is sent to the worker once, and from then on what changed of it. */
import { applyEdits, editBetween } from "../state/edits";
import type { Request } from "./messages";

/** A longer one is long, in UTF-16 code units. */
const MOST_SENT = 100_000;

const isLong = (body: unknown): body is string => typeof body === "string" && body.length > MOST_SENT;

/** The page's side: knows what its worker has. */
export class SentBodies {
  private last: string | undefined;

  /** The request as it is sent. */
  shortened(request: Request): Request {
    const { body, ...args } = request.args as { body?: unknown };
    if (!isLong(body)) return request;
    const before = this.last;
    this.last = body;
    if (before === undefined) return request;
    const { start, end, text } = editBetween(before, body) ?? { start: 0, end: 0, text: "" };
    return { ...request, args, edit: { start, end, text } };
  }
}

/** The worker's side; it gets every request in the order in which the page sent them. */
export class ReceivedBodies {
  private last = "";

  /** The arguments of a request, with the body. */
  args({ args, edit }: Request): object {
    if (edit !== undefined) this.last = applyEdits(this.last, [edit]);
    else if ("body" in args && isLong(args.body)) this.last = args.body;
    return edit === undefined ? args : { ...args, body: this.last };
  }
}
