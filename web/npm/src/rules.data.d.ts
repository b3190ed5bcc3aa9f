/** Made by build.mjs: every rule, packed. */
declare const rules: unknown;
export default rules;
