import proj4 from 'proj4'
import * as turf from '@turf/turf'
import { describe, expect, it } from 'vitest'
import type { MeasureGeometry } from '../../src/domain/measure.ts'
import {
  areas,
  crimeLabels,
  inside,
  manifest,
  measures,
  nameOf,
  project,
  readRows,
  SWEREF99TM,
  within,
  type Row,
} from './demoFiles.ts'

const forward = (p: number[]) => proj4('WGS84', SWEREF99TM, p)
const polygons = areas.features.map((feature) => ({
  id: feature.properties.id,
  polygon: project(feature, forward),
}))
const rows = readRows(
  (e, n) => polygons.find(({ polygon }) => turf.booleanPointInPolygon([e, n], polygon))?.id ?? '',
)
const crimes = rows.filter((row) => row.kind === 'brott')
const count = (test: (row: Row) => boolean) => crimes.reduce((sum, row) => sum + (test(row) ? 1 : 0), 0)

const assaults = crimes.filter((row) => row.label === 'Misshandel utomhus')
const januaryToApril = (row: Row, year: number) => within(row, { from: `${year}-01-01`, to: `${year}-04-30` })

describe('outdoor assaults January-April, all hours', () => {
  const table: Record<string, number[]> = {
    A: [22, 25, 31, 23],
    B: [17, 19, 25, 21],
    C: [11, 11, 11, 11],
    town: [50, 55, 67, 55],
  }
  for (const [area, counts] of Object.entries(table))
    it(`${area}: ${counts.join(', ')}`, () => {
      const found = [2023, 2024, 2025, 2026].map(
        (year) =>
          assaults.filter((row) => januaryToApril(row, year) && (area === 'town' || row.area === area))
            .length,
      )
      expect(found).toEqual(counts)
    })

  it('says what the handbook says after rounding to whole percent', () => {
    const change = (area: string, from: number, to: number) =>
      Math.round(100 * (table[area]![to]! / table[area]![from]! - 1))
    const town = [2023, 2024, 2025, 2026].map((y) => assaults.filter((row) => januaryToApril(row, y)).length)
    expect(Math.round(100 * (town[2]! / town[1]! - 1))).toBe(22)
    expect(Math.round(100 * (town[2]! / town[0]! - 1))).toBe(34)
    expect(Math.round(100 * (town[3]! / town[2]! - 1))).toBe(-18)
    expect(change('A', 2, 3)).toBe(-26)
  })

  it('A and B have most per inhabitant and rise fastest', () => {
    const per = Object.fromEntries(
      areas.features.map(({ properties: { id, population } }) => {
        const n = (year: number) =>
          assaults.filter((row) => row.area === id && januaryToApril(row, year)).length
        return [id, { rate: n(2025) / population['2025']!, rise: n(2025) / n(2024) }]
      }),
    )
    expect(Math.min(per.A!.rate, per.B!.rate)).toBeGreaterThan(2 * per.C!.rate)
    expect(Math.min(per.A!.rise, per.B!.rise)).toBeGreaterThan(per.C!.rise)
  })
})

describe('kommundel A in 2024', () => {
  const table: Record<string, number> = {
    'misshandel-utomhus': 87,
    'misshandel-inomhus': 105,
    'liv-halsa-ovrigt': 11,
    'olaga-hot': 134,
    ofredande: 143,
    hemfridsbrott: 57,
    kvinnofridsbrott: 5,
    'valdtakt-ute': 0,
    'valdtakt-inne': 9,
    'sexuellt-ofredande': 4,
    'sexualbrott-ovrigt': 14,
    'tillgrepp-fordon': 540,
    cykelstold: 160,
    'inbrott-bostad': 31,
    'inbrott-kallare-vind': 114,
    'inbrott-skola': 88,
    'stold-ur-fordon': 1250,
    'stold-butik': 152,
    'stold-kontor': 241,
    personran: 46,
    'inbrott-kontor': 107,
    'tillgrepp-ovrigt': 841,
    bedrageri: 114,
    'bedrageri-ovrigt': 17,
    'skadegorelse-fordon': 229,
    'skadegorelse-offentligt': 33,
    klotter: 284,
    'skadegorelse-ovrig': 157,
    alkohollagen: 17,
    'narkotika-innehav': 139,
    'narkotika-overlatelse': 23,
    'narkotika-ovrigt': 8,
  }
  const inA = crimes.filter((row) => row.area === 'A' && row.from.startsWith('2024'))
  it.each(Object.entries(table))('%s: %i', (id, expected) => {
    expect(nameOf.has(id)).toBe(true)
    expect(inA.filter((row) => row.label === nameOf.get(id)).length).toBe(expected)
  })
  it('names every type of the taxonomy and sums to 5 160', () => {
    expect(Object.keys(table).sort()).toEqual([...nameOf.keys()].sort())
    expect(inA.length).toBe(5160)
  })
  it('has 62 outdoor assaults after April', () => {
    expect(
      assaults.filter((r) => r.area === 'A' && within(r, { from: '2024-05-01', to: '2024-12-31' })).length,
    ).toBe(62)
  })
})

