import { beforeAll, describe, expect, it } from 'vitest'
import type { Area } from '../../../src/domain/area.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { densityChangeOverlay } from '../../../src/panels/depth/overlays/densityChange.ts'
import { emergingOverlay } from '../../../src/panels/depth/overlays/emerging.ts'
import { isClear, patternShiftOverlay } from '../../../src/panels/depth/overlays/patternShift.ts'
import { relativeRiskOverlay } from '../../../src/panels/depth/overlays/relativeRisk.ts'
import { placeAt } from '../../../src/panels/depth/placeAt.ts'
import type { Readings } from '../../../src/panels/readings.svelte.ts'
import type { NamedPlace } from '../../../src/state/dataset.svelte.ts'
import type { Lagesbild } from '../../../src/state/lagesbild.svelte.ts'
import { SWEREF99_TM } from '../../../src/ingest/index.ts'
import {
  COMPUTE_DEPTH,
  DEFAULT_DEPTH_SETTINGS,
  type DepthMap,
} from '../../../src/workers/depth/depthMethods.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { tokens } from '../../map/tokens.ts'
import { demoEngine, QUIET } from '../../workers/engine/demoEngine.ts'
import { readingsOf } from '../readingsOf.ts'

const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
const selection: Selection = { ...EMPTY_SELECTION, period, types: ['misshandel-utomhus'] }
let engine: AnalysisEngine
let areas: Area[]
let readings: Readings
beforeAll(async () => {
  const demo = await demoEngine()
  engine = demo.engine
  areas = demo.areas
  readings = readingsOf({ selection, counts: engine.counts(selection), summary: engine.summary, areas })
})

async function compute<M extends 'emerging' | 'relativeRisk' | 'densityChange' | 'patternShift'>(
  method: M,
  chosen: Selection = selection,
  settings: Partial<DepthMap[M]['settings']> = {},
): Promise<DepthMap[M]['result']> {
  const question = {
    selection: chosen,
    bandwidth: 150,
    settings: { ...DEFAULT_DEPTH_SETTINGS[method], ...settings },
  }
  return COMPUTE_DEPTH[method](engine, question, QUIET)
}
const drawn = () => ({ readings, tokens: tokens(), toLonLat: engine.projection.inverse })

describe('the overlay of the change of density', () => {
  it('carries value and support cell by cell, round one scale for both signs', async () => {
    const result = await compute('densityChange')
    const overlay = densityChangeOverlay({ result, ...drawn() })!
    const { values, breaks, breakLabels, columns, rows } = overlay.surface!
    expect(values).toHaveLength(2 * columns * rows)
    for (let i = 0; i < columns * rows; i += 97) {
      expect(values[2 * i]).toBe(result.surface!.values[i])
      expect(values[2 * i + 1]).toBe(result.surface!.support[i])
    }
    expect(breaks.map((value) => -value).reverse()).toEqual(breaks)
    expect(breakLabels).toEqual(['−80', '−60', '−40', '+40', '+60', '+80'])
    expect(densityChangeOverlay({ result, ...drawn() })!.surface!.mesh).toBe(overlay.surface!.mesh)
    const early = { ...selection, period: { from: dayNumber(2023, 1, 1), to: dayNumber(2023, 5, 1) } }
    expect(densityChangeOverlay({ result: await compute('densityChange', early), ...drawn() })).toBeNull()
  })
})

describe('the overlay of two types', () => {
  it('writes its factors, and outlines what is more than chance', async () => {
    const result = await compute('relativeRisk')
    const overlay = relativeRiskOverlay({ result, ...drawn() })!
    expect(overlay.title).toBe('Misshandel utomhus: gånger väntat')
    expect(overlay.surface!.breakLabels).toEqual(['×⅓', '×½', '×⅔', '×1,5', '×2', '×3'])
    expect(overlay.surface!.breaks.map(Math.exp).map((factor) => Number(factor.toFixed(9)))).toEqual([
      0.333333333, 0.5, 0.666666667, 1.5, 2, 3,
    ])
    expect(overlay.areas![0].lonLat).toHaveLength(result.outlines.length)
    expect(overlay.classes).toHaveLength(1)
    expect(relativeRiskOverlay({ result: { ...result, tolerance: null }, ...drawn() })).toBeNull()
  })
})

