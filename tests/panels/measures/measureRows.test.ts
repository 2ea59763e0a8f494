import { expect, it } from 'vitest'
import type { Measure } from '../../../src/domain/measure.ts'
import { measureBounds } from '../../../src/map/measureShape.ts'
import { MEASURE_SORTS, measureRows, NO_FILTER } from '../../../src/panels/measures/measureRows.ts'
import { figureText, spanText } from '../../../src/panels/measures/measureWords.ts'
import { measureWith } from '../../domain/measureWork.ts'

const compare = (a: string, b: string) => a.localeCompare(b, 'sv')
const measures: Measure[] = [
  measureWith({
    id: 'b',
    title: 'Buss',
    start: '2025-01-01',
    category: 'transport',
    cost: 5,
    status: 'done',
  }),
  measureWith({
    id: 'a',
    title: 'Avtal',
    start: '2024-01-01',
    kind: 'social',
    category: 'other',
    status: 'planned',
  }),
  measureWith({
    id: 'o',
    title: 'Övning',
    start: '2026-01-01',
    category: 'other',
    cost: 90,
    status: 'ongoing',
  }),
]
const warnings = [{ code: 'measureWithoutPlace' as const, measure: 'a' }]

it('the list is narrowed by kind, category and status, and ordered by each of its orders', () => {
  const ids = (filter: Partial<typeof NO_FILTER>, sort: (typeof MEASURE_SORTS)[number]) =>
    measureRows(measures, warnings, { ...NO_FILTER, ...filter }, sort, compare).map(
      ({ measure }) => measure.id,
    )
  expect(MEASURE_SORTS.map((sort) => [sort, ids({}, sort).join('')])).toEqual([
    ['start', 'oba'],
    ['title', 'abo'],
    ['status', 'aob'],
    ['warnings', 'abo'],
    ['cost', 'oba'],
  ])
  expect(ids({ kind: 'social' }, 'title')).toEqual(['a'])
  expect(ids({ category: 'other' }, 'title')).toEqual(['a', 'o'])
  expect(ids({ category: 'other', status: 'ongoing' }, 'title')).toEqual(['o'])
  expect(ids({ kind: 'social', status: 'done' }, 'title')).toEqual([])
  expect(measureRows(measures, warnings, NO_FILTER, 'title', compare)[0].warnings).toEqual(warnings)
})

it('the map goes to the ground that a measure covers', () => {
  // 111 320 m is one degree northwards; at 60 degrees a degree eastwards is half as long.
  const [west, south, east, north] = measureBounds({ type: 'Point', coordinates: [18, 60], radius: 111_320 })!
  expect([south, north]).toEqual([59, 61])
  expect([west, east].map((lon) => Math.round(lon * 100) / 100)).toEqual([16, 20])
  const area: [number, number][][] = [
    [
      [1, 2],
      [3, 2],
      [3, 5],
      [1, 2],
    ],
  ]
  expect(measureBounds({ type: 'Polygon', coordinates: area })).toEqual([1, 2, 3, 5])
  expect(measureBounds(null)).toBeNull()
})

it('figures lose no decimals, and a time without an end says so', () => {
  expect([3, 3.5, 0.125, 1234].map(figureText)).toEqual(['3', '3,5', '0,125', '1\u00a0234'])
  expect(spanText({ start: '2025-06-01' })).toBe('från 1 juni 2025')
  expect(spanText({ start: '2025-05-01', end: '2025-05-29' })).toBe('1\u201329 maj 2025')
})
