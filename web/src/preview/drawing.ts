/**
 * The message as an SVG: the boxes and the lines of text where the browser has
 * laid them out. It holds no HTML, so every program can show it, and a canvas
 * can turn it into a PNG.
 */

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd");

const number = (n: number): string => String(Math.round(n * 100) / 100);
const isPainted = (color: string): boolean => color !== "transparent" && !/[,/]\s*0\)$/.test(color);

interface Drawing {
  out: string[];
  left: number;
  top: number;
  ascents: Map<string, number>;
  context: CanvasRenderingContext2D | null;
}

function ascent(drawing: Drawing, font: string): number {
  const known = drawing.ascents.get(font);
  if (known !== undefined || drawing.context === null) return known ?? 12;
  drawing.context.font = font;
  const measured = drawing.context.measureText("x").fontBoundingBoxAscent;
  drawing.ascents.set(font, measured);
  return measured;
}

function rect(drawing: Drawing, box: DOMRect, style: CSSStyleDeclaration): void {
  const [x, y] = [box.left - drawing.left, box.top - drawing.top];
  const fill = isPainted(style.backgroundColor) ? style.backgroundColor : "none";
  const border = Number.parseFloat(style.borderTopWidth);
  const stroke = border > 0 && style.borderTopStyle !== "none" && isPainted(style.borderTopColor) ? ` stroke="${style.borderTopColor}" stroke-width="${border}"` : "";
  if (fill === "none" && stroke === "") return;
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2);
  drawing.out.push(`<rect x="${number(x)}" y="${number(y)}" width="${number(box.width)}" height="${number(box.height)}" rx="${number(radius)}" fill="${fill}"${stroke}/>`);
}

/** The tail of a bubble, which is a pseudo-element without a box to ask for. */
function tail(drawing: Drawing, element: Element, box: DOMRect): void {
  const style = getComputedStyle(element, "::after");
  if (style.clipPath === "none" || style.content === "none" || !style.clipPath.startsWith("path")) return;
  const path = /"([^"]+)"/.exec(style.clipPath)?.[1];
  if (path === undefined) return;
  const incoming = element.classList.contains("bubble-in");
  const x = incoming ? box.left - drawing.left + 7 : box.right - drawing.left - 7;
  drawing.out.push(`<path d="${escape(path)}" fill="${style.backgroundColor}" transform="translate(${number(x)} ${number(box.bottom - drawing.top - 18)})${incoming ? " scale(-1 1)" : ""}"/>`);
}

/** The lines of a text node: words are put together as long as they are at the same height. */
function text(drawing: Drawing, node: Text): void {
  const parent = node.parentElement;
  if (parent === null || node.data.trim() === "") return;
  const style = getComputedStyle(parent);
  if (Number.parseFloat(style.fontSize) < 1) return;
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const range = document.createRange();
  const lines: { text: string; left: number; top: number; right: number }[] = [];
  for (const word of node.data.matchAll(/\S+|\s+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    const box = range.getClientRects()[0];
    if (box === undefined || box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - box.top) < 2) {
      last.text += word[0];
      last.right = box.right;
    } else if (word[0].trim() !== "") lines.push({ text: word[0], left: box.left, top: box.top, right: box.right });
  }
  const decoration = style.textDecorationLine === "none" ? "" : ` text-decoration="${style.textDecorationLine}"`;
  for (const line of lines) {
    const y = line.top - drawing.top + ascent(drawing, font);
    drawing.out.push(`<text x="${number(line.left - drawing.left)}" y="${number(y)}" font-family="${escape(style.fontFamily)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}" font-style="${style.fontStyle}" fill="${style.color}"${decoration} xml:space="preserve">${escape(line.text.replace(/\s/g, " "))}</text>`);
  }
}

function icon(drawing: Drawing, element: SVGElement, box: DOMRect): void {
  const style = getComputedStyle(element);
  const paths = [...element.querySelectorAll("path")].map((p) => `<path d="${escape(p.getAttribute("d") ?? "")}"/>`).join("");
  const filled = element.getAttribute("fill") !== "none";
  const paint = filled ? `fill="${style.color}" fill-rule="evenodd"` : `fill="none" stroke="${style.color}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"`;
  drawing.out.push(`<g transform="translate(${number(box.left - drawing.left)} ${number(box.top - drawing.top)}) scale(${number(box.width / 16)})" ${paint}>${paths}</g>`);
}

function image(drawing: Drawing, element: HTMLImageElement, box: DOMRect): void {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.max(1, Math.round(box.width * 2)), Math.max(1, Math.round(box.height * 2))];
  try {
    canvas.getContext("2d")?.drawImage(element, 0, 0, canvas.width, canvas.height);
    drawing.out.push(`<image x="${number(box.left - drawing.left)}" y="${number(box.top - drawing.top)}" width="${number(box.width)}" height="${number(box.height)}" href="${canvas.toDataURL("image/png")}"/>`);
  } catch {
    // A picture that cannot be read is left out.
  }
}

function walk(drawing: Drawing, element: Element): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (style.display === "none" || style.visibility === "hidden" || element.matches(".visually-hidden, .fx, .fx-dim, .media-choose")) return;
  rect(drawing, box, style);
  const clip = style.overflowX === "hidden" && Number.parseFloat(style.borderTopLeftRadius) > 0 ? clipped(drawing, box, style) : "";
  drawing.out.push(clip);
  content(drawing, element, box);
  if (clip !== "") drawing.out.push("</g>");
}

/** Opens a group that shows no more than a box with round corners. */
function clipped(drawing: Drawing, box: DOMRect, style: CSSStyleDeclaration): string {
  const id = `clip-${drawing.out.length}`;
  return `<clipPath id="${id}"><rect x="${number(box.left - drawing.left)}" y="${number(box.top - drawing.top)}" width="${number(box.width)}" height="${number(box.height)}" rx="${number(Number.parseFloat(style.borderTopLeftRadius))}"/></clipPath><g clip-path="url(#${id})">`;
}

function content(drawing: Drawing, element: Element, box: DOMRect): void {
  if (element.matches(".bubble-tail")) tail(drawing, element, box);
  if (element instanceof SVGElement) return icon(drawing, element, box);
  if (element instanceof HTMLImageElement) return image(drawing, element, box);
  for (const child of element.childNodes) {
    if (child instanceof Text) text(drawing, child);
    else if (child instanceof Element) walk(drawing, child);
  }
}

/** The conversations that are shown, whole, as an SVG. */
export function drawing(canvas: HTMLElement): { svg: string; width: number; height: number } {
  // A copy at its full height, where nobody sees it.
  const copy = canvas.cloneNode(true) as HTMLElement;
  copy.classList.add("canvas-picture");
  copy.style.width = `${canvas.getBoundingClientRect().width}px`;
  canvas.parentElement?.append(copy);
  try {
    const box = copy.getBoundingClientRect();
    const state: Drawing = { out: [], left: box.left, top: box.top, ascents: new Map(), context: document.createElement("canvas").getContext("2d") };
    walk(state, copy);
    const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
    return { svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${state.out.join("")}</svg>`, width, height };
  } finally {
    copy.remove();
  }
}

/** An SVG as a PNG with two pixels for each unit. */
export async function png(svg: string, width: number, height: number): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser has no canvas");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)), "image/png"));
}
