import { describe, expect, it } from 'vitest'
import {
  parseAddress,
  streetKey,
  streetKeys,
  townKey,
  type Address,
} from '../../../src/ingest/addresses/address.ts'
import { AddressMatcher } from '../../../src/ingest/addresses/addressMatcher.ts'
import { readRegister } from '../../../src/ingest/addresses/readRegister.ts'
import { file, lines } from '../files.ts'

const EMPTY: Address = { street: '', number: 0, upTo: 0, letter: '', postalCode: 0, town: '' }

describe('addresses taken apart', () => {
  it.each<[string, Partial<Address>]>([
    ['Storgatan 12', { street: 'Storgatan', number: 12 }],
    ['Storgatan 12 A', { street: 'Storgatan', number: 12, letter: 'A' }],
    ['Storgatan 12a lgh 1101', { street: 'Storgatan', number: 12, letter: 'A' }],
    ['STORGATAN 12A LGH 1101', { street: 'STORGATAN', number: 12, letter: 'A' }],
    ['Storgatan 12-14', { street: 'Storgatan', number: 12, upTo: 14 }],
    ['Storgatan 12 lgh 1101', { street: 'Storgatan', number: 12 }],
    ['Storgatan 12, 2 tr', { street: 'Storgatan', number: 12 }],
    [
      'Storgatan 12 B, 211 34 Malmö',
      { street: 'Storgatan', number: 12, letter: 'B', postalCode: 21134, town: 'Malmö' },
    ],
    ['Storgatan 12 SE-21134 MALMÖ', { street: 'Storgatan', number: 12, postalCode: 21134, town: 'MALMÖ' }],
    ['Storgatan 12, Malmö', { street: 'Storgatan', number: 12, town: 'Malmö' }],
    ['c/o Svensson, Storgatan 12', { street: 'Storgatan', number: 12 }],
    ['Storg. 12', { street: 'Storg.', number: 12 }],
    ['Stortorget', { street: 'Stortorget' }],
    ['Norra Vallgatan 8', { street: 'Norra Vallgatan', number: 8 }],
    ['', {}],
  ])('%j', (text, parts) => expect(parseAddress(text)).toEqual({ ...EMPTY, ...parts }))
})

describe('names of streets', () => {
  it.each([
    ['Storg.', 'storgatan'],
    ['Stor g', 'storgatan'],
    ['Kungsgt', 'kungsgatan'],
    ['Kungsgata', 'kungsgatan'],
    ['Lundav.', 'lundavägen'],
    ['Smala gr.', 'smalagränd'],
  ])('%s may be %s', (written, meant) => expect(streetKeys(written)).toContain(meant))

  it.each([
    ['S:t Eriksgatan', 'Sankt Eriksgatan'],
    ['N. Vallgatan', 'Norra Vallgatan'],
    ['Ö Förstadsgatan', 'Östra Förstadsgatan'],
    ['L:a Torg', 'Lilla Torg'],
    ['1:a Långgatan', 'Första Långgatan'],
    ['Linnégatan', 'LINNEGATAN'],
  ])('%s is %s', (one, other) => expect(streetKey(one)).toBe(streetKey(other)))

  it('keeps å, ä and ö apart from a and o, and a name that starts with a letter whole', () => {
    expect(streetKey('Hamngatan')).not.toBe(streetKey('Hämngatan'))
    expect(streetKey('Vallgatan')).toBe('vallgatan')
    expect(streetKey('Nordenskiöldsgatan')).toBe('nordenskiöldsgatan')
  })

  it('takes a kommun for its town', () => expect(townKey('MALMÖ')).toBe(townKey('Malmö kommun')))
})

/** 0.001° of latitude is 111.32 m. */
const STEP = 111.32

async function matcher(rows: readonly string[]): Promise<AddressMatcher> {
  const { register } = await readRegister(file(['gata;nr;littera;ort;lat;lon', ...rows].join('\n')), null)
  return new AddressMatcher(register!)
}