/** Target, control, ring and the ring's control: before → after. */
const effects: Record<string, Record<string, [number, number]>> = {
  'parkering-n': { target: [207, 110], control: [308, 318], ring: [178, 157], ringControl: [150, 140] },
  cykelstall: { target: [48, 24], control: [40, 40], ring: [36, 60], ringControl: [30, 30] },
  'gata-e': { target: [81, 43], control: [88, 88], ring: [96, 96], ringControl: [52, 52] },
  'fritidsgard-j': { target: [4, 1] },
  busstorget: { target: [22, 11], control: [18, 18], ring: [8, 8], ringControl: [7, 7] },
}

describe('planted effects, twelve months before and after 2025-06-01', () => {
  const inZone = (labels: Set<string>, polygon: number[][][][]) =>
    crimes.filter((row) => labels.has(row.label) && row.e !== null && inside(row.e, row.n!, polygon))

  it.each(manifest.plantedEffects)('$id', ({ id, crimeTypes, before, after, zones }) => {
    expect([before, after]).toEqual([
      { from: '2024-06-01', to: '2025-05-31' },
      { from: '2025-06-01', to: '2026-05-31' },
    ])
    const labels = new Set(crimeTypes.map((type) => nameOf.get(type)!))
    const found = Object.fromEntries(
      Object.entries(zones).map(([part, zone]) => {
        const there = inZone(labels, zone.polygon)
        const counts = [before, after].map((span) => there.filter((row) => within(row, span)).length)
        expect(zone.counts).toEqual({ before: counts[0], after: counts[1] })
        return [part, counts]
      }),
    )
    expect(found).toEqual(effects[id])
  })

  it.each(manifest.plantedEffects)(
    '$id: the measure drawn as a circle or a line with a radius counts the same',
    (effect) => {
      const labels = new Set(effect.crimeTypes.map((type) => nameOf.get(type)!))
      for (const id of effect.measures) {
        const { geometry } = measures.find((measure) => measure.id === id)!
        if (!geometry || geometry.type === 'Polygon') throw new Error(`${id} is no point or line`)
        const spine = (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates).map((p) =>
          forward(p),
        )
        const distance = (row: Row) => distanceTo(spine, row.e!, row.n!)
        const near = crimes.filter(
          (row) => labels.has(row.label) && row.e !== null && row.area === effect.zones.target!.area,
        )
        const counts = (from: number, to: number) => {
          const there = near.filter((row) => distance(row) >= from && distance(row) < to)
          return [effect.before, effect.after].map((span) => there.filter((row) => within(row, span)).length)
        }
        expect(counts(0, geometry.radius)).toEqual(effects[effect.id]!.target)
        if (effect.zones.ring)
          expect(counts(geometry.radius, geometry.radius + 150)).toEqual(effects[effect.id]!.ring)
      }
    },
  )

  it('no other measure against the same crimes touches a zone, but the youth police at J', () => {
    const touching = manifest.plantedEffects.flatMap(({ id, crimeTypes, measures: own, zones }) =>
      measures
        .filter((m) => !own.includes(m.id) && m.crimeTypes.some((type) => crimeTypes.includes(type)))
        .filter((m) =>
          Object.values(zones).some((zone) =>
            turf.booleanIntersects(ground(m.geometry!), turf.multiPolygon(zone.lonLat)),
          ),
        )
        .map((m) => `${m.id} at ${id}`),
    )
    expect(touching).toEqual(['ungdomspolis-j at fritidsgard-j'])
  })

  it('street E was chosen after a peak: the two years around it are level', () => {
    const { crimeTypes, zones } = manifest.plantedEffects.find((c) => c.id === 'gata-e')!
    const there = inZone(new Set(crimeTypes.map((type) => nameOf.get(type)!)), zones.target!.polygon)
    const years = [2023, 2024, 2025].map(
      (y) => there.filter((row) => within(row, { from: `${y}-06-01`, to: `${y + 1}-05-31` })).length,
    )
    expect(years).toEqual([42, 81, 43])
  })

  it('zones do not meet: no two overlap, within a case or across cases', () => {
    const all = manifest.plantedEffects.flatMap((c) =>
      Object.values(c.zones).map((zone) => turf.multiPolygon(zone.polygon)),
    )
    for (let i = 0; i < all.length; i++)
      for (let j = 0; j < i; j++) {
        const shared = turf.intersect(turf.featureCollection([all[i]!, all[j]!]))
        const size = shared ? Math.abs(planarArea(shared.geometry)) : 0
        expect(size).toBeLessThan(1)
      }
  })
})

