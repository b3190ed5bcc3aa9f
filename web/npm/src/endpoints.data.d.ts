/** Made by build.mjs: where each kind's requests go, and the API's errors. */
declare const data: {
  endpoints: { kind: string; method: string; path: string }[];
  errors: { code: number; status: number; message: string; doc_url: string }[];
  /** The code of an error without one. */
  other: number;
};
export default data;
