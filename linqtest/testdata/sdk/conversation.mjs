// Drives the whole mock with the vendor's SDK and writes what it
// responded to the file named as the first argument, for shapes.mjs.
// LINQ_BASE_URL says where the mock is.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import LinqAPIV3 from '@linqapp/sdk';

const baseURL = process.env.LINQ_BASE_URL;
const client = new LinqAPIV3({ apiKey: 'test', baseURL, maxRetries: 0 });
const text = (value) => ({ parts: [{ type: 'text', value }] });
const recorded = [];
const record = (type, response) => (recorded.push({ type, response }), response);

/** Tells the mock what to do next; see `linqlint mock --help`. */
async function mock(command, order = {}) {
  const response = await fetch(`${baseURL}/_mock/${command}`, {
    method: 'POST', headers: { Authorization: 'Bearer test' }, body: JSON.stringify(order),
  });
  assert.equal(response.status, 204, command);
}

/** Expects the SDK's own typed error with a code of the API. */
async function raises(type, code, call) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof type, `${error?.constructor?.name} is raised, but must be ${type.name}: ${error}`);
    assert.equal(error.error.error.code, code);
    assert.equal(error.error.success, false);
    assert.equal(error.error.error.status, error.status);
    assert.match(error.error.error.doc_url, new RegExp(`/${code}/$`));
    assert.match(error.error.trace_id, /^[0-9a-f]{32}$/);
    return true;
  });
}

// A chat, and messages into it.
const { chat } = record('ChatCreateResponse', await client.chats.create({ from: '+12025550100', to: ['+14155559876'], message: text('Hello!') }));
assert.equal(chat.message.delivery_status, 'pending');
const sent = record('MessageSendResponse', await client.chats.messages.send(chat.id, {
  message: { parts: [{ type: 'text', value: '🎉 Sale', text_decorations: [{ range: [0, 2], style: 'bold' }] }, { type: 'media', url: 'https://cdn.example.com/a.jpg' }] },
}));
const created = record('MessageCreateResponse', await client.messages.create({ to: ['+14155559876'], message: text('again') }));
assert.equal(created.from_selection.reason, 'reused_active_chat');
assert.equal(created.chat_id, chat.id);

// A reply, with an effect.
const reply = record('MessageSendResponse', await client.chats.messages.send(chat.id, {
  message: { ...text('a reply'), reply_to: { message_id: sent.message.id, part_index: 0 }, effect: { name: 'slam', type: 'bubble' } },
}));
assert.deepEqual(reply.message.effect, { name: 'slam', type: 'bubble' });
assert.equal(reply.message.reply_to.message_id, sent.message.id);

// An app card, and its update.
const card = record('MessageSendResponse', await client.chats.messages.send(chat.id, {
  message: { parts: [{ type: 'imessage_app', app: { bundle_id: 'com.example.app', name: 'App', team_id: 'A1B2C3D4E5' }, layout: { caption: 'your move' }, url: 'https://example.com/1' }] },
}));
const update = record('MessageUpdateAppCardResponse', await client.messages.updateAppCard(card.message.id, { layout: { caption: 'my move' }, url: 'https://example.com/2' }));
assert.equal(update.message.parts[0].app.name, 'App');

// A link, a voice memo, an attachment.
await client.chats.messages.send(chat.id, { message: { parts: [{ type: 'link', value: 'https://example.com/' }] } });
const memo = record('ChatSendVoicememoResponse', await client.chats.sendVoicememo(chat.id, { voice_memo_url: 'https://example.com/memo.m4a' }));
assert.equal(memo.voice_memo.chat.id, chat.id);
const upload = record('AttachmentCreateResponse', await client.attachments.create({ filename: 'a.txt', content_type: 'text/plain', size_bytes: 5 }));
const put = await fetch(upload.upload_url, { method: upload.http_method, headers: upload.required_headers, body: 'hello' });
assert.equal(put.status, 200);
assert.equal(record('AttachmentRetrieveResponse', await client.attachments.retrieve(upload.attachment_id)).status, 'complete');
await client.chats.messages.send(chat.id, { message: { parts: [{ type: 'media', attachment_id: upload.attachment_id }] } });

