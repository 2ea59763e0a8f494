import fc from 'fast-check'

/** What ends or opens something in one of the formats, and what a machine trips over. */
const TOKENS = [
  '\0',
  '\n',
  '\r\n',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '&',
  '\ufeff',
  '\u202e',
  'å',
  '\ud83d',
  "=cmd|' /C calc'!A0",
  '<script>document.title="x"</script>',
  '<img src=x onerror=alert(1)>',
  '"__proto__":{"polluted":1},',
  '__proto__',
  'constructor',
  'prototype',
  '1e999',
  '-1',
  'NaN',
  '99999999999999999999',
  'PK\x03\x04',
  '\x1f\x8b',
  'PAR1',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '2025-02-30',
  'x'.repeat(3000),
]

type Edit =
  | { how: 'flip' | 'set'; at: number; value: number }
  | { how: 'cut'; at: number }
  | { how: 'remove' | 'repeat' | 'zero'; at: number; length: number }
  | { how: 'insert'; at: number; token: string }
  | { how: 'move'; at: number; to: number; length: number }

const place = fc.nat(2 ** 24)
const length = fc.oneof(fc.nat(16), fc.nat(400))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ how: fc.constant('flip' as const), at: place, value: fc.nat(7) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      how: fc.constant('set' as const),
      at: place,
      value: fc.constantFrom(0, 1, 127, 128, 255),
    }),
  },
  { weight: 1, arbitrary: fc.record({ how: fc.constant('cut' as const), at: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      how: fc.constantFrom('remove' as const, 'repeat' as const, 'zero' as const),
      at: place,
      length,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      how: fc.constant('insert' as const),
      at: place,
      token: fc.constantFrom(...TOKENS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ how: fc.constant('move' as const), at: place, to: place, length }) },
)

/** One of the seeds with some bytes flipped, set, cut off, taken out, repeated, put in or moved. */
export function mutated(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.nat(seeds.length - 1), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([seed, edits]) => edits.reduce(apply, seeds[seed]!))
}

function apply(bytes: Uint8Array, edit: Edit): Uint8Array {
  const at = edit.at % (bytes.length + 1)
  switch (edit.how) {
    case 'flip':
    case 'set': {
      const changed = bytes.slice()
      if (at < changed.length)
        changed[at] = edit.how === 'set' ? edit.value : changed[at]! ^ (1 << edit.value)
      return changed
    }
    case 'cut':
      return bytes.slice(0, at)
    case 'remove':
      return joined(bytes.subarray(0, at), bytes.subarray(at + edit.length))
    case 'repeat':
      return joined(bytes.subarray(0, at + edit.length), bytes.subarray(at))
    case 'zero':
      return bytes.slice().fill(0, at, at + edit.length)
    case 'insert':
      return joined(bytes.subarray(0, at), new TextEncoder().encode(edit.token), bytes.subarray(at))
    case 'move': {
      const part = bytes.subarray(at, at + edit.length)
      const rest = joined(bytes.subarray(0, at), bytes.subarray(at + edit.length))
      const to = edit.to % (rest.length + 1)
      return joined(rest.subarray(0, to), part, rest.subarray(to))
    }
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
