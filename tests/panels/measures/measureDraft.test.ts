import { afterEach, expect, it } from 'vitest'
import type { Measure } from '../../../src/domain/measure.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import {
  draftErrors,
  draftOf,
  emptyDraft,
  emptyGoal,
  measureOf,
  readNumber,
} from '../../../src/panels/measures/measureDraft.ts'
import { demoText } from '../../demo/demoFiles.ts'

afterEach(() => locale.use('sv'))

it.each(['sv', 'en'] as const)('gives back every measure of the demo as it was (%s)', (language) => {
  locale.use(language)
  const { measures } = JSON.parse(demoText('measures.json')) as { measures: Measure[] }
  expect(measures.length).toBeGreaterThan(9)
  for (const measure of measures) {
    const draft = draftOf(measure)
    expect(draftErrors(draft)).toEqual({})
    expect(measureOf(draft, measure)).toEqual(measure)
  }
})

it('keeps what the form does not know of, and forgets what is emptied', () => {
  const draft = { ...emptyDraft('2026-01-01'), title: ' Ljus ', cost: '', end: ' ' }
  const before = { id: 'ljus', cost: 5, end: '2026-02-01', evidence: 'x', colour: 'röd' }
  const after = measureOf(draft, before)
  expect(after).toMatchObject({ id: 'ljus', title: 'Ljus', colour: 'röd', goals: [] })
  expect(Object.keys(after)).not.toEqual(expect.arrayContaining(['cost']))
  expect(after.end).toBeUndefined()
})

it('says what must be mended, where', () => {
  expect(draftErrors(emptyDraft('2026-01-01'))).toEqual({ title: 'empty' })
  expect(
    draftErrors({
      ...emptyDraft('2026-02-30'),
      title: 'Ljus',
      end: '2026-01-01',
      cost: '12 kr',
      goals: [{ ...emptyGoal(), text: 'Färre', target: 'tio', date: '1 juni' }, emptyGoal()],
      log: [{ date: '', text: '' }],
    }),
  ).toEqual({
    start: 'notDate',
    end: 'endBeforeStart',
    cost: 'notNumber',
    'goals.0.target': 'notNumber',
    'goals.0.date': 'notDate',
    'goals.1.text': 'empty',
    'log.0.date': 'notDate',
    'log.0.text': 'empty',
  })
  expect(draftErrors({ ...emptyDraft('2026-01-01'), title: 'a', cost: '-3' })).toEqual({ cost: 'negative' })
})

it('puts the log in order of its dates', () => {
  const log = [
    { date: '2026-03-01', text: 'b' },
    { date: '2026-01-01', text: 'a' },
  ]
  expect(measureOf({ ...emptyDraft('2026-01-01'), log }, { id: 'x' }).log.map(({ text }) => text)).toEqual([
    'a',
    'b',
  ])
})

it('reads numbers as people write them', () => {
  expect(['12', '1 234,5', '\u22123', '0.5', '1\u00a0000'].map(readNumber)).toEqual([
    12, 1234.5, -3, 0.5, 1000,
  ])
  expect(readNumber('1,234')).toBe(1.234)
  locale.use('en')
  expect(['640,000', '1,234.5', '12.5', '0,125'].map(readNumber)).toEqual([640_000, 1234.5, 12.5, 0.125])
  expect(['', 'tio', '1,2,3', '5 kr', '1e5'].map(readNumber)).toEqual([null, null, null, null, null])
})
