import { pretty } from "../state/pretty";

/** Real cases to begin with; the rules' own examples come from the engine. */
export interface Sample {
  title: string;
  about: string;
  body: unknown;
}

export const samples: Sample[] = [
  {
    title: "A range counted in bytes",
    about: "The emoji before it has 4 bytes and 2 UTF-16 code units, so the bold word is off",
    body: {
      to: ["+12025550123"],
      message: {
        parts: [
          { type: "text", value: "🎉 Your order has shipped and arrives on Tuesday.", text_decorations: [{ range: [43, 50], style: "bold" }] },
          { type: "media", url: "https://cdn.example.com/parcels/4521.jpg" },
        ],
        effect: { name: "confetti", type: "screen" },
      },
    },
  },
  {
    title: "Order shipped",
    about: "Bold, an animation on the emoji, a photo, confetti",
    body: {
      to: ["+12025550123"],
      message: {
        parts: [
          {
            type: "text", value: "Your order has shipped 🎉 It arrives on Tuesday.",
            text_decorations: [
              { range: [5, 10], style: "bold" },
              { range: [23, 25], animation: "explode" },
              { range: [40, 47], style: "underline" },
            ],
          },
          { type: "media", url: "https://cdn.example.com/parcels/4521.jpg" },
        ],
        effect: { name: "confetti", type: "screen" },
      },
    },
  },
  {
    title: "Table booked",
    about: "The first message of a new chat",
    body: {
      from: "+12025550100", to: ["+12025550123"],
      message: { parts: [{ type: "text", value: "Hi Ana! Your table for two is booked: tonight, 7 pm. See you soon 👋🏽", text_decorations: [{ range: [38, 51], style: "bold" }] }] },
    },
  },
  {
    title: "Your turn",
    about: "An app card with captions on both sides",
    body: {
      to: ["+12025550123"],
      message: {
        parts: [{
          type: "imessage_app",
          app: { bundle_id: "com.example.game.MessagesExtension", name: "Example Chess", team_id: "A1B2C3D4E5" },
          layout: { caption: "Your turn", subcaption: "Tap to play", trailing_caption: "Round 3", trailing_subcaption: "2–1", image_title: "Knight takes e5", image_subtitle: "against Alex", image_url: "https://cdn.example.com/boards/3.jpg" },
          url: "https://game.example.com/m/42", fallback_text: "Your turn in Example Chess",
        }],
      },
    },
  },
  {
    title: "All eight animations",
    about: "big small shake nod explode ripple bloom jitter",
    body: {
      message: {
        parts: [{
          type: "text", value: "big small shake nod explode ripple bloom jitter",
          text_decorations: [
            { range: [0, 3], animation: "big" }, { range: [4, 9], animation: "small" }, { range: [10, 15], animation: "shake" },
            { range: [16, 19], animation: "nod" }, { range: [20, 27], animation: "explode" }, { range: [28, 34], animation: "ripple" },
            { range: [35, 40], animation: "bloom" }, { range: [41, 47], animation: "jitter" },
          ],
        }],
      },
    },
  },
  {
    title: "A reply that slams",
    about: "reply_to and a bubble effect",
    body: {
      message: {
        parts: [{ type: "text", value: "WE WON!!!" }],
        effect: { name: "slam", type: "bubble" },
        reply_to: { message_id: "550e8400-e29b-41d4-a716-446655440000", part_index: 0 },
      },
    },
  },
  {
    title: "One of everything wrong",
    about: "A number without its plus, a range counted in bytes, two texts in a row",
    body: {
      to: ["4155559876"],
      message: {
        parts: [
          { type: "text", value: "🎉 Sale today", text_decorations: [{ range: [0, 15], style: "bold", animation: "shake" }] },
          { type: "text", value: "Up to **50 %** off" },
          { type: "media", url: "http://localhost/sale.webp" },
        ],
        effect: { name: "Confetti", type: "bubble" },
        preferred_service: "imessage",
      },
    },
  },
  { title: "A poll", about: "Three options; the question is sent as a text", body: { poll: { options: [{ text: "Pizza" }, { text: "Ramen" }, { text: "Tacos" }] } } },
  { title: "A reaction", about: "An emoji of the sender's choice", body: { operation: "add", type: "custom", custom_emoji: "🔥", part_index: 0 } },
  { title: "A voice memo", about: "A bubble with its own endpoint", body: { voice_memo_url: "https://cdn.example.com/memos/hello.m4a" } },
];

/** A sample's body as text; one with a fault may be JSON that a program would not write. */
export const textOf = (sample: Sample): string => pretty(sample.body);

/** What a reader sees first: a message with one fault, and its fix in view. */
export const firstSample = (): string => textOf(samples[0] as Sample);

