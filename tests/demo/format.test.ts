import { statSync } from 'node:fs'
import proj4 from 'proj4'
import * as turf from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../src/domain/period.ts'
import {
  areas,
  basemap,
  causes,
  demoText,
  manifest,
  measures,
  nameOf,
  readRows,
  SWEREF99TM,
  walks,
} from './demoFiles.ts'

const rows = readRows(() => '')
const WALL = /^(\d{4}-\d{2}-\d{2})(?: ([01]\d|2[0-3]):[0-5]\d)?$/

describe('incidents.csv', () => {
  it('ids are unique and rows sorted by time', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })
  it('times are naive wall times of real days within the data period', () => {
    for (const row of rows) {
      const day = WALL.exec(row.from)?.[1]
      expect(
        day && Number.isFinite(parseIsoDate(day)) && day >= '2023-01-01' && day < '2026-07-01',
        row.id,
      ).toBe(true)
      if (row.to) expect(WALL.exec(row.to)?.[2], row.id).toBeDefined()
    }
  })
  it('no start falls in the hour that summer time skips', () => {
    const skipped = ['2023-03-26', '2024-03-31', '2025-03-30', '2026-03-29'].map((day) => `${day} 02`)
    expect(rows.filter((row) => skipped.some((s) => row.from.startsWith(s) || row.to.startsWith(s)))).toEqual(
      [],
    )
  })
  it('is sorted by the start', () => {
    const days = rows.map((row) => row.from.slice(0, 10))
    expect(days.every((day, i) => i === 0 || days[i - 1]! <= day)).toBe(true)
  })
  it('has a place name wherever it has a position', () => {
    expect(rows.filter((row) => (row.e !== null) !== (row.place !== ''))).toEqual([])
  })
  it('nothing happens in the water', () => {
    const water = basemap.features.filter((f) => f.properties?.layer === 'water') as Feature<
      Polygon | MultiPolygon
    >[]
    const inverse = proj4(SWEREF99TM, 'WGS84')
    const seen = new Set<string>()
    for (const row of rows) {
      if (row.e === null || seen.has(`${row.e} ${row.n}`)) continue
      seen.add(`${row.e} ${row.n}`)
      const point = inverse.forward([row.e, row.n!])
      expect(
        water.some((shape) => turf.booleanPointInPolygon(point, shape)),
        row.id,
      ).toBe(false)
    }
  })
})

describe('positions', () => {
  it('WGS84 and SWEREF 99 TM of the places agree to a metre', () => {
    const places = JSON.parse(demoText('places.json')) as {
      name: string
      lon: number
      lat: number
      e: number
      n: number
    }[]
    for (const place of places) {
      const [e, n] = proj4('WGS84', SWEREF99TM, [place.lon, place.lat])
      expect(Math.hypot(e! - place.e, n! - place.n), place.name).toBeLessThan(1)
    }
  })
  it('both outlines of every zone agree to a metre', () => {
    for (const effect of manifest.plantedEffects)
      for (const zone of Object.values(effect.zones))
        zone.polygon.forEach((polygon, i) =>
          polygon.forEach((ring, j) =>
            ring.forEach(([x, y], k) => {
              const [e, n] = proj4('WGS84', SWEREF99TM, zone.lonLat[i]![j]![k]!)
              expect(Math.hypot(e! - x!, n! - y!)).toBeLessThan(1)
            }),
          ),
        )
  })
  it('lies in the open Baltic between the mainland and Gotland', () => {
    const [west, south, east, north] = turf.bbox(areas)
    expect([west > 18, east < 18.6, south > 58.05, north < 58.3]).toEqual([true, true, true, true])
  })
})

describe('areas.geojson', () => {
  it('three valid polygons with a population for every year', () => {
    expect(areas.features.map((f) => f.properties.id)).toEqual(['A', 'B', 'C'])
    for (const feature of areas.features) {
      expect(turf.booleanValid(feature)).toBe(true)
      expect(turf.kinks(feature).features).toEqual([])
      for (const year of [2022, 2023, 2024, 2025, 2026])
        expect(feature.properties.population[year]).toBeGreaterThan(10_000)
    }
  })
  it('they tile: together as large as apart, in one piece without holes', () => {
    const together = turf.union(areas)!
    const apart = areas.features.reduce((sum, feature) => sum + turf.area(feature), 0)
    expect(Math.abs(turf.area(together) - apart)).toBeLessThan(50)
    expect(together.geometry.type).toBe('Polygon')
    expect(together.geometry.coordinates.length).toBe(1)
  })
})

