import { describe, expect, it } from 'vitest'
import { DEFAULT_CRIME_TYPES } from '../../../src/domain/crimeTypes.ts'
import { classCodes, classLabels } from '../../../src/domain/taxonomyEdits.ts'
import { classifier } from '../../../src/domain/typeClassifier.ts'
import { LabelChoice } from '../../../src/panels/crimeTypes/labelChoice.svelte.ts'
import { countsByType, labelRows, labelSums, shownRows } from '../../../src/panels/crimeTypes/labelRows.ts'
import { groupedChoices, typeChoices } from '../../../src/panels/crimeTypes/typeChoices.ts'
import type { Dataset } from '../../../src/state/dataset.svelte.ts'

const LABELS = ['', 'Klotter', 'Fickstöld', '0811', '0911', 'Brand', 'Jakt']
const dataset = {
  labels: LABELS.map((label) => ({ label, typeId: null })),
  summary: {
    kinds: { crime: 100 },
    labelKinds: { crime: Uint32Array.of(5, 30, 40, 10, 9, 0, 6) },
  },
} as unknown as Dataset
const types = classCodes(classLabels(DEFAULT_CRIME_TYPES, ['Jakt'], 'ofredande'), '08', 'cykelstold')
const rows = labelRows(dataset, classifier(types), types.taxonomy, 'sv')

describe('the rows of labels', () => {
  it('hold what crimes carry, most common first, with what each is read as and why', () => {
    expect(
      rows.map(({ label, count, type, reading }) => [label, count, type?.name ?? null, reading.by]),
    ).toEqual([
      ['Fickstöld', 40, null, 'none'],
      ['Klotter', 30, 'Klotter', 'name'],
      ['0811', 10, 'Cykelstöld', 'codes'],
      ['0911', 9, null, 'none'],
      ['Jakt', 6, 'Ofredande', 'person'],
    ])
  })

  it('are summed so that every crime stands somewhere', () => {
    const sums = labelSums(rows, dataset)
    expect(sums).toEqual({
      labels: 5,
      unknown: 2,
      unknownRows: 49,
      rows: 100,
      withoutType: 5,
      codes: 2,
      unknownCodes: 1,
    })
    const classed = [...countsByType(rows).values()].reduce((sum, { rows: n }) => sum + n, 0)
    expect(classed + sums.unknownRows + sums.withoutType).toBe(sums.rows)
  })

  it('are found by label, type and category, without case and accents', () => {
    const labels = (search: string, shown: Parameters<typeof shownRows>[2] = 'all') =>
      shownRows(rows, search, shown).map(({ label }) => label)
    expect(labels('FICKSTOLD')).toEqual(['Fickstöld'])
    expect(labels('cykel')).toEqual(['0811'])
    expect(labels('tillgrepp')).toEqual(['0811'])
    expect(labels('', 'unknown')).toEqual(['Fickstöld', '0911'])
    expect(labels('', 'own')).toEqual(['Jakt'])
    expect(labels('finns inte')).toEqual([])
  })
})

describe('types to choose', () => {
  it('stand under their categories, narrowed by a search', () => {
    const choices = typeChoices(types.taxonomy, 'sv')
    expect(groupedChoices(choices, '').flatMap(([, of]) => of)).toEqual(choices)
    expect(
      groupedChoices(choices, 'cykel').map(([category, of]) => [category, of.map(({ id }) => id)]),
    ).toEqual([['Stöld, rån och andra tillgreppsbrott', ['cykelstold']]])
  })
})

describe('marking labels by keys', () => {
  const key = (name: string, part: Partial<KeyboardEvent> = {}) => ({ key: name, ...part }) as KeyboardEvent
  const listOf = (...labels: string[]) => new LabelChoice(() => labels)
  const marked = (choice: LabelChoice) => [...choice.chosen].sort()

  it('moves, marks, extends from where the run began, marks all and none', () => {
    const choice = listOf('a', 'b', 'c', 'd')
    choice.key(key('ArrowDown'))
    choice.key(key(' '))
    expect([choice.active, marked(choice)]).toEqual([1, ['b']])
    choice.key(key('ArrowDown', { shiftKey: true }))
    choice.key(key('ArrowDown', { shiftKey: true }))
    expect(marked(choice)).toEqual(['b', 'c', 'd'])
    expect(choice.key(key('Escape'))).toBe(true)
    expect(marked(choice)).toEqual([])
    choice.key(key('a', { ctrlKey: true }))
    expect(marked(choice)).toEqual(['a', 'b', 'c', 'd'])
    choice.keepOnly(new Set(['c']))
    expect(marked(choice)).toEqual(['c'])
  })

  it('stays within the list, and leaves other keys alone', () => {
    const choice = listOf('a', 'b')
    choice.key(key('ArrowUp'))
    expect(choice.active).toBe(0)
    choice.key(key('End'))
    choice.key(key('PageDown'))
    expect(choice.active).toBe(1)
    for (const other of [key('Tab'), key('Escape'), key('z', { ctrlKey: true })])
      expect(choice.key(other)).toBe(false)
    expect(listOf().key(key(' '))).toBe(false)
  })
})
