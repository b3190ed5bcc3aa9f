// Turns recorded responses into TypeScript and has the compiler compare them
// with the SDK's types: every member there, none beyond the types, each of its
// type. Arguments: the recording, and the file to write.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const recorded = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// Where each type is exported, and the members that are objects in turn.
// All makes the optional members of a type required, down to those of a
// message and a chat; what has alternatives (a style or an animation, any of
// seven captions) stays as it is.
const head = `
import type { Messages } from '@linqapp/sdk/resources/messages';
import type * as M from '@linqapp/sdk/resources/messages';
import type * as C from '@linqapp/sdk/resources/chats/chats';
import type * as S from '@linqapp/sdk/resources/chats/messages';
import type * as A from '@linqapp/sdk/resources/attachments';
import type * as P from '@linqapp/sdk/resources/phone-numbers';
import type * as T from '@linqapp/sdk/resources/chats/participants';
import type * as B from '@linqapp/sdk/resources/capability';
import type * as N from '@linqapp/sdk/resources/available-number';
import type * as K from '@linqapp/sdk/resources/contact-card';
import type * as W from '@linqapp/sdk/resources/webhook-subscriptions';
import type { ChatHandle } from '@linqapp/sdk/resources/shared';

// Members that are newer than this version of the SDK.
declare module '@linqapp/sdk/resources/shared' {
  interface TextPartResponse {
    mentions?: Array<{ handle: string; is_me: boolean; range: Array<number> }> | null;
    inline_stickers?: Array<{ range: Array<number>; id?: string; file_name?: string; mime_type?: string; url?: string }> | null;
  }
  interface Reaction { id: string }
}
declare module '@linqapp/sdk/resources/messages' {
  interface MessageAddReactionResponse { id?: string }
}

type With<T, O> = Omit<Required<T>, keyof O> & O;
type Handle = Required<ChatHandle>;
type Sent = With<S.SentMessage, { from_handle: Handle }>;
type Message = With<M.Message, { from_handle: Handle }>;
type Chat = With<C.Chat, { handles: Handle[] }>;
type ChatCreateResponse = { chat: With<C.ChatCreateResponse['chat'], { handles: Handle[]; message: Sent }> };
type MessageSendResponse = With<S.MessageSendResponse, { message: Sent }>;
type MessageCreateResponse = With<M.MessageCreateResponse, { message: Sent; handles: Handle[] }>;
type MessageUpdateAppCardResponse = With<M.MessageUpdateAppCardResponse, { message: Sent }>;
type MessageAddReactionResponse = Required<M.MessageAddReactionResponse>;
type VoiceMemo = C.ChatSendVoicememoResponse['voice_memo'];
type ChatSendVoicememoResponse = { voice_memo: With<VoiceMemo, { voice_memo: Required<VoiceMemo['voice_memo']> }> };
type AttachmentCreateResponse = Required<A.AttachmentCreateResponse>;
type AttachmentRetrieveResponse = Required<A.AttachmentRetrieveResponse>;
type PhoneNumberListResponse = { phone_numbers: Array<Required<P.PhoneNumberListResponse['phone_numbers'][0]>> };
type PhoneNumberUpdateResponse = Required<P.PhoneNumberUpdateResponse>;
type ChatUpdateResponse = Required<C.ChatUpdateResponse>;
type ChatLeaveChatResponse = Required<C.ChatLeaveChatResponse>;
type ParticipantAddResponse = Required<T.ParticipantAddResponse>;
type HandleCheckResponse = Required<B.HandleCheckResponse>;
type AvailableNumberRetrieveResponse = Required<N.AvailableNumberRetrieveResponse>;
type SetContactCard = Required<K.SetContactCard>;
type ContactCardRetrieveResponse = { contact_cards: Array<Required<K.ContactCardRetrieveResponse['contact_cards'][0]>> };
type WebhookSubscription = Required<W.WebhookSubscription>;
type WebhookSubscriptionCreateResponse = Required<W.WebhookSubscriptionCreateResponse>;
type WebhookSubscriptionListResponse = { subscriptions: WebhookSubscription[] };
`;
const lines = recorded.map(({ type, response }, i) => `export const response${i}: ${type} = ${JSON.stringify(response)};`);
const file = process.argv[3];
writeFileSync(file, head + lines.join('\n') + '\n');

const program = ts.createProgram([file], {
  strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [],
});
const problems = ts.getPreEmitDiagnostics(program).filter((d) => d.code !== 6196); // unused names do not matter
for (const d of problems) console.log(ts.flattenDiagnosticMessageText(d.messageText, '\n'));
process.exit(problems.length > 0 ? 1 : 0);
