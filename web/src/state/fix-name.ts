import type { Fix } from "../engine/protocol";

/** A fix as its button names it: one that is not safe says so. */
export const fixName = (fix: Fix): string => (fix.safe ? fix.title : `${fix.title} (a guess)`);