describe('matching', () => {
  // Storgatan in Ystad: even numbers every 111 m northward; Storgatan in Lund has numbers 10 and 50.
  const ROWS = [
    'Storgatan;2;;Ystad;55.430;13.82',
    'Storgatan;4;A;Ystad;55.431;13.82',
    'Storgatan;4;B;Ystad;55.432;13.82',
    'Storgatan;10;;Ystad;55.436;13.82',
    'Storgatan;1;;Ystad;55.430;13.83',
    'Storgatan;10;;Lund;55.700;13.19',
    'Storgatan;50;;Lund;55.710;13.19',
    'Lundavägen;7;;Lund;55.705;13.20',
  ]
  const find = async (text: string, town = '') =>
    (await matcher(ROWS)).match({ ...parseAddress(text), ...(town && { town }) })

  it.each([
    ['Storgatan 2', 'Ystad', 'exact', 55.43, 0],
    ['STORGATAN 4B', 'YSTAD', 'exact', 55.432, 0],
    ['Storg. 2', 'Ystad', 'exact', 55.43, 0],
    ['Storgatan 2', '', 'exact', 55.43, 0],
    ['Storgatan 1-3', 'Ystad', 'exact', 55.43, 0],
    ['Lundav. 7', '', 'exact', 55.705, 0],
    ['Storgatan 4', 'Ystad', 'withoutLetter', 55.431, STEP],
    ['Storgatan 2 C', 'Ystad', 'withoutLetter', 55.43, 0],
    ['Storgatan 8', 'Ystad', 'nearestNumber', 55.436, 5 * STEP],
    ['Storgatan 12', 'Ystad', 'nearestNumber', 55.436, 2 * (6 / 8) * STEP],
    ['Storgatan 3', 'Ystad', 'nearestNumber', 55.43, 0],
    ['Lundavägen', '', 'street', 55.705, 0],
    ['Storgatan 90', 'Lund', 'street', 55.7, 10 * STEP],
  ])('%s in %j: %s', async (text, town, level, lat, metres) => {
    const match = await find(text, town)
    expect(match.level).toBe(level)
    expect(match.lat).toBeCloseTo(lat, 9)
    expect(match.metres).toBeCloseTo(metres, 0)
  })

  it.each([
    ['Storgatan 10', '', 'ambiguous'],
    ['Storgatan 8', '', 'ambiguous'],
    ['Storgatan', '', 'ambiguous'],
    ['Storgatan 2', 'Kalmar', 'notFound'],
    ['Kungsgatan 2', 'Ystad', 'notFound'],
    ['', '', 'noAddress'],
  ])('%j in %j has no place: %s', async (text, town, level) => {
    const match = await find(text, town)
    expect(match).toEqual({ level, lon: NaN, lat: NaN, metres: NaN })
  })
})

describe('a register', () => {
  it('is read from a table with whole addresses and SWEREF 99 TM', async () => {
    const { register, mapping } = await readRegister(
      lines(
        'Adress;Postnr;Postort;N;E',
        'Storgatan 12 A;211 34;Malmö;6164388;374062',
        'Storgatan 12 B;211 34;Malmö;6164398;374072',
        'Storgatan 14;211 34;Malmö;;',
        ';211 34;Malmö;6164398;374072',
      ),
      null,
    )
    expect(mapping).toMatchObject({
      columns: { street: 0, number: null, postalCode: 1, town: 2 },
      position: { x: 4, y: 3, crs: { epsg: 3006 } },
    })
    expect(register).toMatchObject({ rows: 4, skipped: 2, streets: ['storgatan'] })
    expect([...register!.number]).toEqual([12, 12])
    expect(register!.lat[0]).toBeCloseTo(55.6091, 5)
  })

  it('holds 200 000 addresses and finds 100 000 among them', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => {
      const street = Math.floor(i / 50)
      return `Gata${street}vägen;${(i % 50) + 1};;Malmö;${(55 + i * 1e-6).toFixed(6)};${(13 + street * 1e-5).toFixed(6)}`
    })
    const found = await matcher(rows)
    let exact = 0
    for (let i = 0; i < 100_000; i++)
      if (found.match(parseAddress(`Gata${i % 4000}v. ${(i % 50) + 1}`)).level === 'exact') exact++
    expect(exact).toBe(100_000)
  }, 60_000)
})
