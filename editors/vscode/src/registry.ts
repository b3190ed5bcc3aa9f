import type { Registry } from "../../../web/src/engine/protocol";
import registered from "../generated/registry.json";

/** What the API's requests have: kinds, objects, members and values. */
export const registry = registered as unknown as Registry;
