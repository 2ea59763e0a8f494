import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { createFormatter } from '../../../src/i18n/format.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { sv } from '../../../src/i18n/sv.ts'
import { parseBreaks } from '../../../src/panels/depth/breaks.ts'
import {
  dayBand,
  distanceBand,
  leastAlone,
  nearRepeatCells,
} from '../../../src/panels/depth/nearRepeatCells.ts'
import { cellRing } from '../../../src/panels/depth/overlays/cellRing.ts'
import { clusteringOverlay } from '../../../src/panels/depth/overlays/clustering.ts'
import { concentrationOverlay, halfOf } from '../../../src/panels/depth/overlays/concentration.ts'
import { repeatPlacesOverlay } from '../../../src/panels/depth/overlays/repeatPlaces.ts'
import { periodOf } from '../../../src/panels/depth/periodOf.ts'
import { pText } from '../../../src/panels/depth/pText.ts'
import { repeatPlaceRows } from '../../../src/panels/depth/repeatPlaceRows.ts'
import { computeClustering, MORAN_CLASSES } from '../../../src/workers/depth/clustering.ts'
import { computeConcentration, type ConcentrationResult } from '../../../src/workers/depth/concentration.ts'
import { computeNearRepeat } from '../../../src/workers/depth/nearRepeat.ts'
import { computeRepeatPlaces } from '../../../src/workers/depth/repeatPlaces.ts'
import { tokens } from '../../map/tokens.ts'
import { demoEngine, QUIET } from '../../workers/engine/demoEngine.ts'
import { readingsOf } from '../readingsOf.ts'

const f = createFormatter('sv')
const theme = tokens()
const YEAR = { from: dayNumber(2025, 1, 1), to: dayNumber(2026, 1, 1) }
let demo: Awaited<ReturnType<typeof demoEngine>>
beforeAll(async () => {
  demo = await demoEngine()
})
afterEach(() => locale.use('sv'))

const question = <S>(settings: S, part: Partial<Selection> = {}) => ({
  selection: { ...EMPTY_SELECTION, period: YEAR, ...part },
  bandwidth: 150,
  settings,
})
const readings = (part: Partial<Selection> = {}) => {
  const selection = { ...EMPTY_SELECTION, period: YEAR, ...part }
  const { engine, areas } = demo
  return readingsOf({ selection, counts: engine.counts(selection), summary: engine.summary, areas })
}
const inverse = (x: number, y: number) => demo.engine.projection.inverse(x, y)
const input = <R>(result: R, part: Partial<Selection> = {}) => ({
  result,
  readings: readings(part),
  tokens: theme,
  toLonLat: inverse,
})

describe('concentration on the map', () => {
  it('draws as many cells as hold half, and no fuller one is left out', async () => {
    const result = await computeConcentration(demo.engine, question({ unit: 'cells' as const }), QUIET)
    const overlay = concentrationOverlay(input(result))!
    const { units, least } = halfOf(result)
    expect(overlay.cells).toHaveLength(units)
    const held = result.counts.subarray(0, units).reduce((sum, count) => sum + count, 0)
    expect(held).toBeGreaterThanOrEqual(result.n / 2)
    expect(held - least).toBeLessThan(result.n / 2)
    expect(overlay.classes[0].label).toContain(f.integer(units))
    expect(overlay.notes[0]).toContain(f.integer(least))
    // A cell's ring closes, is 300 m wide and lies where its incidents are.
    const ring = overlay.cells![0].ring
    expect(ring).toHaveLength(5)
    expect(ring[4]).toEqual(ring[0])
    const [x, y] = demo.engine.projection.forward(...ring[0])
    const inside = Array.from(
      demo.engine.rows({ ...EMPTY_SELECTION, period: YEAR }),
      (row) => row - 1,
    ).filter(
      (i) =>
        demo.engine.columns.x[i] >= x - 1e-6 &&
        demo.engine.columns.x[i] < x + 300 - 1e-6 &&
        demo.engine.columns.y[i] >= y - 1e-6 &&
        demo.engine.columns.y[i] < y + 300 - 1e-6,
    )
    expect(inside.length).toBe(result.counts[0])
  })

  it('draws areas where areas are counted, says of ties, and nothing of few', async () => {
    const result = await computeConcentration(demo.engine, question({ unit: 'areas' as const }), QUIET)
    const overlay = concentrationOverlay(input(result))!
    expect(overlay.areas).toHaveLength(halfOf(result).units)
    expect(overlay.cells).toEqual([])
    const tie = {
      counts: Float64Array.of(4, 3, 3, 3, 0),
      shareOfUnits: [{ incidents: 0.5, units: 0.4 }],
    } as unknown as ConcentrationResult
    expect(halfOf(tie)).toEqual({ units: 2, least: 3, tied: 2 })
    const none = { counts: new Float64Array(3), shareOfUnits: [{ incidents: 0.5, units: NaN }] }
    expect(halfOf(none as unknown as ConcentrationResult)).toEqual({ units: 0, least: 0, tied: 0 })
    expect(concentrationOverlay(input({ ...result, n: 9 }))).toBeNull()
  })
})

