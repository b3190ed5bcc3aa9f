import type { CSSProperties } from "preact";

/** A sequence that is the same on each run, so that a replay and a screenshot are too. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

interface Recipe {
  /** How many particles there are. */
  count: number;
  /** What a particle shows, if it is a character. */
  glyphs?: string[];
}

const recipes: Record<string, Recipe> = {
  confetti: { count: 90 },
  fireworks: { count: 5 },
  lasers: { count: 9 },
  sparkles: { count: 46 },
  celebration: { count: 64 },
  hearts: { count: 26, glyphs: ["❤️", "💗", "💕"] },
  love: { count: 1, glyphs: ["❤️"] },
  balloons: { count: 14 },
  happy_birthday: { count: 30, glyphs: ["🎂", "🎈", "🎁", "🎉", "🧁"] },
  echo: { count: 22 },
  spotlight: { count: 0 }, // drawn around the bubble
};

const bubbleEffects = ["slam", "loud", "gentle", "invisible"];

/** Whether an effect is drawn over the whole conversation. */
export const isScreenEffect = (name: string): boolean => Object.hasOwn(recipes, name);
/** Whether an effect is drawn on the bubble. */
export const isBubbleEffect = (name: string): boolean => bubbleEffects.includes(name);

/** An effect as Messages names it. */
export function effectName(name: string): string {
  if (name === "invisible") return "Invisible Ink";
  return name.split("_").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
}

function vars(values: Record<string, string | number>): CSSProperties {
  return Object.fromEntries(Object.entries(values).map(([name, v]) => [`--${name}`, String(v)])) as CSSProperties;
}

/** A screen effect, drawn once over the conversation. */
export function ScreenEffect({ name, echo }: { name: string; echo: string }) {
  const recipe = recipes[name];
  if (recipe === undefined) return null;
  const next = random(name.length * 7919 + 11);
  return (
    <div class={`fx fx-${name}`} aria-hidden="true">
      {Array.from({ length: recipe.count }, (_, i) => {
        const style = vars({
          x: `${(next() * 100).toFixed(1)}%`, y: `${(next() * 100).toFixed(1)}%`,
          hue: Math.floor(next() * 360), delay: `${(next() * 0.9).toFixed(2)}s`,
          turn: `${Math.floor(next() * 720 - 360)}deg`, drift: `${Math.floor(next() * 120 - 60)}px`,
          size: (0.6 + next() * 0.9).toFixed(2), rise: `${-Math.floor(150 + next() * 430)}px`, i,
        });
        if (name === "fireworks") return <Burst key={i} style={style} />;
        const glyph = recipe.glyphs?.[i % recipe.glyphs.length];
        return (
          <span key={i} class={name === "echo" ? "fx-bit fx-echo-bubble" : "fx-bit"} style={style}>
            {name === "echo" ? echo : glyph}
          </span>
        );
      })}
    </div>
  );
}

function Burst({ style }: { style: CSSProperties }) {
  return (
    <span class="fx-burst" style={style}>
      {Array.from({ length: 18 }, (_, i) => <span key={i} class="fx-ray" style={vars({ a: `${i * 20}deg` })} />)}
    </span>
  );
}
