import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path"; import { tmpdir } from "node:os";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { serve } from "./serve.mjs";
const names = process.argv.slice(3); const rounds = +process.argv[2];
const dir = "/tmp/pf/serve"; 
import { mkdirSync, existsSync, statSync } from "node:fs"; mkdirSync(dir,{recursive:true});
const put=(from,name)=>{ const f=join(dir,name); cpSync(from,f); const data=readFileSync(f); writeFileSync(f+".br", brotliCompressSync(data,{params:{[constants.BROTLI_PARAM_QUALITY]:9}})); };
put("generated/wasm_exec.js","wasm_exec.js"); put("generated/empty.wasm","empty.wasm");
for (const n of names) put(`/tmp/pf/${n}.wasm`, `${n}.wasm`);
writeFileSync(join(dir,"modules.html"), `<!doctype html><meta charset="utf-8"><title>m</title><script src="wasm_exec.js"></script>`);
if (rounds===0) process.exit(0);
const parts = Array.from({ length: 11 }, (_, i) => (i % 2 === 0
  ? { type: "text", value: `Your order #${i} has shipped 🎉 and should arrive on Tuesday.`, text_decorations: [{ range: [0, 10], style: "bold" }] }
  : { type: "media", url: `https://cdn.example.com/images/photo-${i}-of-the-parcel.jpg` }));
const body = JSON.stringify({ to: ["+14155550123"], message: { parts } }, null, 2);
const wrong = body.replace("+14155550123", "4155550123");
const server = await serve(dir, 0); const base=`http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
async function startOf(name) {
  const page = await browser.newPage(); await page.goto(base+"modules.html");
  const r = await page.evaluate(async ([file, request]) => {
    const start = performance.now(); const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(fetch(file), go.importObject);
    const t1 = performance.now(); go.run(instance); const t2 = performance.now();
    if (instance.exports.ready !== undefined) instance.exports.ready();
    else { const bytes = new TextEncoder().encode(request); const at = instance.exports.input(bytes.length) >>> 0;
      new Uint8Array(instance.exports.mem.buffer).set(bytes, at); instance.exports.call(bytes.length); }
    const t3 = performance.now(); return [t1-start, t2-t1, t3-t2, t3-start];
  }, [`${name}.wasm`, JSON.stringify({ op: "lint", body: wrong })]);
  await page.close(); return r;
}
const all=["empty",...names]; const got=Object.fromEntries(all.map(n=>[n,[]]));
for (const n of all) await startOf(n);
for (let i=0;i<rounds;i++) for (const n of all) got[n].push(await startOf(n));
const med=(l)=>[...l].sort((a,b)=>a-b)[Math.floor(l.length/2)], min=l=>Math.min(...l);
const e=med(got.empty.map(r=>r[3])), em=min(got.empty.map(r=>r[3]));
for (const n of all) console.log(n.padEnd(10), [0,1,2,3].map(k=>med(got[n].map(r=>r[k])).toFixed(1)).join(" "), "ratio med", (med(got[n].map(r=>r[3]))/e).toFixed(2), "min", (min(got[n].map(r=>r[3]))/em).toFixed(2));
await browser.close(); server.close(); process.exit(0);