describe('repeat places', () => {
  it('have a name, an area and words for their types, and no sensitive type', async () => {
    const settings = { sensitive: false, places: null, seed: 1 }
    const result = await computeRepeatPlaces(demo.engine, question(settings), QUIET)
    const [first] = result.top
    const near = { name: 'Norra parkeringen', lon: 0, lat: 0, x: first.x + 30, y: first.y }
    const rows = repeatPlaceRows(result, readings(), [near])
    expect(rows).toHaveLength(result.top.length)
    expect(rows[0]).toMatchObject({
      place: 'Norra parkeringen',
      count: first.count,
      northing: first.y,
      last: isoDate(first.lastDay!),
      days: first.medianDays,
    })
    const far = rows.find(({ place }) => place !== 'Norra parkeringen')!
    expect(far.place).toBe(sv.map.coordinate(f.integer(far.northing), f.integer(far.easting)))
    const hidden = demo.engine.grouping.groups.filter(
      ({ typeId }) => typeId && demo.engine.sensitive.has(typeId),
    )
    expect(hidden.length).toBeGreaterThan(3)
    const names = hidden.map(({ label }) => label)
    for (const { types } of rows) for (const name of names) expect(types).not.toContain(name)
    for (const { types, count } of rows) {
      const counts = Array.from(types.matchAll(/ (\d+)(?=,|$)/g), ([, written]) => Number(written))
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(count)
    }
    const many = rows.find(({ typesInShort }) => /anna|andra/.test(typesInShort))!
    expect(many.typesInShort).toMatch(/, (1 annan typ|\d+ andra typer)$/)
  })

  it('are circles whose surface follows the count', async () => {
    const settings = { sensitive: false, places: null, seed: 1 }
    const result = await computeRepeatPlaces(demo.engine, question(settings, { period: null }), QUIET)
    const overlay = repeatPlacesOverlay(input(result, { period: null }))!
    expect(overlay.circles).toHaveLength(result.top.length)
    const [first] = overlay.circles!
    const last = overlay.circles!.at(-1)!
    expect((first.radius / last.radius) ** 2).toBeCloseTo(result.top[0].count / result.top.at(-1)!.count, 6)
    expect(overlay.classes[first.class].label).toBe('10 eller fler')
    for (const { class: c } of overlay.circles!) expect(overlay.classes[c]).toBeDefined()
    expect(repeatPlacesOverlay(input({ ...result, top: [] }))).toBeNull()
  })
})

