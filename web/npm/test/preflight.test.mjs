// preflight against a server on loopback that counts what arrives: with plain
// fetch, with the vendor's SDK, and in Chromium. `npm run build` comes first.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { InvalidBodyError, LinqlintError, preflight } from "../dist/index.js";
import { runInChromium } from "./chromium.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const good = '{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"hello"}]}}';
const warn = '{"to":["+14155559876"],"message":{"effect":{"name":"confetti"},"parts":[{"type":"text","value":"hello"}]}}';
const bad = '{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}}';
const card = '{"message":{"preferred_service":"SMS","parts":[{"type":"imessage_app","app":{"bundle_id":"a","name":"b","team_id":"A1B2C3D4E5"},"layout":{"caption":"c"}}]}}';
const json = { "content-type": "application/json" };

let server, base;
const arrived = [];
before(async () => {
  server = createServer(async (request, response) => {
    arrived.push({ path: request.url, method: request.method, body: Buffer.concat(await request.toArray()), type: request.headers["content-type"] });
    response.writeHead(202, json).end('{"message_id":"x"}');
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  base = `http://127.0.0.1:${server.address().port}/api/partner`;
});
after(() => server.close());

/** Sends with a fetch and gives the response and what arrived since. */
async function send(options, path, init, input = base + path) {
  arrived.length = 0;
  const response = await preflight(fetch, options)(input, init);
  return { response, bodies: arrived.map((r) => r.body.toString()) };
}
const post = (body, more = {}) => ({ method: "POST", headers: json, body, ...more });
const bytes = (text) => new TextEncoder().encode(text);
const stream = (text) => new ReadableStream({ start(c) { for (const half of [text.slice(0, 9), text.slice(9)]) c.enqueue(bytes(half)); c.close(); } });

for (const [name, of, more] of [
  ["a string", (text) => text],
  ["bytes", bytes],
  ["a part of a buffer", (text) => Buffer.from(`xx${text}`).subarray(2)],
  ["an ArrayBuffer", (text) => bytes(text).buffer],
  ["a Blob", (text) => new Blob([text])],
  ["a Blob with a type", (text) => new Blob([text], { type: "application/json" })],
]) {
  test(`${name}: a good body is sent once as it is, a bad one is not`, async () => {
    const sent = await send({}, "/v3/messages", post(of(good), more));
    assert.equal(sent.response.status, 202);
    assert.deepEqual(sent.bodies, [good]);
    const { response, bodies } = await send({}, "/v3/messages", post(of(bad), more));
    assert.deepEqual(bodies, []);
    assert.equal(response.status, 400);
  });
}

test("a refused body gives the API's envelope, the report and no retry", async () => {
  const { response } = await send({}, "/v3/messages", post(bad));
  assert.equal(response.headers.get("x-should-retry"), "false");
  assert.match(response.headers.get("linqlint-detail"), /^parts-consecutive-text: \/message\/parts\/1: consecutive text parts/);
  const body = await response.json();
  assert.deepEqual([body.success, body.error.status, body.error.code], [false, 400, 1004]);
  assert.match(body.error.doc_url, /\/1004\/$/);
  assert.match(body.trace_id, /^[0-9a-f]{32}$/);
  assert.deepEqual(body.report.diagnostics.map((d) => d.rule), ["parts-consecutive-text"]);
});

test("an error with a status of its own", async () => {
  const { response, bodies } = await send({}, "/v3/chats/550e8400-e29b-41d4-a716-446655440000/messages", post(card));
  assert.deepEqual([response.status, bodies.length], [409, 0]);
});

test("the detail is printable ASCII", async () => {
  const { response } = await send({}, "/v3/messages", post(good.replace('"to"', '"empfänger\\n":1,"preferred_servicé":2,"to"').replace("+1415", "ü")));
  assert.match(response.headers.get("linqlint-detail"), /^[ -~]+$/);
});

test("a Request", async () => {
  const request = (body) => new Request(`${base}/v3/messages`, { ...post(body), referrer: "about:client" });
  assert.deepEqual((await send({}, "", undefined, request(good))).bodies, [good]);
  const { response, bodies } = await send({}, "", undefined, request(bad));
  assert.deepEqual([response.status, bodies], [400, []]);
  // Without a content type fetch itself says text/plain.
  assert.equal((await send({}, "", undefined, new Request(`${base}/v3/messages`, { method: "POST", body: bad }))).response.status, 400);
  const replaced = await send({}, "", { body: good }, request(bad));
  assert.deepEqual(replaced.bodies, [good], "the body of init wins");
  const large = request(bad);
  assert.deepEqual((await send({ maxBody: 9 }, "", undefined, large)).bodies, [bad], "over the limit: sent, unchecked");
  await assert.rejects(send({}, "", undefined, large), TypeError, "a body that was read before is fetch's to refuse");
});

test("a stream passes unread, unless the option says otherwise", async () => {
  for (const of of [stream, (text) => Readable.from([bytes(text)])]) {
    const reasons = [];
    const onUnchecked = (_, reason) => reasons.push(reason);
    assert.deepEqual((await send({ onUnchecked }, "/v3/messages", post(of(bad), { duplex: "half" }))).bodies, [bad]);
    assert.deepEqual((await send({ onUnchecked, streams: true }, "/v3/messages", post(of(bad), { duplex: "half" }))).bodies, []);
    assert.deepEqual((await send({ onUnchecked, streams: true }, "/v3/messages", post(of(good), { duplex: "half" }))).bodies, [good]);
    assert.deepEqual((await send({ onUnchecked, streams: true, maxBody: 20 }, "/v3/messages", post(of(bad), { duplex: "half" }))).bodies, [bad]);
    assert.deepEqual(reasons, ["its length is not known", "it is over the limit"]);
  }
});

test("a stream's chunks may be texts, as in Node's fetch", async () => {
  const texts = (text) => (async function* () { yield text.slice(0, 9); yield text.slice(9); })();
  const options = { streams: true, maxBody: 200 };
  assert.deepEqual((await send(options, "/v3/messages", post(texts(good), { duplex: "half" }))).bodies, [good]);
  assert.equal((await send(options, "/v3/messages", post(texts(bad), { duplex: "half" }))).response.status, 400);
  const long = good + " ".repeat(200) + "\n";
  assert.deepEqual((await send(options, "/v3/messages", post(texts(long), { duplex: "half" }))).bodies, [long]);
  const numbers = (async function* () { yield 7; })();
  await assert.rejects(send(options, "/v3/messages", post(numbers, { duplex: "half" })), /type number, expected bytes/);
});

test("an aborted request rejects, whatever its body", async () => {
  const signal = AbortSignal.abort(new Error("mine"));
  for (const body of [good, bad]) {
    await assert.rejects(send({}, "/v3/messages", post(body, { signal })), /mine/);
    await assert.rejects(send({}, "/v3/messages", undefined, new Request(`${base}/v3/messages`, post(body, { signal }))), /mine/);
  }
  const input = new Request(`${base}/v3/messages`, post(bad, { signal }));
  assert.equal((await send({}, "/v3/messages", { signal: null }, input)).response.status, 400);
});

test("what is sent is what was checked", async () => {
  const shared = bytes(good);
  arrived.length = 0;
  const sending = preflight()(`${base}/v3/messages`, post(shared));
  shared.fill(0x20);
  assert.equal((await sending).status, 202);
  assert.equal(arrived[0].body.toString(), good);
});

test("bytes that are not UTF-8, and a byte order mark", async () => {
  const latin = Uint8Array.from([...good].map((c) => c.charCodeAt(0)));
  latin[good.indexOf("hello")] = 0xfc;
  for (const [body, rule] of [[latin, "json-encoding"], [bytes(`\ufeff${good}`), "json-syntax"]]) {
    const { response, bodies } = await send({}, "/v3/messages", post(body));
    assert.deepEqual(bodies, []);
    assert.deepEqual((await response.json()).report.diagnostics.map((d) => d.rule), [rule]);
  }
});

test("other requests are passed on as they are", async () => {
  const calls = [];
  const checked = preflight((...args) => (calls.push(args), Promise.resolve(new Response())));
  const cases = [
    [`${base}/v3/payment_requests`, post(bad)], [`${base}/v3/messages`, { method: "PUT", body: bad }], [`${base}/v3/messages`, undefined],
    ["https://example.com/messages", post(bad)], ["no URL", post(bad)], [new URL("https://example.com/"), undefined], [new Request("https://example.com/"), undefined],
  ];
  for (const args of cases) await checked(...args);
  assert.equal(calls.length, cases.length);
  calls.forEach((args, i) => args.forEach((arg, j) => assert.ok(arg === cases[i][j], `call ${i}`)));
});

test("bodies that are not JSON are sent unchecked, and the hook says why", async () => {
  const reasons = [];
  const onUnchecked = (sent, reason) => reasons.push(`${sent.kind}: ${reason}`);
  for (const init of [
    { method: "POST", headers: { "content-type": "text/plain" }, body: bad }, { method: "POST", body: new URLSearchParams("a=b") },
    { method: "POST", body: new Blob([bad], { type: "text/plain" }) }, { method: "POST", headers: { ...json, "content-encoding": "identity, gzip" }, body: bad },
    { ...post(bad) },
  ]) {
    await send({ onUnchecked, maxBody: init.headers === json ? 9 : undefined }, "/v3/messages", init);
    assert.equal(arrived.length, 1);
  }
  const type = "messages.create: the content type is not JSON";
  assert.deepEqual(reasons, [type, type, type, "messages.create: the body has a content encoding", "messages.create: it is over the limit"]);
});

test("every spelling of an endpoint is checked", async () => {
  // Those of the Go library's TestPaths.
  const source = readFileSync(join(here, "../../../preflight/gate_test.go"), "utf8");
  const list = (name) => [...source.match(new RegExp(`${name} := \\[\\]string\\{([^]*?)\\n?\\t?\\}\\n`))[1].matchAll(/"([^"]*)"|`([^`]*)`/g)].map((m) => m[1] ?? m[2]);
  const [endpoints, others] = [list("endpoints"), list("others")];
  assert.ok(endpoints.length > 30 && others.length > 5);
  const passed = [];
  const checked = preflight((url) => (passed.push(url), Promise.resolve(new Response())));
  for (const path of endpoints) await checked(`https://api.example.com${path.startsWith("/") ? path : `/${path}`}`, post(bad));
  assert.deepEqual(passed, []);
  assert.equal((await checked("https://api.example.com/v3/messages", { ...post(bad), method: "post" })).status, 400);
  for (const path of others) await checked(`https://api.example.com${path}`, post(bad));
  assert.equal(passed.length, others.length);
});

test("throw", async () => {
  arrived.length = 0;
  await assert.rejects(preflight(fetch, { throw: true })(`${base}/v3/messages`, post(bad)), (error) => {
    assert.ok(error instanceof InvalidBodyError && error instanceof Error);
    assert.match(error.message, /^POST http.*\/v3\/messages was not sent: invalid messages\.create body: \/message\/parts\/1: consecutive/);
    return error.report.diagnostics.length === 1;
  });
  assert.equal(arrived.length, 0);
});

test("severities, strict, known names and reportOnly", async () => {
  const statusOf = async (options, body) => (await send(options, "/v3/messages", post(body))).response.status;
  assert.equal(await statusOf({}, warn), 202);
  assert.equal(await statusOf({ strict: true }, warn), 400);
  assert.equal(await statusOf({ severities: { "*": "off" } }, bad), 202);
  assert.equal(await statusOf({ strict: true }, good.replace("{", '{"campaign":1,')), 400);
  assert.equal(await statusOf({ strict: true, known: { members: ["campaign"] } }, good.replace("{", '{"campaign":1,')), 202);
  const reports = [];
  assert.equal(await statusOf({ reportOnly: true, onReport: (sent, report) => reports.push([sent.method, sent.kind, report.diagnostics.length]) }, bad), 202);
  assert.deepEqual(reports, [["POST", "messages.create", 1]]);
  await assert.rejects(statusOf({ severities: { "to-larg": "off" } }, good), /no rule fits "to-larg"/);
  assert.throws(() => preflight(fetch, { maxBody: 0 }), RangeError);
  for (const [wrong, message] of [
    [[fetch, { throws: true }], /preflight has no option "throws"/],
    [[fetch, { kind: "messages.create" }], /preflight has no option "kind"/],
    [[fetch, { throw: "yes" }], /"throw" is of type string, expected a boolean/],
    [[fetch, { onReport: true }], /"onReport" is of type boolean, expected a function/],
    [[fetch, { maxBody: "9" }], /"maxBody" is of type string, expected a number/],
    [[{ throw: true }], /the first argument of preflight is of type object, expected a function/],
  ]) {
    assert.throws(() => preflight(...wrong), (error) => error instanceof LinqlintError && error.code === "argument" && message.test(error.message));
  }
});

test("the vendor's SDK makes one try", async () => {
  const file = join(here, "runtimes", "package.json");
  assert.ok(existsSync(join(here, "runtimes", "node_modules", "@linqapp")), "the SDK is missing: run npm ci --prefix web/npm/test/runtimes");
  const { default: LinqAPIV3, BadRequestError, ConflictError } = createRequire(file)("@linqapp/sdk");
  let checks = 0;
  const client = (options) => new LinqAPIV3({ apiKey: "k", baseURL: base, fetch: preflight(fetch, { onReport: () => checks++, ...options }) });
  const [create, sms] = [JSON.parse(bad), { ...JSON.parse(good), ...JSON.parse(card) }];
  arrived.length = 0;
  await assert.rejects(client().messages.create(create), (error) => error instanceof BadRequestError && error.error.report.diagnostics[0].rule === "parts-consecutive-text");
  await assert.rejects(client().messages.create(sms), ConflictError); // which the SDK would try again
  assert.deepEqual([checks, arrived.length], [2, 0]);
  await client().messages.create(JSON.parse(good));
  assert.deepEqual([checks, arrived.length], [3, 1]);
  assert.deepEqual(JSON.parse(arrived[0].body), JSON.parse(good));
});

test("the SDK's types take it", () => {
  const tsc = join(here, "..", "node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--strict", "--target", "ES2022", "--module", "ESNext", "--moduleResolution", "Bundler", "--lib", "ES2022,DOM"];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, "sdk.ts"], { cwd: join(here, "runtimes"), encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

test("plain fetch in Chromium", async () => {
  const page = `
    import { preflight, InvalidBodyError } from "/dist/index.js";
    const [good, bad] = ${JSON.stringify([good, bad])};
    const checked = preflight();
    const status = async (input, init) => (await checked(input, init)).status;
    const post = (body) => ({ method: "POST", headers: { "content-type": "application/json" }, body });
    const bytes = (text) => new TextEncoder().encode(text);
    const said = [];
    try {
      for (const body of [good, bad]) {
        said.push(await status("/v3/messages", post(body)), await status(new URL("/v3/messages", location.href), post(bytes(body))), await status(new Request("/v3/messages", post(body))), await status("/v3/messages", post(new Blob([body]))));
      }
      said.push(await preflight(fetch, { throw: true })("/v3/messages", post(bad)).catch((error) => error instanceof InvalidBodyError));
    } catch (error) { said.push(String(error)); }
    await fetch("/done", { method: "POST", body: JSON.stringify(said) });
  `;
  const bodies = [];
  const { said } = await runInChromium(
    (path) => {
      if (path === "/index.html") return '<!doctype html><title>t</title><script type="module" src="/main.js"></script>';
      if (path === "/main.js") return page;
      const file = join(here, "..", path);
      return path.startsWith("/dist/") && existsSync(file) ? readFileSync(file) : undefined;
    },
    async (request, response) => {
      if (request.method !== "POST") return false;
      bodies.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(202).end();
      return true;
    },
  );
  assert.deepEqual(JSON.parse(said), [202, 202, 202, 202, 400, 400, 400, 400, true]);
  assert.deepEqual(bodies, [good, good, good, good]);
});
