import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress, streetKeys } from '../../../src/ingest/addresses/address.ts'
import { AddressMatcher } from '../../../src/ingest/addresses/addressMatcher.ts'
import { readRegister } from '../../../src/ingest/addresses/readRegister.ts'
import { WGS84 } from '../../../src/ingest/crs.ts'
import type { PositionSource } from '../../../src/ingest/mapping.ts'
import { parseAngle } from '../../../src/ingest/positions/angle.ts'
import { coordinateReader } from '../../../src/ingest/positions/coordinateReader.ts'
import { parsePair } from '../../../src/ingest/positions/pairText.ts'
import { lines } from '../files.ts'

const figures = fc.string({ unit: fc.constantFrom(...'0123456789.,;:/ °\'"NSEWÖV+-()POINT'), maxLength: 60 })
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), figures)

const SOURCES: PositionSource[] = [
  { kind: 'pair', x: 0, y: 1, crs: WGS84, notation: 'number' },
  { kind: 'pair', x: 0, y: 1, crs: WGS84, notation: 'dms' },
  { kind: 'single', column: 0, notation: 'text', northFirst: true, crs: WGS84 },
  { kind: 'single', column: 0, notation: 'wkt', northFirst: false, crs: WGS84 },
  { kind: 'single', column: 0, notation: 'iso6709', northFirst: true, crs: WGS84 },
]

describe('any text', () => {
  it('is coordinates that are numbers, or none', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (a, b, comma) => {
        for (const source of SOURCES) {
          const reader = coordinateReader(source, comma)
          const problem = reader.read([a, b])
          expect(Number.isNaN(reader.x)).toBe(problem !== null)
          expect(Number.isNaN(reader.y)).toBe(problem !== null)
        }
      }),
    )
  })

  it('is an angle or a pair of numbers, or nothing', () => {
    const out = { degrees: 0, axis: null, sexagesimal: false }
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseAngle(text, out)).toBe(!Number.isNaN(out.degrees))
        const pair = parsePair(text)
        if (pair) expect([pair.first, pair.second].some(Number.isNaN)).toBe(false)
      }),
    )
  })

  it('can be looked up as an address', async () => {
    const { register } = await readRegister(lines('gata;nr;lat;lon', 'Storgatan;1;55.6;13.0'), null)
    const matcher = new AddressMatcher(register!)
    fc.assert(
      fc.property(texts, (text) => {
        const { lon, lat, level } = matcher.match(parseAddress(text))
        expect(Number.isNaN(lon) && Number.isNaN(lat)).toBe(
          !['exact', 'withoutLetter', 'nearestNumber', 'street'].includes(level),
        )
        expect(streetKeys(text).length).toBeGreaterThan(0)
      }),
    )
  })
})