/** The ground that a measure covers, in degrees. */
function ground(geometry: MeasureGeometry) {
  if (geometry.type === 'Polygon') return turf.polygon(geometry.coordinates)
  const spine =
    geometry.type === 'Point' ? turf.point(geometry.coordinates) : turf.lineString(geometry.coordinates)
  return turf.buffer(spine, geometry.radius, { units: 'meters' })!
}

/** Metres from a position to a spot or a straight line. */
function distanceTo(spine: number[][], e: number, n: number): number {
  const [ax, ay] = spine[0] as [number, number]
  const [bx, by] = spine.at(-1) as [number, number]
  const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2
  const t = lengthSquared === 0 ? 0 : ((e - ax) * (bx - ax) + (n - ay) * (by - ay)) / lengthSquared
  const along = Math.max(0, Math.min(1, t))
  return Math.hypot(e - ax - along * (bx - ax), n - ay - along * (by - ay))
}

function planarArea(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const ring = (r: number[][]) =>
    r.reduce((s, p, i) => s + p[0]! * r[(i + 1) % r.length]![1]! - r[(i + 1) % r.length]![0]! * p[1]!, 0) / 2
  return polygons.reduce(
    (sum, [outer, ...holes]) =>
      sum + Math.abs(ring(outer!)) - holes.reduce((s, h) => s + Math.abs(ring(h)), 0),
    0,
  )
}

describe('the whole', () => {
  it('has about 35 000 crimes and 2 000 events', () => {
    expect(Math.abs(crimes.length - 35_000)).toBeLessThan(1500)
    expect(Math.abs(rows.length - crimes.length - 2000)).toBeLessThan(100)
    expect(count((row) => !crimeLabels.has(row.label))).toBe(0)
    expect(rows.some((row) => row.kind === 'händelse' && crimeLabels.has(row.label))).toBe(false)
  })
  it('has about 10 000 crimes a year in town', () => {
    for (const year of ['2023', '2024', '2025'])
      expect(Math.abs(count((row) => row.from.startsWith(year)) - 10_000)).toBeLessThan(500)
  })
  it('every row with a position lies in a kommundel', () => {
    expect(rows.filter((row) => row.e !== null && row.area === '').length).toBe(0)
  })
  it('a few per cent lack a clock, a few rows a position, a handful run backwards', () => {
    const share = (test: (row: Row) => boolean) => rows.filter(test).length / rows.length
    const noClock = share((row) => row.from.length === 10)
    expect(noClock).toBeGreaterThan(0.02)
    expect(noClock).toBeLessThan(0.05)
    const noPlace = share((row) => row.e === null)
    expect(noPlace).toBeGreaterThan(0.003)
    expect(noPlace).toBeLessThan(0.02)
    const backwards = rows.filter((row) => row.to !== '' && row.to < row.from).length
    expect(backwards).toBeGreaterThanOrEqual(5)
    expect(backwards).toBeLessThanOrEqual(12)
    expect(share((row) => row.to !== '')).toBeLessThan(0.5)
  })
})

