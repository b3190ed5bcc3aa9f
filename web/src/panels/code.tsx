import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { sentenceOf, stale } from "../engine/client";
import { text } from "../state/document";
import { counts, engine, kind, untouchedFaults } from "../state/engine";
import { touchAll } from "../state/untouched";
import { showTab } from "../wiring/navigate";
import { CopyButton } from "../ui/copy";
import { SeverityMark } from "../ui/severity";
import { colored, type CodeLanguage } from "./highlight";

const languages: [CodeLanguage, string][] = [["curl", "curl"], ["typescript", "TypeScript"], ["python", "Python"], ["go", "Go"]];
const KEY = "linqlint.language";

function kept(): CodeLanguage {
  try {
    return languages.find(([id]) => id === localStorage.getItem(KEY))?.[0] ?? "curl";
  } catch {
    return "curl";
  }
}

const language = signal<CodeLanguage>(kept());

function choose(id: CodeLanguage): void {
  language.value = id;
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // It lasts until the page is left.
  }
}

/** Code that sends exactly this body. */
export function CodePanel() {
  const [code, setCode] = useState("");
  const [why, setWhy] = useState("");
  const [body, checked, lang] = [text.value, kind.value, language.value];
  useEffect(() => {
    let here = true;
    engine.latest("code", "code", { body, kind: checked, lang }).then(
      (result) => {
        if (!here || result === stale) return;
        setCode(result.code);
        setWhy("");
      },
      (error: unknown) => {
        if (!here) return;
        setCode("");
        setWhy(sentenceOf(error));
      },
    );
    return () => void (here = false);
  }, [body, checked, lang]);
  const error = counts.value.error + untouchedFaults.value;
  return (
    <div class="code">
      <div class="panel-bar">
        <div class="segments" role="group" aria-label="Language">
          {languages.map(([id, name]) => <button key={id} type="button" aria-pressed={lang === id} onClick={() => choose(id)}>{name}</button>)}
        </div>
        {code !== "" && <CopyButton text={code} />}
      </div>
      {error > 0 && code !== "" && (
        <p class="panel-note code-errors"><SeverityMark severity="error" /> <span>The API would refuse this body: it has </span><button type="button" class="text-button" onClick={() => { touchAll(); showTab("problems"); }}>{error} error{error === 1 ? "" : "s"}</button></p>
      )}
      {why !== "" ? <p class="panel-empty quiet">{why}</p> : <pre class="code-block" role="region" tabIndex={0} aria-label={`Code in ${lang}`}><code>{colored(code, lang)}</code></pre>}
    </div>
  );
}
