/** Line icons on a 16-unit grid; they take the color of their text. */
const paths = {
  play: "M4.5 3.2v9.6l8-4.8z",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z",
  share: "M8 10V2.2M5 4.8l3-2.8 3 2.8M3 8.5v4.2c0 .5.4.8.8.8h8.4c.4 0 .8-.3.8-.8V8.5",
  grid: "M2.5 2.5h4.2v4.2H2.5zM9.3 2.5h4.2v4.2H9.3zM2.5 9.3h4.2v4.2H2.5zM9.3 9.3h4.2v4.2H9.3z",
  up: "M8 12.5v-9M4.5 7L8 3.5 11.5 7",
  down: "M8 3.5v9M4.5 9L8 12.5 11.5 9",
  close: "M4 4l8 8M12 4l-8 8",
  add: "M8 3.2v9.6M3.2 8h9.6",
  grip: "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  image: "M2.5 3.5h11v9h-11zM2.5 10.5l3-3 2.5 2.5 2-2 3.5 3M10.3 6.2h.01",
  video: "M2.5 4h7.5v8H2.5zM10 7l3.5-2v6L10 9z",
  audio: "M3 6.5v3M5.5 4.5v7M8 2.5v11M10.5 5v6M13 6.8v2.4",
  document: "M4 2.2h5l3 3v8.6H4zM9 2.2v3h3M6 8.5h4M6 11h4",
  contact: "M8 8a2.4 2.4 0 1 0 0-4.8A2.4 2.4 0 0 0 8 8zM3.4 13.2c.5-2.3 2.3-3.6 4.6-3.6s4.1 1.3 4.6 3.6",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3L8 4.3M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l1-1",
  reply: "M6.5 4L2.5 7.8l4 3.8M2.8 7.8h6.4c2.4 0 4 1.6 4 4.2",
  check: "M3 8.5l3.2 3.2L13 4.8",
  indent: "M2.5 3.5h11M6.5 7.5h7M6.5 11.5h4M2.5 6.5l2 1.8-2 1.8",
  bolt: "M9 1.8L3.5 9H8l-1 5.2L12.5 7H8z",
  undo: "M5.5 3L2.5 6l3 3M2.8 6h6.4a3.8 3.8 0 0 1 0 7.6H6",
  redo: "M10.5 3l3 3-3 3M13.2 6H6.8a3.8 3.8 0 0 0 0 7.6H10",
  menu: "M2.5 4.2h11M2.5 8h11M2.5 11.8h11",
  trash: "M3 4.2h10M6.2 4V2.5h3.6V4M4.2 4.2l.6 9.3h6.4l.6-9.3",
  replay: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  left: "M9.5 3.5L5 8l4.5 4.5",
  right: "M6.5 3.5L11 8l-4.5 4.5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5"
      stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
