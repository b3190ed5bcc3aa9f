import { useEffect, useState } from "preact/hooks";
import { receive } from "../state/receive";

const droppable = "[data-part]:has(.media)";

/** Takes files that are dropped on the page; says whether some are dragged over it. */
export function useDrops(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // The part under the pointer is marked directly: a drag moves too often to draw everything for it.
    let under: Element | null = null;
    const mark = (next: Element | null): void => {
      if (next === under) return;
      under?.removeAttribute("data-over");
      next?.setAttribute("data-over", "");
      under = next;
    };
    const drag = (e: DragEvent): void => {
      if (e.dataTransfer?.types.includes("Files") !== true) return;
      e.preventDefault();
      setOver(e.type === "dragover");
      mark(e.type === "dragover" && e.target instanceof Element ? e.target.closest(droppable) : null);
    };
    const drop = (e: DragEvent): void => {
      const files = [...(e.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      e.preventDefault();
      setOver(false);
      mark(null);
      const part = e.target instanceof Element ? e.target.closest("[data-part]")?.getAttribute("data-part") : undefined;
      void receive(files, part === undefined || part === null ? undefined : Number(part));
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", drag);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", drag);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return over;
}