describe('the overlay of places over time', () => {
  it('draws every cell of every place in its class, those with too few apart', async () => {
    const result = await compute('emerging')
    const overlay = emergingOverlay({ result, ...drawn() })!
    const few = overlay.classes.findIndex(({ label }) => label.startsWith('För få'))
    const tooFew = result.places.filter((place) => place.incidents < 5)
    expect(tooFew.length).toBeGreaterThan(0)
    expect(overlay.areas!.filter((area) => area.class === few)).toHaveLength(tooFew.length)
    expect(overlay.classes[few].style).toBe('dashed')
    const stays = overlay.classes.findIndex(({ label }) => label === 'Bestående')
    expect(overlay.classes[stays].style).toBe('fill')
    expect(overlay.cells!.filter((cell) => cell.class === stays)).toHaveLength(result.cells.persistent)
    const comes = overlay.classes.findIndex(({ label }) => label === 'Av och till')
    expect(overlay.classes[comes].style).toBe('outline')
    expect(overlay.areas!.filter((area) => area.class === comes)).toHaveLength(
      result.places.filter((place) => place.class === 'sporadic' && place.incidents >= 5).length,
    )
    expect(emergingOverlay({ result: { ...result, places: [] }, ...drawn() })).toBeNull()
  })
})

describe('the overlay of a shifted pattern', () => {
  it('fills what is more than chance and dashes what may be chance', async () => {
    const result = await compute('patternShift', { ...selection, types: [] })
    const overlay = patternShiftOverlay({ result, ...drawn() })!
    expect(overlay.cells).toHaveLength(result.shifted.length)
    result.shifted.forEach((unit, k) => {
      const { label, style } = overlay.classes[overlay.cells![k].class]
      expect(style).toBe(isClear(unit, result) ? 'fill' : 'dashed')
      if (isClear(unit, result)) expect(label.startsWith(unit.more ? 'större' : 'mindre')).toBe(true)
    })
    expect(result.shifted.some((unit) => isClear(unit, result))).toBe(true)
    expect(result.shifted.some((unit) => !isClear(unit, result))).toBe(true)
  })

  it('draws whole areas where they are the units', async () => {
    const result = await compute('patternShift', { ...selection, types: [] }, { unit: 'areas' })
    const overlay = patternShiftOverlay({ result, ...drawn() })
    expect(overlay?.areas?.map(({ lonLat }) => lonLat) ?? []).toEqual(
      result.shifted.map((unit) => areas[unit.unit].lonLat),
    )
  })
})

describe('placeAt', () => {
  const places: NamedPlace[] = [{ name: 'Busstorget', lon: 0, lat: 0, x: 690_000, y: 6_449_000 }]
  const app = { data: { current: { crs: SWEREF99_TM, surroundings: { places } } } } as unknown as Lagesbild

  const nameAt = (x: number, y: number) => placeAt(app, x, y).name.replace(/\u00a0/g, ' ')

  it('says the place, the way from it, or the coordinate', () => {
    expect(nameAt(690_050, 6_449_050)).toBe('Busstorget')
    expect(nameAt(690_000, 6_449_200)).toBe('200 m norr om Busstorget')
    expect(nameAt(690_150, 6_449_150)).toBe('210 m nordost om Busstorget')
    expect(nameAt(690_300, 6_449_000)).toBe('300 m öster om Busstorget')
    expect(nameAt(690_000, 6_448_800)).toBe('200 m söder om Busstorget')
    expect(nameAt(689_500, 6_449_000)).toBe('500 m väster om Busstorget')
    expect(nameAt(689_800, 6_449_200)).toBe('280 m nordväst om Busstorget')
    expect(nameAt(692_000, 6_449_000)).toBe('N 6 449 000, E 692 000')
  })

  it('knows where it is', () => {
    const [lon, lat] = placeAt(app, 690_000, 6_449_000).at
    expect(lon).toBeGreaterThan(17)
    expect(lat).toBeGreaterThan(58)
  })
})
