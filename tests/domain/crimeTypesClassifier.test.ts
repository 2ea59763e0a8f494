import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areCrimeCodes, crimeCodeOf, parseCodes } from '../../src/domain/crimeCodes.ts'
import { DEFAULT_CRIME_TYPES, type CrimeTypes, type TypeRule } from '../../src/domain/crimeTypes.ts'
import { typeSuggester } from '../../src/domain/suggestTypes.ts'
import { foldLabel, taxonomyIndex } from '../../src/domain/taxonomy.ts'
import { classifier, classify } from '../../src/domain/typeClassifier.ts'

const withRules = (...mapping: TypeRule[]): CrimeTypes => ({ ...DEFAULT_CRIME_TYPES, mapping })

describe('brottskoder', () => {
  it('are read from labels, also where a spreadsheet took the leading zero', () => {
    const labels = [
      '0811',
      ' 811 ',
      '0811 Stöld',
      '0811-Stöld',
      '0811: Stöld',
      '08110',
      '81',
      '2024-01',
      'x 0811',
      '',
    ]
    expect(labels.map(crimeCodeOf)).toEqual([
      '0811',
      '0811',
      '0811',
      '0811',
      '0811',
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('stand in a mapping one by one, as ranges and as prefixes', () => {
    expect(parseCodes('0811-0814, 0910;12 3*')).toEqual([
      { from: 811, to: 814 },
      { from: 910, to: 910 },
      { from: 1200, to: 1299 },
      { from: 3000, to: 3999 },
    ])
    expect(parseCodes('0811 – 0814')).toEqual([{ from: 811, to: 814 }])
    for (const bad of ['', '0814-0811', '08-09', '08111', 'abc', '0811, x', '-', '0811-'])
      expect([bad, parseCodes(bad)]).toEqual([bad, null])
  })

  it('are told from years by the name of their column', () => {
    expect(areCrimeCodes('brottskod', ['0811', '0910', '9802'])).toBe(true)
    expect(areCrimeCodes('kod', ['0811', '0910'])).toBe(true)
    expect(areCrimeCodes('ar', ['2024', '2025'])).toBe(false)
    expect(areCrimeCodes('brottskod', ['Stöld', 'Rån'])).toBe(false)
    expect(areCrimeCodes('brottskod', [])).toBe(false)
  })
})

describe('the classifier', () => {
  it('reads every name as the taxonomy’s index does, and says by what', () => {
    const read = classifier(DEFAULT_CRIME_TYPES)
    const index = taxonomyIndex(DEFAULT_CRIME_TYPES.taxonomy)
    for (const [folded, id] of index) expect([folded, read(folded).typeId]).toEqual([folded, id])
    expect(read('CYKELSTÖLD')).toEqual({ typeId: 'cykelstold', by: 'name' })
    expect(read('Bostadsinbrott')).toEqual({ typeId: 'inbrott-bostad', by: 'alias' })
    expect(read('Fickstöld')).toEqual({ typeId: null, by: 'none' })
    expect(read('')).toEqual({ typeId: null, by: 'none' })
    expect(read('__proto__')).toEqual({ typeId: null, by: 'none' })
  })

  it('lets a person’s word go before everything, also where it is “ej klassad”', () => {
    const read = classifier(
      withRules({ label: 'Klotter', type: null }, { label: 'fickstöld', type: 'tillgrepp-ovrigt' }),
    )
    expect(read('KLOTTER')).toEqual({ typeId: null, by: 'person' })
    expect(read('Fickstöld')).toEqual({ typeId: 'tillgrepp-ovrigt', by: 'person' })
  })

  it('takes the narrowest rule for a code, and of two as narrow the later', () => {
    const read = classifier(
      withRules(
        { codes: '0811-0814', type: 'cykelstold' },
        { codes: '08', type: 'tillgrepp-ovrigt' },
        { codes: '0812', type: 'klotter' },
        { codes: '0821-0824', type: 'personran' },
        { codes: '0823-0826', type: 'bedrageri' },
        { codes: '0890', type: null },
        { codes: '0899', type: 'en-typ-som-inte-finns' },
        { label: '0814', type: 'ofredande' },
      ),
    )
    const codes = ['0811', '811', '0812', '0814', '0819', '0823', '0822', '0890', '0899', '0900']
    expect(codes.map((code) => read(code).typeId)).toEqual([
      'cykelstold',
      'cykelstold',
      'klotter',
      'ofredande',
      'tillgrepp-ovrigt',
      'bedrageri',
      'personran',
      null,
      'tillgrepp-ovrigt',
      null,
    ])
    expect(read('0819 Annat')).toEqual({ typeId: 'tillgrepp-ovrigt', by: 'codes', codes: '08' })
    expect(read('0890').by).toBe('codes')
  })

  it('agrees with a plain search through all the rules', () => {
    const types = ['klotter', 'ofredande', 'cykelstold', null]
    const span = fc
      .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 30 }), fc.constantFrom(...types))
      .map(([from, more, type]) => ({ from, to: from + more, type }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const four = (code: number) => String(code).padStart(4, '0')
        const read = classifier(
          withRules(...spans.map(({ from, to, type }) => ({ codes: `${four(from)}-${four(to)}`, type }))),
        )
        for (let code = 0; code <= 160; code++) {
          const best = spans
            .filter(({ from, to }) => from <= code && code <= to)
            .reduce<(typeof spans)[number] | null>(
              (kept, one) => (!kept || one.to - one.from <= kept.to - kept.from ? one : kept),
              null,
            )
          expect([code, read(four(code)).typeId]).toEqual([code, best?.type ?? null])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same labels back where nothing changes', () => {
    const labels = [
      { label: '', typeId: null },
      { label: 'Klotter', typeId: 'klotter' },
      { label: 'Fickstöld', typeId: null },
    ]
    expect(classify(labels, classifier(DEFAULT_CRIME_TYPES))).toBe(labels)
    const read = classifier(withRules({ label: 'Fickstöld', type: 'tillgrepp-ovrigt' }))
    expect(classify(labels, read)).toEqual([
      labels[0],
      labels[1],
      { label: 'Fickstöld', typeId: 'tillgrepp-ovrigt' },
    ])
  })
})

describe('suggestions', () => {
  const suggest = typeSuggester(DEFAULT_CRIME_TYPES.taxonomy)

  it('find what is written alike, most alike first', () => {
    expect(suggest('Cykelstölder')[0].typeId).toBe('cykelstold')
    expect(suggest('Mishandel utomhus')[0].typeId).toBe('misshandel-utomhus')
    expect(suggest('Stöld ur/från motorfordon')[0].typeId).toBe('stold-ur-fordon')
    const found = suggest('Narkotika')
    expect(found.map(({ likeness }) => likeness)).toEqual(
      found.map(({ likeness }) => likeness).sort((a, b) => b - a),
    )
  })

  it('are silent where nothing is alike, and for codes', () => {
    for (const label of ['Jaktbrott', '0811', '', 'xyz']) expect([label, suggest(label)]).toEqual([label, []])
  })

  it('lie between 0.5 and 1, and a name is wholly like itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (label) => {
        for (const { likeness } of suggest(label)) {
          expect(likeness).toBeGreaterThanOrEqual(0.5)
          expect(likeness).toBeLessThanOrEqual(1)
        }
      }),
    )
    for (const category of DEFAULT_CRIME_TYPES.taxonomy.categories)
      for (const type of category.types) {
        const [best] = suggest(type.name.sv)
        expect([foldLabel(type.name.sv), best.likeness]).toEqual([foldLabel(type.name.sv), 1])
      }
  })
})