// What a client does around a send: typing, read, its contact card, its numbers.
await client.chats.typing.start(chat.id);
await client.chats.typing.stop(chat.id);
await client.chats.markAsRead(chat.id);
await client.chats.shareContactCard(chat.id);
record('ChatLeaveChatResponse', await client.chats.leaveChat(chat.id));
const { phone_numbers: numbers } = record('PhoneNumberListResponse', await client.phoneNumbers.list());
assert.equal(numbers[0].phone_number, '+12025550100');
record('AvailableNumberRetrieveResponse', await client.availableNumber.retrieve());
record('PhoneNumberUpdateResponse', await client.phoneNumbers.update(numbers[0].id, { forwarding_number: '+14155550001' }));
record('HandleCheckResponse', await client.capability.checkIMessage({ address: '+14155559876' }));
record('HandleCheckResponse', await client.capability.checkRCS({ address: '+14155559876' }));
record('SetContactCard', await client.contactCard.create({ first_name: 'Ann', last_name: 'Lee', phone_number: '+12025550100', image_url: 'https://example.com/ann.png' }));
record('SetContactCard', await client.contactCard.update({ phone_number: '+12025550100', last_name: 'Li' }));
record('ContactCardRetrieveResponse', await client.contactCard.retrieve());
const hook = record('WebhookSubscriptionCreateResponse', await client.webhookSubscriptions.create({ target_url: 'https://example.com/hook', subscribed_events: ['message.received'] }));
record('WebhookSubscription', await client.webhookSubscriptions.update(hook.id, { is_active: false }));
record('WebhookSubscription', await client.webhookSubscriptions.retrieve(hook.id));
record('WebhookSubscriptionListResponse', await client.webhookSubscriptions.list());
await client.webhookSubscriptions.delete(hook.id);
const friends = await client.messages.create({ to: ['+14155550003', '+14155550004'], message: text('hi') });
record('ChatUpdateResponse', await client.chats.update(friends.chat_id, { display_name: 'Friends' }));
record('ParticipantAddResponse', await client.chats.participants.add(friends.chat_id, { handle: '+14155550005' }));
record('ParticipantAddResponse', await client.chats.participants.remove(friends.chat_id, { handle: '+14155550005' }));
assert.equal((await client.chats.retrieve(friends.chat_id)).display_name, 'Friends');
const thread = [];
for await (const message of client.messages.listMessagesThread(sent.message.id, { order: 'asc' })) thread.push(message.id);
assert.deepEqual(thread, [sent.message.id, reply.message.id]);
assert.equal((await client.chats.retrieve(chat.id)).display_name, '+14155559876');

// Edits and reactions.
assert.equal(record('Message', await client.messages.update(created.message.id, { text: 'edited' })).parts[0].value, 'edited');
record('MessageAddReactionResponse', await client.messages.addReaction(created.message.id, { operation: 'add', type: 'love' }));
const read = record('Message', await client.messages.retrieve(created.message.id));
assert.equal(read.parts[0].reactions[0].type, 'love');
assert.equal(read.is_delivered, true);

// Pages.
const ids = [];
for await (const message of client.chats.messages.list(chat.id, { limit: 3 })) {
  record('Message', message);
  ids.push(message.id);
}
assert.equal(ids.length, 9);
assert.equal(new Set(ids).size, 9);
assert.equal(ids.at(-1), chat.message.id);
record('Chat', await client.chats.retrieve(chat.id));
for await (const one of client.chats.listChats({ from: '+12025550100' })) record('Chat', one);

