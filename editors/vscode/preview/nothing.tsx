/** In place of the page's preview/nothing: there are no examples here. */
import { revealBroken } from "../../../web/src/wiring/navigate";
import { parsed, text } from "../../../web/src/state/document";

export function Nothing() {
  const broken = text.value.trim() !== "" && parsed.value.broken;
  return (
    <div class="nothing">
      <p class="nothing-title">{broken ? "The JSON does not parse" : "No message in this document"}</p>
      {broken && <p class="button-row"><button type="button" class="button button-primary" onClick={revealBroken}>Go to the error</button></p>}
    </div>
  );
}
