/** The pictures that are drawn in place of media parts. They never leave the page. */
import { effect, signal } from "@preact/signals";
import { content } from "./document";
import { follow, none, putAway, sourceOf, type Pictures } from "./pictures";

export const pictures = signal<Pictures>(none);

/** Another document is opened: what its parts do not send is drawn again only when the one before is back. */
export function putPicturesAway(): void {
  pictures.value = putAway(pictures.peek());
}

/** Draws a picture for a part, in place of the one it had. */
export function drawPicture(index: number, picture: string): void {
  const { at, away } = pictures.peek();
  const old = at.get(index);
  if (old !== undefined) URL.revokeObjectURL(old);
  pictures.value = { sources: content.peek()?.parts.map(sourceOf) ?? [], at: new Map(at).set(index, picture), away };
}

/** Keeps each picture with its part while the parts change. */
export function followParts(): void {
  effect(() => {
    const sources = content.value?.parts.map(sourceOf) ?? [];
    pictures.value = follow(pictures.peek(), sources);
  });
}