// What this version of the SDK lacks: polls, mentions.
const poll = await client.post(`/v3/chats/${chat.id}/polls`, { body: { poll: { options: [{ text: 'a' }, { text: 'b' }] } } });
const voted = await client.post(`/v3/messages/${poll.message_id}/poll/votes`, { body: { operation: 'add', option_id: poll.poll.options[0].option_id } });
assert.equal(voted.poll.total_voters, 1);
const group = await client.messages.create({ to: ['+14155550001', '+14155550002'], message: { parts: [{ type: 'text', value: 'hi Ann', mention: '+14155550001', mention_range: [3, 6] }] } });
assert.equal(group.is_group, true);

// Idempotency, by header and by member.
const keyed = () => client.messages.create({ to: ['+14155559876'], message: text('once'), 'Idempotency-Key': 'k1' });
assert.equal((await keyed()).message.id, (await keyed()).message.id);
const member = () => client.chats.messages.send(chat.id, { message: { ...text('once'), idempotency_key: 'k2' } });
assert.equal((await member()).message.id, (await member()).message.id);

// A dropped response: the SDK tries again, and the key keeps it from sending twice.
const retrying = new LinqAPIV3({ apiKey: 'test', baseURL, maxRetries: 2 });
await mock('drop_response');
const once = await retrying.messages.create({ to: ['+14155559876'], message: text('lost'), 'Idempotency-Key': 'k3' });
const list = await (await fetch(`${baseURL}/_mock/sent`, { headers: { Authorization: 'Bearer test' } })).json();
assert.equal(list.filter((s) => s.message_id === once.message.id).length, 1);
await mock('fault', { code: 1007, retry_after: 1 });
await retrying.messages.create({ to: ['+14155559876'], message: text('after a rate limit') });

// A failover.
await mock('flag', { line: chat.handles.find((h) => h.is_me).handle });
const moved = record('MessageCreateResponse', await client.messages.create({ to: ['+14155559876'], message: text('again'), continuation_message: { text: 'a new number' } }));
assert.equal(moved.from_selection.reason, 'failover_flagged');
assert.equal(moved.previous_chat_id, chat.id);
assert.equal(moved.message.parts[0].value, 'a new number');

// Every class of error.
const { BadRequestError, AuthenticationError, PermissionDeniedError, NotFoundError, ConflictError, RateLimitError, InternalServerError, APIConnectionError } = LinqAPIV3;
await raises(BadRequestError, 1002, client.messages.create({ to: ['4155559876'], message: text('x') }));
await raises(BadRequestError, 1004, client.chats.messages.send(chat.id, { message: { parts: [...text('a').parts, ...text('b').parts] } }));
await raises(BadRequestError, 1005, client.chats.create({ from: '+12025550100', to: ['+14155550009'], message: text('see https://example.com') }));
await raises(AuthenticationError, 2004, new LinqAPIV3({ apiKey: '', baseURL, maxRetries: 0 }).chats.retrieve(chat.id));
await mock('opt_out', { handle: '+14155559876' });
await raises(PermissionDeniedError, 2024, client.messages.create({ to: ['+14155559876'], message: text('x') }));
const missing = '550e8400-e29b-41d4-a716-446655440000';
await raises(NotFoundError, 2001, client.chats.retrieve(missing));
await raises(NotFoundError, 2002, client.messages.retrieve(missing));
await raises(NotFoundError, 2003, client.attachments.retrieve(missing));
await raises(ConflictError, 2018, client.chats.messages.send(group.chat_id, {
  message: { preferred_service: 'SMS', parts: [{ type: 'imessage_app', app: { bundle_id: 'a', name: 'b', team_id: 'A1B2C3D4E5' }, layout: { caption: 'c' } }] },
}));
await mock('fault', { code: 1007, retry_after: 1 });
await raises(RateLimitError, 1007, client.chats.retrieve(chat.id));
await mock('fault', { code: 3006 });
await raises(InternalServerError, 3006, client.chats.retrieve(chat.id));
await mock('cut');
await assert.rejects(client.chats.retrieve(chat.id), (error) => error instanceof APIConnectionError);

writeFileSync(process.argv[2], JSON.stringify(recorded));
console.log(`${recorded.length} responses`);
