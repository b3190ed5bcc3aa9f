// Writes what Node says about a fixed set of strings, for segments_test.go:
//
//	node segments.mjs      (about a minute; writes segments.jsonl and properties.json)
//
// segments.jsonl has one string a line: [string, String.length, lengths of its
// grapheme clusters by Intl.Segmenter, in UTF-16 code units]. properties.json
// has, for every code point, the properties that decide about clusters, found
// from how Intl.Segmenter treats it beside others. The strings depend on the
// seed only, the answers on the version of Unicode in Node. The first line of
// segments.jsonl names that version and the hash of this file, by which the test
// sees that the data is stale.

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const clusters = (s) => Array.from(segmenter.segment(s), (c) => c.segment.length)
const here = (name) => new URL(name, import.meta.url)

// mulberry32, a small generator of random numbers with a seed.
let state = 29
function random(n) {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) % n
}
const pick = (list) => list[random(list.length)]

// expand turns 'a-c x' into ['a', 'b', 'c', 'x'], in hexadecimal code points.
function expand(ranges) {
  return ranges.split(' ').flatMap((range) => {
    const [first, last = first] = range.split('-').map((hex) => parseInt(hex, 16))
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
  })
}

const zwj = '\u200d'
const people = ['👩', '👨', '👧', '👦', '🧑', '👶']
const tones = expand('1f3fb-1f3ff')
const things = ['❤️', '💻', '🚀', '🌾', '🏫', '⚕️', '✈️', '🎓', '🦰']
const family = () => Array.from({ length: 2 + random(3) }, () => pick(people) + (random(3) ? '' : pick(tones))).join(zwj)
const regional = expand('1f1e6-1f1ff')
const tags = expand('e0061-e007a')

// pools of what a string is made of; a function makes an item.
const pools = {
  ascii: [...expand('20-7e'), 'order', ' shipped', ' 42'],
  control: ['\r\n', '\r', '\n', '\t', '\0', '\u007f', '\u0085', '\u00ad', '\u2028', '\ufeff', '\u200b', 'a'],
  latin: expand('41-5a c0-ff 100-17f 1e00-1e20'),
  combining: [...expand('61-7a'), ...expand('300-36f'), ...expand('1dc0-1dc4 20d0-20f0')],
  greekCyrillic: [...expand('391-3c9 410-44f'), ...expand('483-489')],
  hebrew: [...expand('5d0-5ea'), ...expand('5b0-5bd'), ' '],
  arabic: [...expand('620-64a'), ...expand('64b-652 670'), ...expand('600-605 6dd'), ' '],
  kana: [...expand('3041-3096 30a1-30fa'), '\u3099', '\u309a', 'ー', '。'],
  ideographs: [...expand('4e00-4e60 20000-20020'), '、', '，', '\u{e0100}'],
  hangul: expand('ac00-ac40 d788-d7a3'),
  jamo: [...expand('1100-1112 1161-1175 11a8-11c2'), ...expand('ac00-ac05'), ...expand('a960-a965 d7b0-d7b5 d7cb-d7cf')],
  pictographs: expand('1f300-1f3fa 1f400-1f4ff 1f600-1f64f 1f680-1f6c0 1f900-1f9ff 2600-2620'),
  variation: ['☺', '❤', '✈', '☂', '©', '®', '\ufe0f', '\ufe0e', '1', '#', '*', '\u20e3', ' '],
  tones: [...people, '👋', '👍', '🤝', ...tones, ' ', 'x'],
  families: [family, family, () => pick(people) + pick(tones) + zwj + pick(things), () => pick(people) + zwj + pick(things), ' ', 'a'],
  joiners: [zwj, '\u200c', '👩', 'a', '❤', '\ufe0f', '\u0301', '🏽'],
  flags: regional,
  flagsMixed: [...regional, ' ', 'x', '\u0301', zwj, '🏴'],
  tagged: [() => '🏴' + Array.from({ length: 2 + random(4) }, () => pick(tags)).join('') + '\u{e007f}', '🏴', ...tags.slice(0, 3), ' '],
  devanagari: [...expand('915-939'), '\u094d', '\u094d', ...expand('93c-94c 900-903'), zwj, '\u200c', ' '],
  bengali: [...expand('995-9a8'), '\u09cd', '\u09cd', ...expand('9be-9c4'), zwj],
  gujarati: [...expand('a95-aa8'), '\u0acd', '\u0acd', ...expand('abe-ac5')],
  oriya: [...expand('b15-b28'), '\u0b4d', '\u0b4d', ...expand('b3e-b44')],
  telugu: [...expand('c15-c28'), '\u0c4d', '\u0c4d', ...expand('c3e-c44')],
  malayalam: [...expand('d15-d28'), '\u0d4d', '\u0d4d', ...expand('d3e-d44'), '\u0d4e'],
  tamil: [...expand('b95 b99-b9a ba8-baa bae-bb9'), '\u0bcd', ...expand('bbe-bc2 bc6-bc8')],
  kannadaSinhala: [...expand('c95-ca8 d9a-da5'), '\u0ccd', '\u0dca', ...expand('cbe-cc4 dcf-dd4')],
  thaiLao: [...expand('e01-e3a e40-e4e'), ...expand('e81-e82 e94-e97 eb0-ebc ec8-ecd')],
  khmerMyanmar: [...expand('1780-17a2 17b6-17d3'), ...expand('1000-1021 102b-103e')],
  tibetan: expand('f40-f47 f71-f84 f90-f97'),
  javaneseBalinese: [...expand('a98f-a9b2 a9b3-a9c0'), ...expand('1b13-1b33 1b34-1b44')],
  prepend: [...expand('600-605 6dd 70f 890-891 8e2 d4e'), '\u{110bd}', '\u{11a3a}', 'a', ' ', '👩', '\r', '\u0301'],
  musical: expand('1d158-1d16d 1d17b-1d182'),
  newer: [...expand('113b8-113d5 16d63-16d6a 1e5ee-1e5ef 1611e-1612f'), ...expand('897 11f5a 11b60-11b67'), 'a', '🫩', '🫆', '🫯', zwj, '👩'],
  noLongerPictographs: ['♔', '♡', '☚', '🀀', '🂡', '🨀', zwj, zwj, '👩', '❤', 'a'],
  loneSurrogates: ['\ud83d', '\udc4b', '\ud800', '\udfff', 'a', ' ', 'é', '中'],
  anything: [() => String.fromCodePoint(random(0x3000)), () => String.fromCodePoint(0x3000 + random(0xa800)), () => String.fromCodePoint(0xe000 + random(0x12000)), () => String.fromCodePoint(0x1f000 + random(0x1000))],
}

