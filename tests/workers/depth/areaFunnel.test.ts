import { expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { computeAreaFunnel } from '../../../src/workers/depth/areaFunnel.ts'
import { demoEngine } from '../engine/demoEngine.ts'
import { engineOf } from '../engine/incidents.ts'

const ask = (engine: Parameters<typeof computeAreaFunnel>[0], selection = EMPTY_SELECTION) =>
  computeAreaFunnel(engine, { selection, bandwidth: 150, settings: {} })

it('counts by area what the ledger of the demo says, the place filter left out', async () => {
  const { engine, areas } = await demoEngine()
  const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
  const selection = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'], period }
  const result = ask(engine, selection)
  expect(Object.fromEntries(areas.map(({ id }, i) => [id, result.counts[i]]))).toEqual({
    A: 31,
    B: 25,
    C: 11,
  })
  expect(result.outside).toBe(0)
  expect(result.period).toEqual(period)
  expect(ask(engine, { ...selection, place: { kind: 'areas', ids: ['B'] } })).toEqual(result)
})

it('shares hours out like the counts do', async () => {
  const { engine } = await demoEngine()
  const selection = {
    ...EMPTY_SELECTION,
    hours: { dayFrom: 4, dayTo: 5, start: 16, length: 5 },
    timeMethod: 'aoristic' as const,
  }
  const { counts, outside } = ask(engine, selection)
  const { areas, total } = engine.counts(selection)
  counts.forEach((count, i) => expect(count).toBeCloseTo(areas.now[i], 3))
  expect(counts.reduce((a, b) => a + b, outside)).toBeCloseTo(total.now, 3)
})

it('has no areas where none are loaded', () => {
  expect(ask(engineOf([]))).toEqual({ counts: new Float64Array(), outside: 0, period: null })
})
