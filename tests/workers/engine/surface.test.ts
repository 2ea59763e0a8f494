import { booleanPointInPolygon, multiPolygon } from '@turf/turf'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MultiPolygon } from '../../../src/domain/grid.ts'
import { dayNumber, type Period } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { computeBandwidth } from '../../../src/workers/depth/bandwidth.ts'
import { DEFAULT_DEPTH_SETTINGS } from '../../../src/workers/depth/depthMethods.ts'
import type { SurfaceResult } from '../../../src/workers/messages.ts'
import { demoEngine, QUIET } from './demoEngine.ts'
import { engineOf, type Incident } from './incidents.ts'

const period: Period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
const assaults: Selection = { ...EMPTY_SELECTION, period, types: ['misshandel-utomhus'] }
const NIGHTS = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }
const THRESHOLD = { kind: 'factor', factor: 5 } as const

let engine: AnalysisEngine
beforeAll(async () => {
  engine = (await demoEngine()).engine
})

const surfaceOf = (selection: Selection, exact = true, bandwidth = 150) =>
  engine.surface({ selection, bandwidth, exact, threshold: THRESHOLD }, QUIET)

/** Σ density × cell area × years. */
function mass({ density: { grid, values }, years }: SurfaceResult): number {
  return (values.reduce((sum, value) => sum + value, 0) * grid.cellSize ** 2 * years) / 1e6
}

/** Rows of a selection inside a polygon, with their hour shares where given. */
function inside(selection: Selection, polygon: MultiPolygon): number {
  const outline = multiPolygon(polygon)
  const { columns } = engine
  let count = 0
  for (const row of engine.rows(selection)) {
    const i = columns.row.indexOf(row)
    if (booleanPointInPolygon([columns.x[i], columns.y[i]], outline)) count++
  }
  return count
}

describe('the density of the demo', () => {
  it('sums to the incidents with a position, as every kernel lies inside the grid', async () => {
    for (const selection of [assaults, { ...assaults, hours: NIGHTS }]) {
      const surface = await surfaceOf(selection)
      const placed = engine
        .rows(selection)
        .filter((row) => !Number.isNaN(engine.columns.x[engine.columns.row.indexOf(row)])).length
      expect(surface.n).toBe(placed)
      expect(surface.outsideGrid).toBe(0)
      expect(Math.abs(mass(surface) / placed - 1)).toBeLessThan(2e-3)
    }
  })

  it('tells Scott’s rule as a radius of the quartic, as the analysis of bandwidths does', async () => {
    const { scottBandwidth } = await surfaceOf(assaults)
    const { scott } = await computeBandwidth(
      engine,
      { selection: assaults, bandwidth: 150, settings: DEFAULT_DEPTH_SETTINGS.bandwidth },
      QUIET,
    )
    expect(scottBandwidth / scott).toBeCloseTo(1, 12)
    expect(scottBandwidth).toBeGreaterThan(1_000)
  })

  it('is divided by the days of the period, whatever hours and types are chosen', async () => {
    const years = 120 / 365.25
    for (const selection of [
      assaults,
      { ...assaults, hours: NIGHTS },
      { ...assaults, hours: NIGHTS, timeMethod: 'aoristic' as const, types: [] },
    ]) {
      const surface = await surfaceOf(selection, false)
      expect(surface.years).toBeCloseTo(years, 12)
      expect(surface.loneIncident).toBeCloseTo(3e6 / (Math.PI * 150 ** 2) / years, 6)
    }
  })

  it('does not know the place filter: the map shows what lies around', async () => {
    const whole = await surfaceOf(assaults, false)
    const part = await surfaceOf({ ...assaults, place: { kind: 'areas', ids: ['A'] } }, false)
    expect(part.n).toBe(whole.n)
    expect(part.density.max).toBe(whole.density.max)
  })

  it('is much the same in the preview', async () => {
    const exact = await surfaceOf(assaults)
    const preview = await surfaceOf(assaults, false)
    expect(preview.density.grid).toEqual(exact.density.grid)
    expect(preview).toMatchObject({ exact: false, hotspots: null, giStar: null, n: exact.n })
    let worst = 0
    exact.density.values.forEach((value, i) => {
      worst = Math.max(worst, Math.abs(value - preview.density.values[i]))
    })
    expect(worst / exact.density.max).toBeLessThan(0.05)
  })
})

