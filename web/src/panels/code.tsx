import { useEffect, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { stale } from "../engine/client";
import { engine, kind, text } from "../state/workspace";
import { CopyButton } from "../ui/copy";

const languages = [["go", "Go"], ["curl", "curl"], ["typescript", "TypeScript"], ["python", "Python"]] as const;
const language = signal<string>("go");

/** Code that sends exactly this body. */
export function CodePanel() {
  const [code, setCode] = useState("");
  const [why, setWhy] = useState("");
  const [body, of, lang] = [text.value, kind.value, language.value];
  useEffect(() => {
    let here = true;
    engine.latest("code", () => engine.ask("code", { body, kind: of, lang })).then(
      (answer) => {
        if (!here || answer === stale) return;
        setCode(answer.code);
        setWhy("");
      },
      (error: Error) => {
        if (!here) return;
        setCode("");
        setWhy(error.message);
      },
    );
    return () => void (here = false);
  }, [body, of, lang]);
  return (
    <div class="code">
      <div class="panel-bar">
        <div class="segments" role="group" aria-label="Language">
          {languages.map(([id, name]) => (
            <button key={id} type="button" aria-pressed={lang === id} onClick={() => (language.value = id)}>{name}</button>
          ))}
        </div>
        {code !== "" && <CopyButton text={code} what="Code" />}
      </div>
      {why !== "" ? <p class="panel-empty quiet">{why}</p> : <pre class="code-block" tabIndex={0} aria-label={`Code in ${lang}`}><code>{code}</code></pre>}
    </div>
  );
}
