import { names, samples } from "../state/variables";

/** A field for the sample data of each variable. */
export function VariablesPanel() {
  return (
    <fieldset class="variables">
      <legend>Sample data <span class="quiet">for the preview, lengths and segments; the body keeps the variables</span></legend>
      {names.value.map((name) => (
        <label key={name} class="variable">
          <span class="mono">{`{{${name}}}`}</span>
          <input value={samples.value[name] ?? ""} placeholder="as written" onInput={(e) => (samples.value = { ...samples.value, [name]: e.currentTarget.value })} />
        </label>
      ))}
    </fieldset>
  );
}
