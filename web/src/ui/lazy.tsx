import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

const loaded = new Map<string, ComponentType>();

/** A component whose code is fetched when it is first shown. */
export function Lazy({ load, name }: { name: string; load(): Promise<ComponentType> }) {
  const [, drawn] = useState(0);
  const [failed, fail] = useState(false);
  const Component = loaded.get(name);
  useEffect(() => {
    if (loaded.has(name)) return;
    let here = true;
    load().then((component) => {
      loaded.set(name, component);
      if (here) drawn((n) => n + 1);
    }, () => here && fail(true));
    return () => void (here = false);
  }, [name]);
  if (Component !== undefined) return <Component />;
  return failed ? <p class="panel-empty quiet" role="alert">This part of the page did not load. Reload to try again.</p> : null;
}
