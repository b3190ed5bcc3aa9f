import type { ComponentChildren } from "preact";

/** Inline Markdown of our own rule texts: code, bold, links. Text nodes only. */
function inline(text: string): ComponentChildren[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map((piece) => {
    if (piece.startsWith("`") && piece.endsWith("`") && piece.length > 1) return <code>{piece.slice(1, -1)}</code>;
    if (piece.startsWith("**") && piece.endsWith("**") && piece.length > 3) return <strong>{piece.slice(2, -2)}</strong>;
    const link = /^\[([^\]]+)\]\((https:\/\/[^)]+)\)$/.exec(piece);
    if (link !== null) return <a href={link[2]} rel="noreferrer noopener" target="_blank">{link[1]}</a>;
    return piece;
  });
}

/** Paragraphs, lists and fences of a rule's help. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {text.split(/\n{2,}/).map((block) => {
        if (block.startsWith("```")) return <pre><code>{block.replace(/^```\w*\n?/, "").replace(/\n?```$/, "")}</code></pre>;
        const lines = block.split("\n");
        if (lines.every((line) => /^\s*[-*] /.test(line))) return <ul>{lines.map((line) => <li>{inline(line.replace(/^\s*[-*] /, ""))}</li>)}</ul>;
        return <p>{inline(lines.join(" "))}</p>;
      })}
    </div>
  );
}
