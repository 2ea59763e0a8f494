import { expect, it } from 'vitest'
import {
  judgeEffect,
  measuresTouching,
  type EffectEvidence,
  type ZoneName,
} from '../../../src/analysis/index.ts'
import { parseIsoDate } from '../../../src/domain/period.ts'
import { inside, manifest, nameOf, readRows } from '../../demo/demoFiles.ts'
import { reason } from './evidence.ts'

/** The planted cases of the demo, from its incidents and polygons: each must be judged as its ledger says it must be read. */
const rows = readRows(() => '')
const FIRST = '2023-01'
const months = Array.from({ length: 41 }, (_, m) => `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`) // prettier-ignore
const zoneName = { target: 'target', control: 'control', ring: 'displacement', ringControl: 'displacementControl' } as const // prettier-ignore

function evidenceOf(id: string, more: Partial<EffectEvidence> = {}): EffectEvidence {
  const planted = manifest.plantedEffects.find((one) => one.id === id)!
  const start = parseIsoDate(planted.after.from)
  const labels = new Set(planted.crimeTypes.map((type) => nameOf.get(type)!))
  const zones: EffectEvidence['zones'] = {}
  const monthly: Partial<Record<ZoneName, number[]>> = {}
  for (const [part, { polygon }] of Object.entries(planted.zones)) {
    const name = zoneName[part as keyof typeof zoneName]
    zones[name] = polygon
    const there = rows.filter(
      (row) => row.e !== null && labels.has(row.label) && inside(row.e, row.n!, polygon),
    )
    monthly[name] = months.map((month) => there.filter((row) => row.from.startsWith(month)).length)
  }
  const sum = (counts: number[], from: number, to: number) =>
    counts.slice(from, to).reduce((a, b) => a + b, 0)
  const counts = Object.fromEntries(
    Object.entries(monthly).map(([name, c]) => [name, { before: sum(c, 17, 29), after: sum(c, 29, 41) }]),
  ) as EffectEvidence['counts']
  return {
    counts,
    periods: {
      before: [{ from: parseIsoDate('2024-06-01'), to: start }],
      after: [{ from: start, to: parseIsoDate('2026-06-01') }],
    },
    measureStart: start,
    baselineDays: start - parseIsoDate(`${FIRST}-01`),
    zones,
    chosenForPeak: 'unknown',
    breaks: [],
    otherMeasures: [],
    history: {
      days: 366,
      target: sum(monthly.target!, 5, 17),
      ...(monthly.control && { control: sum(monthly.control, 5, 17) }),
    },
    series: {
      target: monthly.target!,
      ...(monthly.control && { control: monthly.control }),
      post: months.map((_, m) => (m < 29 ? 0 : 1)),
    },
    ...more,
  }
}

it('parking N: an effect, level 3, no displacement', () => {
  const judged = judgeEffect(evidenceOf('parkering-n'))
  expect(judged).toMatchObject({
    verdict: 'fell',
    maryland: 3,
    effect: 'reduction',
    attribution: 'measure',
    target: { before: 207, after: 110, change: expect.closeTo(-0.469, 3) },
    control: { before: 308, after: 318, verdict: 'no-clear-change' },
    weightedDisplacementDifference: { estimate: -118 },
    onTheWhole: 'fewer',
    displacement: { verdict: 'none-seen', difference: -11 },
  })
  expect(reason(judged, 'baseline-short')).toMatchObject({ severity: 'caution' })
})

it('cycle racks: moved round the corner, no net gain', () => {
  expect(judgeEffect(evidenceOf('cykelstall'))).toMatchObject({
    verdict: 'fell',
    target: { before: 48, after: 24 },
    displacement: { verdict: 'moved', difference: 24 },
    weightedDisplacementDifference: { estimate: 0 },
    onTheWhole: 'not-shown',
  })
})

it('street E: regression to the mean, no verdict, though nobody declared the peak', () => {
  const judged = judgeEffect(evidenceOf('gata-e'))
  expect(judged.verdict).toBe('withheld')
  expect(judged.reasons[0]).toMatchObject({
    code: 'regression-to-mean',
    severity: 'withholds',
    data: { direction: 'peak', declared: false, before: 81, after: 43 },
  })
})

it('youth centre J: too few to judge', () => {
  const judged = judgeEffect(evidenceOf('fritidsgard-j'))
  expect(judged.verdict).toBe('withheld')
  expect(reason(judged, 'too-few')).toMatchObject({
    data: { expectedBefore: 2.5, expectedAfter: 2.5, needed: 5 },
  })
  expect(judged).not.toHaveProperty('target')
})

it('busstorget: two measures that cannot be told apart', () => {
  const planted = manifest.plantedEffects.find(({ id }) => id === 'busstorget')!
  expect(planted.measures.length).toBe(2)
  const evidence = evidenceOf('busstorget')
  const other = { id: planted.measures[1]!, zone: planted.zones.target!.polygon }
  const otherMeasures = measuresTouching('overlaps' in evidence.zones ? {} : evidence.zones, [other])
  const judged = judgeEffect({ ...evidence, otherMeasures })
  expect(judged).toMatchObject({ attribution: 'measures-together', target: { before: 22, after: 11 } })
  expect(reason(judged, 'concurrent-measures')!.data).toEqual({ ids: [other.id] })
})
