import { expect, it } from 'vitest'
import type { ActivitySeries } from '../../src/domain/measure.ts'
import { activityChange } from '../../src/domain/measureActivity.ts'
import { goalProgress } from '../../src/domain/measureProgress.ts'
import { measureWarnings, type PlannedWork } from '../../src/domain/measureWarnings.ts'
import { demoText } from '../demo/demoFiles.ts'

const TODAY = '2026-06-30'
const work = JSON.parse(demoText('measures.json')) as PlannedWork

it('names the faults that the demo has been given, and no others', () => {
  expect(measureWarnings(work, TODAY)).toEqual([
    {
      code: 'goalIncomplete',
      measure: 'nattbussplan',
      goal: 0,
      missing: ['target', 'baseline', 'indicator', 'date'],
    },
    { code: 'measureWithoutCause', measure: 'sanering-gata-e' },
    { code: 'causeWithoutMeasure', cause: 'brak-i' },
  ])
})

it('follows up inspections 12 of 12 and the bus plan 3 of 8', () => {
  const progress = goalProgress(work.measures, TODAY)
  const of = (measure: string, indicator: string) =>
    progress.find((one) => one.measure.id === measure && one.goal.indicator === indicator)
  expect(of('ansvarsfull-servering', 'Genomförda tillsyner')).toMatchObject({
    done: 12,
    planned: 12,
    state: 'reached',
  })
  expect(of('nattbussplan', 'Genomförda punkter')).toMatchObject({ done: 3, planned: 8, share: 3 / 8 })
})

it('counts 55 % more interventions, as activity', () => {
  const { series } = JSON.parse(demoText('activity.json')) as { series: ActivitySeries[] }
  const change = activityChange(series[0], { from: '2026-01', to: '2026-04' })
  expect([change.countBefore, change.count]).toEqual([84, 130])
  expect(Math.round(change.fraction! * 100)).toBe(55)
})
