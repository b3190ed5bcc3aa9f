// Sends through a proxy that checks bodies: LINQ_BASE_URL is the proxy.
import assert from 'node:assert/strict';
import LinqAPIV3 from '@linqapp/sdk';

let tries = 0;
const client = new LinqAPIV3({
  apiKey: 'test', baseURL: process.env.LINQ_BASE_URL,
  fetch: (...args) => (tries++, fetch(...args)),
});
const message = { parts: [{ type: 'text', value: 'Hello 🎉' }] };
const sent = await client.messages.create({ to: ['+14155559876'], message, 'Idempotency-Key': 'k' });
assert.equal(sent.message.parts[0].value, 'Hello 🎉');
assert.equal((await client.messages.retrieve(sent.message.id)).id, sent.message.id);

// What the SDK's types let through and the API refuses.
tries = 0;
await assert.rejects(client.messages.create({ to: ['+14155559876'], message: { parts: [...message.parts, ...message.parts] } }), (error) => {
  assert.ok(error instanceof LinqAPIV3.BadRequestError);
  assert.equal(error.error.error.code, 1004);
  assert.match(error.headers.get('linqlint-detail'), /^parts-consecutive-text: \/message\/parts\/1: /);
  return true;
});
assert.equal(tries, 1, 'a bad request is not tried again');

// A file goes through as it is, and so does what is not an endpoint with a body.
const file = await client.attachments.create({ filename: 'a.txt', content_type: 'text/plain', size_bytes: 1 });
await assert.rejects(client.attachments.create({ filename: '', content_type: 'text/plain', size_bytes: 1 }), LinqAPIV3.BadRequestError);
const upload = new URL(file.upload_url);
const put = await fetch(process.env.LINQ_BASE_URL + upload.pathname, { method: 'PUT', body: 'x' });
assert.equal(put.status, 200);
