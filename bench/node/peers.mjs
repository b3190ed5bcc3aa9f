// Times ajv and zod for the driver, by lines of JSON, one response for each:
//   {"workload":"tiny","bodies":["…"]}            →  {}
//   {"peer":"ajv","workload":"tiny","prove":true} →  {"accepted":[true]}
//   {"peer":"ajv","workload":"tiny","times":100}  →  {"ns":1234567}
// Each call parses the text and checks the value, which is what a service does.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

const schema = JSON.parse(readFileSync(new URL('../../testdata/bench/schema.json', import.meta.url)))
const ajv = addFormats(new Ajv2020({ strict: false }))
const compiled = ajv.compile(schema)

const text = (max) => z.string().max(max)
const decoration = z.strictObject({
  range: z.tuple([z.int().min(0), z.int().min(0)]),
  style: z.enum(['bold', 'italic', 'strikethrough', 'underline']).optional(),
  animation: z.enum(['big', 'small', 'shake', 'nod', 'explode', 'ripple', 'bloom', 'jitter']).optional(),
}).refine((d) => (d.style === undefined) !== (d.animation === undefined))
const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), value: text(10000).min(1), text_decorations: z.array(decoration).optional() }),
  z.strictObject({ type: z.literal('media'), url: z.url({ protocol: /^https$/ }).optional(), attachment_id: z.uuid().optional() })
    .refine((m) => (m.url === undefined) !== (m.attachment_id === undefined)),
  z.strictObject({ type: z.literal('link'), value: z.url() }),
  z.strictObject({
    type: z.literal('imessage_app'),
    app: z.strictObject({
      bundle_id: text(255).min(1).regex(/^[^:]*$/),
      name: text(64).min(1),
      team_id: z.string().regex(/^[A-Z0-9]{10}$/),
      app_store_id: z.int().min(1).optional(),
    }),
    layout: z.strictObject({
      caption: text(512).optional(),
      subcaption: text(512).optional(),
      trailing_caption: text(512).optional(),
      trailing_subcaption: text(512).optional(),
      image_title: text(512).optional(),
      image_subtitle: text(512).optional(),
      image_url: z.url().max(2048).optional(),
    }),
    fallback_text: text(1024).optional(),
    interactive: z.boolean().optional(),
    url: z.url().max(2048).optional(),
  }),
])
const body = z.strictObject({
  to: z.array(z.union([z.string().regex(/^\+[1-9][0-9]{1,14}$/), z.email()])).min(1).max(31),
  message: z.strictObject({
    parts: z.array(part).min(1).max(100),
    effect: z.strictObject({ name: z.string().optional(), type: z.enum(['screen', 'bubble']).optional() }).optional(),
    reply_to: z.strictObject({ message_id: z.uuid(), part_index: z.int().min(0).max(2147483647).optional() }).optional(),
    preferred_service: z.enum(['iMessage', 'SMS', 'RCS']).optional(),
    idempotency_key: text(255).optional(),
  }),
  continuation_message: z.strictObject({ text: text(10000).min(1) }).optional(),
})

const peers = {
  ajv: (json) => compiled(JSON.parse(json)),
  zod: (json) => body.safeParse(JSON.parse(json)).success,
}

const workloads = {}
let next = 0

for await (const line of createInterface({ input: process.stdin })) {
  const { peer, workload, bodies, prove, times } = JSON.parse(line)
  if (bodies) workloads[workload] = bodies
  const check = peers[peer]
  const all = workloads[workload]
  let response = {}
  if (prove) response = { accepted: all.map((body) => check(body)) }
  else if (times) {
    const start = process.hrtime.bigint()
    for (let i = 0; i < times; i++) {
      if (++next >= all.length) next = 0
      check(all[next])
    }
    response = { ns: Number(process.hrtime.bigint() - start) }
  }
  process.stdout.write(JSON.stringify(response) + '\n')
}