describe('the hotspots of the demo', () => {
  it('hold what a plain count of points in their outline gives, now and before', async () => {
    const selection = { ...assaults, hours: NIGHTS }
    const surface = await surfaceOf(selection)
    const hotspots = surface.hotspots ?? []
    expect(hotspots.length).toBeGreaterThan(1)
    const before: Selection = {
      ...selection,
      period: { from: dayNumber(2024, 1, 1), to: dayNumber(2024, 5, 1) },
    }
    for (const hotspot of hotspots) {
      expect(hotspot.incidents).toBe(inside(selection, hotspot.polygon))
      expect(hotspot.before).toBe(inside(before, hotspot.polygon))
      expect(hotspot.share).toBeCloseTo(hotspot.incidents / surface.n, 12)
      expect(hotspot.incidents).toBeGreaterThanOrEqual(5)
      expect(hotspot.surfaceShare).toBeCloseTo(hotspot.surfaceKm2 / surface.study!.surfaceKm2, 12)
      expect(hotspot.peakHour).not.toBeNull()
      const outline = multiPolygon(hotspot.lonLat)
      expect(booleanPointInPolygon([hotspot.peak.lon, hotspot.peak.lat], outline)).toBe(true)
    }
    expect(hotspots.map(({ rank }) => rank)).toEqual(hotspots.map((_, i) => i + 1))
    expect(surface.study!.kind).toBe('areas')
  })

  it('chosen as a place leave the same incidents in the counts', async () => {
    const { hotspots } = await surfaceOf(assaults)
    for (const { polygon, incidents } of hotspots!) {
      const place = { kind: 'outline' as const, label: 'x', polygon }
      expect(engine.counts({ ...assaults, place }).total.now).toBe(incidents)
    }
  })
})

describe('a surface that takes its time', () => {
  it('is not disturbed by what else is asked while it breathes', async () => {
    const alone = await surfaceOf({ ...assaults, hours: NIGHTS, timeMethod: 'aoristic' })
    let breaths = 0
    const busy = {
      progress: () => {},
      breathe: async () => {
        breaths++
        engine.counts({ ...EMPTY_SELECTION, kind: 'event', place: { kind: 'areas', ids: ['B'] } })
      },
    }
    const request = {
      selection: { ...assaults, hours: NIGHTS, timeMethod: 'aoristic' as const },
      bandwidth: 150,
      exact: true,
      threshold: THRESHOLD,
    }
    expect(await engine.surface(request, busy)).toEqual(alone)
    expect(breaths).toBeGreaterThan(0)
  })
})

describe('a surface with little to show', () => {
  const at = (x: number, y: number): Incident => ({
    kind: 0,
    type: 1,
    from: Date.UTC(2025, 2, 1, 12),
    to: null,
    day: null,
    at: [x, y],
  })
  const request = { selection: EMPTY_SELECTION, bandwidth: 100, exact: true, threshold: THRESHOLD }

  it('has no hotspots where nothing has a position', async () => {
    const surface = await engineOf([{ ...at(0, 0), at: null }]).surface(request, QUIET)
    expect(surface).toMatchObject({ hotspots: [], n: 0, density: { max: 0 } })
  })

  it('has no hotspots where the filters leave nothing', async () => {
    const surface = await engineOf([at(0, 0), at(900, 900)]).surface(
      { ...request, selection: { ...EMPTY_SELECTION, types: ['Bus'] } },
      QUIET,
    )
    expect(surface).toMatchObject({ hotspots: [], n: 0, before: 0, scottBandwidth: 0, density: { max: 0 } })
  })

  it('has one hotspot where one place has it all, and says how far it reaches', async () => {
    const heap = Array.from({ length: 30 }, (_, i) => at(500 + (i % 3), 500 + (i % 5)))
    const stray = [at(-1500, -1500), at(2500, -1500), at(-1500, 2500), at(2500, 2500)]
    const surface = await engineOf([...heap, ...stray]).surface(request, QUIET)
    expect(surface.hotspots).toHaveLength(1)
    expect(surface.hotspots![0]).toMatchObject({ incidents: 30, before: 0, area: -1, moreThanChance: true })
    expect(surface.study!.kind).toBe('hull')
    expect(surface.study!.surfaceKm2).toBeGreaterThan(16)
  })

  it('counts points that lie far off instead of stretching the map', async () => {
    const town = Array.from({ length: 400 }, (_, i) => at((i * 37) % 1000, (i * 91) % 1000))
    const surface = await engineOf([...town, at(400_000, 0)]).surface({ ...request, exact: false }, QUIET)
    expect(surface.outsideGrid).toBe(1)
    expect(surface.n).toBe(401)
    expect(surface.density.grid.columns).toBeLessThan(200)
  })
})