describe('basemap.geojson', () => {
  const layers = new Set(basemap.features.map((f) => f.properties?.layer as string))
  it('has every layer and nothing else', () => {
    expect([...layers].sort()).toEqual([
      'block',
      'building',
      'label',
      'land',
      'park',
      'rail',
      'square',
      'street',
      'water',
    ])
  })
  it('every polygon is valid, closed and wound as RFC 7946 asks', () => {
    for (const feature of basemap.features) {
      if (feature.geometry.type !== 'Polygon' && feature.geometry.type !== 'MultiPolygon') continue
      const polygons =
        feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates
      expect(polygons.length, JSON.stringify(feature.properties)).toBeGreaterThan(0)
      expect(turf.booleanValid(feature.geometry), JSON.stringify(feature.properties)).toBe(true)
      for (const rings of polygons)
        rings.forEach((ring, k) => {
          expect(ring.length).toBeGreaterThanOrEqual(4)
          expect(ring[0]).toEqual(ring.at(-1))
          expect(turf.booleanClockwise(ring)).toBe(k > 0)
        })
    }
  })
  it('streets and bridges are lines with a class and a width, all but footpaths with a name', () => {
    const streets = basemap.features.filter((f) => f.properties?.layer === 'street')
    for (const { geometry, properties } of streets) {
      expect(geometry.type).toBe('LineString')
      expect(['major', 'minor', 'bridge', 'path']).toContain(properties!.class)
      expect(properties!.width).toBeGreaterThan(2)
      if (properties!.class !== 'path') expect(properties!.name.length).toBeGreaterThan(2)
    }
    const names = new Set(streets.map((f) => f.properties!.name))
    for (const name of [
      'Drottninggatan',
      'Kungsgatan',
      'Esplanaden',
      'Västra leden',
      'Österleden',
      'Åpromenaden',
      'Ringvägen',
      'Björkgatan',
      'Skolgatan',
      'Vasagatan',
      'Linnégatan',
      'Hamnvägen',
      'Kvarngatan',
      'Lindvägen',
      'Södra vägen',
      'Solvägen',
      'Prästgatan',
      'Kyrkogatan',
      'Lammgatan',
      'Mejerigatan',
    ])
      expect(names.has(name), name).toBe(true)
    expect(streets.filter((f) => f.properties!.class === 'bridge').length).toBeGreaterThanOrEqual(4)
  })
})

describe('measures and walks', () => {
  it('ids are unique and everything named exists', () => {
    expect(new Set(measures.map((m) => m.id)).size).toBe(measures.length)
    const known = new Set(causes.map((cause) => cause.id))
    for (const measure of measures) {
      for (const cause of measure.causes) expect(known.has(cause), `${measure.id}: ${cause}`).toBe(true)
      for (const type of measure.crimeTypes) expect(nameOf.has(type), `${measure.id}: ${type}`).toBe(true)
      expect(parseIsoDate(measure.start)).not.toBeNaN()
    }
    for (const effect of manifest.plantedEffects)
      for (const id of effect.measures)
        expect(
          measures.some((m) => m.id === id),
          id,
        ).toBe(true)
  })
  it('one outcome goal has no number, as in the handbook', () => {
    const bare = measures
      .flatMap((m) => m.goals)
      .filter((g) => g.kind === 'outcome' && g.baseline === undefined && g.target === undefined)
    expect(bare.length).toBe(1)
  })
  it('inspections 12 of 12, the bus plan 3 of 8: goals of output and process', () => {
    const goals = measures.flatMap((m) => m.goals)
    expect(goals.some((g) => g.kind === 'output' && g.achieved === 12 && g.target === 12)).toBe(true)
    expect(goals.some((g) => g.kind === 'process' && g.achieved === 3 && g.target === 8)).toBe(true)
  })
  it('two walks with 25-30 observations: some safe, put right, one refused with a reason, one past its date', () => {
    expect(walks.map((walk) => [walk.date, walk.light])).toEqual([
      ['2025-04-09', 'dusk'],
      ['2025-11-12', 'dark'],
    ])
    const all = walks.flatMap((walk) => walk.observations)
    expect(new Set(all.map((o) => o.id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(25)
    expect(all.length).toBeLessThanOrEqual(30)
    expect(all.filter((o) => o.feels === 'safe').length).toBeGreaterThan(4)
    expect(all.filter((o) => o.done && o.confirmed).length).toBeGreaterThan(4)
    expect(all.filter((o) => o.decision?.kind === 'refused').map((o) => Boolean(o.decision?.reason))).toEqual(
      [true],
    )
    expect(all.filter((o) => o.due && o.due < '2026-06-30' && !o.done).length).toBe(1)
  })
})

describe('activity, indicators, repairs', () => {
  it('interventions rise by 55 per cent, January-April 2025 to 2026', () => {
    const { series } = JSON.parse(demoText('activity.json')) as {
      series: { id: string; months: { month: string; count: number }[] }[]
    }
    const months = series.find((s) => s.id === 'pl13-lob')!.months
    const sum = (year: string) =>
      months
        .filter((m) => m.month >= `${year}-01` && m.month <= `${year}-04`)
        .reduce((s, m) => s + m.count, 0)
    expect(Math.round(100 * (sum('2026') / sum('2025') - 1))).toBe(55)
  })
  it('four to six indicators with an interval about each value, 2023 and 2025, per kommundel', () => {
    const indicators = JSON.parse(demoText('indicators.json')) as {
      values: { area: string; year: number; value: number; lower: number; upper: number }[]
    }[]
    expect(indicators.length).toBeGreaterThanOrEqual(4)
    expect(indicators.length).toBeLessThanOrEqual(6)
    for (const { values } of indicators) {
      expect(values.map((v) => `${v.area} ${v.year}`).sort()).toEqual([
        'A 2023',
        'A 2025',
        'B 2023',
        'B 2025',
        'C 2023',
        'C 2025',
      ])
      for (const v of values)
        expect(v.lower < v.value && v.value < v.upper && v.lower > 0 && v.upper < 1).toBe(true)
    }
  })
  it('repairs have a cost in whole SEK and a position', () => {
    const [header, ...lines] = demoText('repairs.csv').trimEnd().split('\n')
    expect(header).toBe('id;datum;slag;kostnad;n;e;plats')
    for (const line of lines)
      expect(line).toMatch(/^TF\d{4};\d{4}-\d\d-\d\d;[^;]+;[1-9]\d+;\d{7};\d{6};[^;]+$/)
  })
})

it('every file of the manifest is there and small enough', () => {
  const limits: Record<string, number> = { incidents: 4_000_000, basemap: 3_000_000 }
  for (const [key, name] of Object.entries(manifest.files))
    expect(statSync(new URL(`../../public/demo/${name}`, import.meta.url)).size, name).toBeLessThan(
      limits[key] ?? 250_000,
    )
})
