/** JSON as people write it: short arrays of numbers and strings on one line. */
export function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (whole, inner: string) => {
    const line = inner.split(/\n\s+/).join(" ");
    return line.length <= 60 ? `[${line}]` : whole;
  });
}