function make(names, n) {
  let s = ''
  for (let i = 0; i < n; i++) {
    const item = pick(pools[pick(names)])
    s += typeof item === 'function' ? item() : item
  }
  return s
}

const texts = new Set([
  '', 'Hello world', '🎉 Sale', 'Hey 👋🏽 Kevin', '👨‍👩‍👧 family', '🇺🇸 hi', 'Caf\u00e9', 'Cafe\u0301',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴‍☠️ 🏳️‍🌈 🏳️‍⚧️', '1️⃣2️⃣#️⃣', 'क्षत्रिय नमस्ते', 'ক্ষ', '각각 한글', '\r\n\n\r', 'ด้วยน้ำ',
  '👩🏽‍🤝‍👨🏿', '🇩🇪🇫🇷🇺', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
])
const grow = (names, count, longest) => {
  const enough = texts.size + count
  while (texts.size < enough) texts.add(make(names, 1 + random(longest)))
}
for (const name of Object.keys(pools)) grow([name], 45, 10)
const mixable = Object.keys(pools).filter((name) => name !== 'loneSurrogates')
for (let i = 0; i < 900; i++) grow(['ascii', pick(mixable), pick(mixable)], 1, 12)
grow(['anything'], 200, 12)

// property finds which value of Grapheme_Cluster_Break, or Extended_Pictographic,
// makes c behave as it does.
const joins = (before, after) => clusters(before + after)[0] > before.length
function property(c) {
  if (c === '\r') return 'CR'
  if (c === '\n') return 'LF'
  if (!joins(c, '\u0301')) return 'Control'
  if (joins('x', c)) {
    if (joins('👩' + c, '👩')) return 'ZWJ'
    return joins('👩' + c + zwj, '👩') ? 'Extend' : 'SpacingMark'
  }
  if (joins(c, 'x')) return 'Prepend'
  if (joins('👩' + zwj, c)) return 'Extended_Pictographic'
  if (joins('🇺', c)) return 'Regional_Indicator'
  const afterL = joins('\u1100', c)
  const afterT = joins('\u11a8', c)
  if (!afterL) return afterT ? 'T' : 'Other'
  if (joins('가', c)) return 'V'
  if (joins(c, '\u1100')) return 'L'
  return joins(c, '\u1161') ? 'LV' : 'LVT'
}

// conjunct finds the value of Indic_Conjunct_Break, which rule GB9c is about.
function conjunct(c, property) {
  const extends_ = property === 'Extend' || property === 'ZWJ' || property === 'SpacingMark'
  if (!extends_) return property === 'Other' && joins('क\u094d', c) ? 'Consonant' : 'None'
  if (joins('क' + c, 'क')) return 'Linker'
  return joins('क\u094d' + c, 'क') ? 'Extend' : 'None'
}

// collect lists for each value the runs of code points that have it, as first,
// last, first, last …; the most frequent value is left out.
function collect() {
  const found = { property: {}, conjunct: {} }
  const add = (kind, value, cp) => {
    const runs = (found[kind][value] ??= [])
    if (runs.at(-1) === cp - 1) runs[runs.length - 1] = cp
    else runs.push(cp, cp)
  }
  for (let cp = 0; cp <= 0x10ffff; cp++) {
    if (cp >= 0xd800 && cp <= 0xdfff) continue // no code point of a Go string
    const c = String.fromCodePoint(cp)
    const p = property(c)
    const ic = conjunct(c, p)
    if (p !== 'Other') add('property', p, cp)
    if (ic !== 'None') add('conjunct', ic, cp)
  }
  return found
}

const header = {
  generated: 'by segments.mjs; do not edit',
  sha256: createHash('sha256').update(readFileSync(here('segments.mjs'))).digest('hex'),
  node: process.versions.node,
  icu: process.versions.icu,
  unicode: process.versions.unicode,
}
const lines = [header, ...Array.from(texts, (s) => [s, s.length, clusters(s)])]
writeFileSync(here('segments.jsonl'), lines.map((line) => JSON.stringify(line) + '\n').join(''))
const groups = Object.entries(collect()).map(
  ([kind, values]) => `${JSON.stringify(kind)}:{\n${Object.entries(values).map(([v, runs]) => `${JSON.stringify(v)}:${JSON.stringify(runs)}`).join(',\n')}}`,
)
writeFileSync(here('properties.json'), `{"generated":${JSON.stringify(header.generated)},\n${groups.join(',\n')}}\n`)
