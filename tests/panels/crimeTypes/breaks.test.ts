import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_CRIME_TYPES } from '../../../src/domain/crimeTypes.ts'
import type { CrimeTypesError } from '../../../src/domain/crimeTypesFile.ts'
import { parseCrimeTypes } from '../../../src/domain/crimeTypesFile.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import type { TypeBreak } from '../../../src/domain/typeBreaks.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { breaksSentence } from '../../../src/panels/crimeTypes/breakWords.ts'
import { crimeTypesSentence } from '../../../src/panels/crimeTypes/crimeTypesSentence.ts'
import { refusalSentence } from '../../../src/panels/crimeTypes/refusalSentence.ts'
import { comparisonSpan } from '../../../src/workers/engine/comparison.ts'
import type { CountsResult, DatasetSummary } from '../../../src/workers/messages.ts'
import { readingsOf } from '../readingsOf.ts'

const span = { from: dayNumber(2022, 1, 1), to: dayNumber(2026, 1, 1) }
const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 7, 1) }
const kinds = (crime: number) => ({ crime, event: 0, fire: 0, repair: 0 })
const summary = {
  span,
  months: [],
  layerKinds: [],
  groups: [
    { id: 'klotter', typeId: 'klotter', label: 'Klotter', kinds: kinds(20) },
    { id: 'ofredande', typeId: 'ofredande', label: 'Ofredande', kinds: kinds(20) },
    { id: 'personran', typeId: 'personran', label: 'Personrån', kinds: kinds(0) },
  ],
} as unknown as DatasetSummary

const one = (part: Partial<TypeBreak>): TypeBreak => ({
  id: 'b1',
  date: '2025-03-01',
  kind: 'category',
  types: 'all',
  from: '',
  to: '',
  note: 'Ny definition',
  ...part,
})

function shown(breaks: TypeBreak[], part: Partial<Selection> = {}, covered = true) {
  const selection: Selection = { ...EMPTY_SELECTION, period, ...part }
  const counts = {
    costs: null,
    total: { now: 40, before: 30 },
    types: { now: Float64Array.of(20, 20, 0), before: Float64Array.of(15, 15, 0) },
    week: { counts: new Float64Array(168), unknown: 0, n: 40 },
    months: new Float64Array(0),
    areas: { now: new Float64Array(1), before: new Float64Array(1) },
    withoutPosition: 0,
    period,
    comparison: comparisonSpan(period, selection.comparison, covered ? span : period),
  } satisfies CountsResult
  const codeList = { name: 'Brottskodslistan', version: '2025', validFrom: null }
  const crimeTypes = { ...DEFAULT_CRIME_TYPES, codeList, breaks }
  return readingsOf({ selection, counts, summary, crimeTypes })
}

afterEach(() => locale.use('sv'))

describe('a break in the series', () => {
  it('is told where the comparison goes over it, for the types that are counted', () => {
    const between = one({ date: '2024-10-01' })
    expect(shown([between]).breaks('comparison')).toEqual([between])
    expect(shown([one({})]).breaks('comparison')).toHaveLength(1)
    expect(shown([one({ date: '2024-01-01' })]).breaks('comparison')).toEqual([])
    expect(shown([one({ date: '2025-07-01' })]).breaks('comparison')).toEqual([])
    expect(shown([between], {}, false).breaks('comparison')).toEqual([])
    expect(shown([between], { kind: 'event' }).breaks('comparison')).toEqual([])

    const ofKlotter = one({ types: ['klotter'] })
    expect(shown([ofKlotter], { types: ['klotter'] }).breaks('comparison')).toEqual([ofKlotter])
    expect(shown([ofKlotter], { types: ['ofredande'] }).breaks('comparison')).toEqual([])
    expect(shown([ofKlotter], { types: ['ofredande'] }).breaks('comparison', true)).toEqual([ofKlotter])
    // A type that no crime has parts nothing.
    expect(shown([one({ types: ['personran'] })]).breaks('comparison')).toEqual([])
  })

  it('stands over all the months of the data', () => {
    expect(shown([one({ date: '2023-06-01' })]).breaks('series')).toHaveLength(1)
    expect(shown([one({ date: '2023-06-01' })], {}, false).breaks('series')).toHaveLength(1)
    expect(shown([one({ date: '2022-01-01' })]).breaks('series')).toEqual([])
  })

  it.each(['sv', 'en'] as const)('says what, when, for which types and what it means, in %s', (language) => {
    locale.use(language)
    const [klotter, harassment] = language === 'sv' ? ['Klotter', 'Ofredande'] : ['Graffiti', 'Harassment']
    const breaks = [
      one({ id: 'b0', date: '2024-08-01' }),
      one({ types: ['klotter', 'ofredande'], from: 'lista 1', to: 'lista 2' }),
    ]
    const sentence = breaksSentence(breaks, DEFAULT_CRIME_TYPES.taxonomy, locale)
    for (const part of ['2025', klotter, harassment, 'Ny definition', 'lista 1', 'lista 2'])
      expect(sentence).toContain(part)
    expect(sentence).toMatch(/\.$/)
    expect(breaksSentence([], DEFAULT_CRIME_TYPES.taxonomy, locale)).toBe('')
    const kindsSaid = (['category', 'reporting'] as const).map((kind) =>
      breaksSentence([one({ kind })], DEFAULT_CRIME_TYPES.taxonomy, locale),
    )
    expect(new Set(kindsSaid).size).toBe(2)
  })

  it('leaves with every figure that it touches, and the code list with all', () => {
    const readings = shown([one({})])
    for (const view of ['what', 'where', 'areas', 'trend'] as const)
      expect([view, readings.provenanceOf(view).join('\n')]).toEqual([
        view,
        expect.stringContaining('Ny definition'),
      ])
    expect(readings.provenanceOf('when').join('\n')).not.toContain('Ny definition')
    expect(readings.provenanceOf('when').join('\n')).toContain('Brottskodslistan, 2025')
    expect(shown([]).provenanceOf('what').join('\n')).not.toContain('Serien bryts')
  })
})

describe('refusals in words', () => {
  it.each(['sv', 'en'] as const)('are sentences with what is wrong, in %s', (language) => {
    locale.use(language)
    const { taxonomy } = DEFAULT_CRIME_TYPES
    const bad = { lagesbild: 'crime-types', version: 1, taxonomy }
    const files = [
      '{',
      '[]',
      JSON.stringify({ ...bad, version: 7 }),
      JSON.stringify({ ...bad, mapping: [{ label: 'x', type: 'FINNS-INTE' }] }),
      JSON.stringify({ ...bad, breaks: [{ date: 'I FJOL', types: 'all' }] }),
      JSON.stringify(bad).replace('"class":', '"__proto__":1,"class":'),
      JSON.stringify({ ...bad, taxonomy: { categories: [...taxonomy.categories, ...taxonomy.categories] } }),
      ' '.repeat(9_000_000),
    ]
    const said = files.map((text) => {
      try {
        parseCrimeTypes(text)
      } catch (error) {
        return crimeTypesSentence(error as CrimeTypesError, locale)
      }
      return ''
    })
    expect(new Set(said).size).toBe(files.length)
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/su)
    expect(said[3]).toContain('FINNS-INTE')
    expect(said[4]).toContain('I FJOL')
    const taken = { code: 'nameTaken', name: 'Spray', by: 'klotter' } as const
    expect(refusalSentence(taken, taxonomy, locale)).toMatch(/Spray.*(Klotter|Graffiti)/)
    expect(refusalSentence({ code: 'emptyName' }, taxonomy, locale)).toMatch(/\.$/)
  })
})