describe('near repeats', () => {
  it('stand in words by distance and whole days', () => {
    const texts = sv.depthPlaces.nearRepeat
    expect(distanceBand(texts, f, 0, 1)).toBe('samma plats')
    expect(distanceBand(texts, f, 1, 100)).toBe('under 100\u00a0m')
    expect(distanceBand(texts, f, 0, 100)).toBe('under 100\u00a0m')
    expect(distanceBand(texts, f, 100, 200)).toBe('100–200\u00a0m')
    expect(dayBand(texts, f, 0, 7)).toBe('0–6 d')
    expect(dayBand(texts, f, 14, 28)).toBe('14–27 d')
    expect(dayBand(texts, f, 0, 1)).toBe('0 d')
  })

  it('are cells with their ratio, clear by q', async () => {
    const settings = {
      ...{ distances: [1, 200], days: [7, 14], metric: 'euclidean' as const },
      ...{ permutations: 99 as const, seed: 1 },
    }
    const result = await computeNearRepeat(demo.engine, question(settings, { types: ['klotter'] }), QUIET)
    const cells = nearRepeatCells(result, sv.depthPlaces.nearRepeat, f)
    expect(cells).toHaveLength(4)
    for (const { row, column, observed, expected, ratio, q, clear } of cells) {
      expect(observed).toBe(result.table!.observed[row][column])
      expect(ratio).toBeCloseTo(observed / expected, 12)
      expect(clear).toBe(q < 0.05)
    }
    const empty = {
      ...result,
      table: {
        ...result.table!,
        expected: [
          [0, 1],
          [1, 1],
        ],
      },
    }
    expect(nearRepeatCells(empty, sv.depthPlaces.nearRepeat, f)[0].ratio).toBeNull()
    expect(nearRepeatCells({ ...result, table: null }, sv.depthPlaces.nearRepeat, f)).toEqual([])
  })

  it('know when so few deals can tell nothing alone', () => {
    expect(leastAlone(99, 12)).toBeCloseTo(0.12, 12)
    expect(leastAlone(999, 12)).toBeCloseTo(0.012, 12)
    expect(leastAlone(9, 12)).toBe(1)
  })

  it.each([
    ['1, 100, 200', [1, 100, 200]],
    ['7 14;28', [7, 14, 28]],
    ['50', [50]],
    ['', null],
    ['0, 5', null],
    ['5, 5', null],
    ['9, 3', null],
    ['1.5, 3', null],
    ['en, två', null],
    ['1,2,3,4,5,6,7', null],
  ])('read breaks as written: %j', (text, breaks) => {
    expect(parseBreaks(text)).toEqual(breaks)
  })
})

describe('clustered cells', () => {
  it('are drawn by class, those that may be chance not at all', async () => {
    const settings = { permutations: 999 as const, seed: 1 }
    const result = await computeClustering(demo.engine, question(settings), QUIET)
    const overlay = clusteringOverlay(input(result))!
    const told = [...result.classes].filter((code) => MORAN_CLASSES[code] !== 'none')
    expect(told.length).toBeGreaterThan(5)
    expect(overlay.cells).toHaveLength(told.length)
    const high = overlay.classes.findIndex(({ label }) => label === 'hög bland höga')
    expect(overlay.cells!.filter((cell) => cell.class === high)).toHaveLength(
      told.filter((code) => MORAN_CLASSES[code] === 'highHigh').length,
    )
    expect(overlay.classes).toHaveLength(new Set(told).size)
    expect(clusteringOverlay(input({ ...result, n: 5 }))).toBeNull()
  })
})

it('cellRing goes round the cell and closes', () => {
  const grid = { originX: 100, originY: 200, cellSize: 10, columns: 3, rows: 2 }
  expect(cellRing(grid, 4, (x, y) => [x, y])).toEqual([
    [110, 210],
    [120, 210],
    [120, 220],
    [110, 220],
    [110, 210],
  ])
})

it('p is written as far as it can be known', () => {
  expect(pText(f, 0.0004)).toBe('p\u00a0<\u00a00,001')
  expect(pText(f, 0.012, 'q')).toBe('q\u00a0=\u00a00,012')
  expect(pText(f, 0.42)).toBe('p\u00a0=\u00a00,42')
  expect(pText(f, 1)).toBe('p\u00a0=\u00a01,00')
})

it('the period stands after the noun', () => {
  expect(periodOf(readings())).toBe(' 2025')
  expect(periodOf({ ...readings(), counts: null } as never)).toBe('')
})
