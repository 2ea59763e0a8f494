import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import defaultTaxonomy from '../../src/domain/defaultTaxonomy.json'
import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../../src/domain/crimeTypes.ts'
import {
  CrimeTypesError,
  looksLikeTypeMapping,
  parseCrimeTypes,
  writeCrimeTypes,
} from '../../src/domain/crimeTypesFile.ts'

const full: CrimeTypes = {
  ...DEFAULT_CRIME_TYPES,
  mapping: [
    { label: 'Fickstöld', type: 'tillgrepp-ovrigt' },
    { codes: '0811-0814, 09', type: 'cykelstold' },
    { label: 'Provrad', type: null },
  ],
  codeList: { name: 'Kodlistan', version: '2025', validFrom: '2025-01-01' },
  breaks: [
    {
      id: 'b1',
      date: '2025-01-01',
      kind: 'reporting',
      types: 'all',
      from: '2024',
      to: '2025',
      note: 'Ny lista',
    },
    { id: 'b2', date: '2018-07-01', kind: 'category', types: ['valdtakt-ute'], from: '', to: '', note: '' },
  ],
}
const text = (value: unknown) => JSON.stringify(value)
const written = () => writeCrimeTypes(full) as unknown as Record<string, unknown>
const fault = (json: string) => {
  try {
    parseCrimeTypes(json)
  } catch (error) {
    expect(error).toBeInstanceOf(CrimeTypesError)
    return (error as CrimeTypesError).fault
  }
  return null
}

describe('the file of crime types', () => {
  it('comes back as it was saved', () => {
    expect(parseCrimeTypes(text(written()))).toEqual(full)
    expect(parseCrimeTypes(`\ufeff${JSON.stringify(written(), null, 2)}`)).toEqual(full)
  })

  it('opens what older versions wrote: a bare taxonomy, and a first version without all its parts', () => {
    expect(parseCrimeTypes(text(defaultTaxonomy))).toEqual(DEFAULT_CRIME_TYPES)
    const sparse = { lagesbild: 'crime-types', version: 1, taxonomy: defaultTaxonomy }
    expect(parseCrimeTypes(text(sparse))).toEqual(DEFAULT_CRIME_TYPES)
  })

  it('is told by its beginning from other JSON', () => {
    for (const json of [text(written()), JSON.stringify(written(), null, 2), text(defaultTaxonomy)])
      expect(looksLikeTypeMapping(json.slice(0, 300))).toBe(true)
    for (const other of [
      '{"type":"FeatureCollection","features":[]}',
      '{"lagesbild":"project","version":1}',
      '[]',
      '',
      'a;b;c',
      '{"categories":["x"]}',
    ])
      expect([other, looksLikeTypeMapping(other)]).toEqual([other, false])
  })

  it('refuses what it is not, and what a later version wrote', () => {
    expect(fault('{')).toMatchObject({ code: 'notJson' })
    for (const other of [
      '[]',
      'null',
      '3',
      '{}',
      '{"type":"FeatureCollection"}',
      '{"lagesbild":"project","version":1}',
    ])
      expect([other, fault(other)?.code]).toEqual([other, 'notCrimeTypes'])
    expect(fault(text({ ...written(), version: 2 }))).toEqual({
      code: 'newerVersion',
      data: { version: 2, known: 1 },
    })
    expect(fault(' '.repeat(8_000_001))).toMatchObject({ code: 'tooLarge' })
    expect(fault('['.repeat(100_000))).toMatchObject({ code: 'notJson' })
    expect(fault(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)).toMatchObject({ code: 'notCrimeTypes' })
  })

  it('refuses keys that change an object’s nature, wherever they stand, and changes none', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const json = text(written()).replace('"class":', `"${key}":{"polluted":true},"class":`)
      expect(fault(json)).toMatchObject({
        code: 'forbiddenKey',
        data: { path: expect.stringContaining(key) },
      })
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each([
    [{ mapping: [{ label: 'x', type: 'finns-inte' }] }, 'unknownType', 'mapping[0].type'],
    [{ breaks: [{ date: '2025-01-01', types: ['finns-inte'] }] }, 'unknownType', 'breaks[0].types'],
    [{ breaks: [{ date: '1 januari', types: 'all' }] }, 'badValue', 'breaks.0.date'],
    [{ breaks: [{ date: '2025-02-30', types: 'all' }] }, 'badValue', 'breaks.0.date'],
    [{ mapping: [{ codes: '0814-0811', type: null }] }, 'badValue', 'mapping.0'],
    [{ mapping: [{ label: '', type: null }] }, 'badValue', 'mapping.0'],
    [{ mapping: 'x' }, 'badValue', 'mapping'],
    [{ codeList: { name: 1, version: '' } }, 'badValue', 'codeList.name'],
    [{ taxonomy: { categories: [] } }, 'badValue', 'taxonomy.categories'],
    [{ taxonomy: null }, 'badValue', 'taxonomy'],
    [
      {
        taxonomy: { categories: [{ id: 'a', colour: 8, name: { sv: 'A', en: 'A' }, types: [] }] },
        mapping: [],
        breaks: [],
      },
      'badValue',
      'taxonomy.categories.0.colour',
    ],
    [
      {
        taxonomy: {
          categories: ['a', 'a'].map((id) => ({ id, colour: 1, name: { sv: 'A', en: 'A' }, types: [] })),
        },
        mapping: [],
        breaks: [],
      },
      'twice',
      'taxonomy.categories',
    ],
  ])('says where a value is wrong: %j', (part, code, path) => {
    const found = fault(text({ ...written(), ...part }))
    expect([found?.code, (found?.data as { path: string }).path.slice(0, path.length)]).toEqual([code, path])
  })

  it('never fails but in its own words', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat({ max: 400 }), fc.string({ maxLength: 4 }), (json, at, noise) => {
        fault(json)
        const sound = text(written())
        fault(sound.slice(0, at) + noise + sound.slice(at + noise.length))
        fault(sound.slice(0, sound.length - at))
      }),
      { numRuns: 300 },
    )
  })
})