const weekday = (row: Row) => (new Date(`${row.from.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7
const hour = (row: Row) => Number(row.from.slice(11, 13))
/** Friday 22 to Saturday 03 and Saturday 22 to Sunday 03. */
const weekendNight = (row: Row) => {
  if (row.from.length === 10) return false
  const [d, h] = [weekday(row), hour(row)]
  return (h >= 22 && (d === 4 || d === 5)) || (h < 3 && (d === 5 || d === 6))
}

describe('when and where', () => {
  const nights = assaults.filter((row) => januaryToApril(row, 2025) && weekendNight(row))
  const about = (place: string) => nights.filter((row) => row.place === place).length

  it('half of the outdoor assaults fall on Friday and Saturday nights', () => {
    expect(nights.length / 67).toBeGreaterThan(0.45)
    expect(nights.length / 67).toBeLessThan(0.65)
  })
  it('two squares hold about a third of them', () => {
    const share = (about('Busstorget') + about('Kvarntorget')) / nights.length
    expect(share).toBeGreaterThan(0.28)
    expect(share).toBeLessThan(0.4)
  })
  it('three to five places have at least five within 75 m', () => {
    const clusters: Row[] = []
    const size = (row: Row) => nights.filter((o) => Math.hypot(o.e! - row.e!, o.n! - row.n!) <= 75).length
    for (const row of [...nights].sort((a, b) => size(b) - size(a)))
      if (size(row) >= 5 && clusters.every((c) => Math.hypot(c.e! - row.e!, c.n! - row.n!) > 200))
        clusters.push(row)
    expect(clusters.length).toBeGreaterThanOrEqual(3)
    expect(clusters.length).toBeLessThanOrEqual(5)
  })
  it('after Friday and Saturday the centre is worst on Wednesday nights', () => {
    const midweek = assaults.filter((row) => row.area === 'A' && row.from.length > 10)
    const night = (day: number) =>
      midweek.filter(
        (row) =>
          (weekday(row) === day && hour(row) >= 21) || (weekday(row) === (day + 1) % 7 && hour(row) < 3),
      ).length
    // Monday 0 … Sunday 6; Thursdays are the youth centre's
    const youth = manifest.plantedEffects.find((c) => c.id === 'fritidsgard-j')!.zones.target!
    const thursday = midweek.filter(
      (row) => weekday(row) === 3 && hour(row) >= 21 && !inside(row.e!, row.n!, youth.polygon),
    ).length
    expect(night(2)).toBeGreaterThan(Math.max(night(0), night(1), thursday, night(6)))
    expect(night(2)).toBeLessThan(Math.min(night(4), night(5)) / 2)
  })
  it('youth centre J is a Thursday place, 20-01', () => {
    const zone = manifest.plantedEffects.find((c) => c.id === 'fritidsgard-j')!.zones.target!
    const there = assaults.filter((row) => inside(row.e!, row.n!, zone.polygon))
    expect(there.length).toBeGreaterThanOrEqual(5)
    for (const row of there)
      expect((weekday(row) === 3 && hour(row) >= 20) || (weekday(row) === 4 && hour(row) < 1)).toBe(true)
  })
  it('thefts from vehicles at N run from evening to morning', () => {
    const zone = manifest.plantedEffects.find((c) => c.id === 'parkering-n')!.zones.target!
    const there = crimes.filter(
      (r) => r.label === 'Stöld ur motorfordon' && r.e !== null && inside(r.e, r.n!, zone.polygon),
    )
    const overnight = there.filter((r) => r.to !== '' && r.from.slice(0, 10) < r.to.slice(0, 10))
    expect(overnight.length / there.length).toBeGreaterThan(0.6)
  })
  it('every kommundel has crimes of every category and no month is empty', () => {
    for (const area of ['A', 'B', 'C'])
      for (let m = 0; m < 42; m++) {
        const month = `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`
        expect(count((row) => row.area === area && row.from.startsWith(month))).toBeGreaterThan(80)
      }
  })
})
