import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projection, SWEREF99_LOCAL, SWEREF99_TM, WGS84 } from '../../../src/ingest/crs.ts'
import { proposeAreaColumns } from '../../../src/ingest/areas/areaColumns.ts'
import { readAreaShapes } from '../../../src/ingest/areas/areaReading.ts'
import { areaSetOf, mapAreas, type AreaMapping } from '../../../src/ingest/areas/areaSetOf.ts'
import { surfaceOf } from '../../../src/ingest/areas/polygons.ts'
import { selfIntersects } from '../../../src/ingest/areas/selfIntersection.ts'
import { hasReference } from '../files.ts'
import { box, layer, polygon, referenceLayer } from './layers.ts'

const count = (notes: { code: string; count: number }[], code: string) =>
  notes.find((note) => note.code === code)?.count ?? 0
const mappingOf = (proposed: Omit<AreaMapping, 'setName'>): AreaMapping => ({ ...proposed, setName: 'X' })

describe('the columns of a layer', () => {
  const column = (index: number, ...values: string[]) =>
    values.map((value) => Array.from({ length: 3 }, (_, c) => (c === index ? value : 'x')))

  it('DeSO, RegSO and kommuner are known by their codes, whatever the column is called', () => {
    expect(proposeAreaColumns(['a'], [['0180A0010'], ['0180C1234']])).toEqual({
      key: 0,
      name: null,
      level: 'deso',
    })
    expect(
      proposeAreaColumns(
        ['regso', 'namn'],
        [
          ['0180R001', 'Hjulsta'],
          ['0180R002', 'Tensta'],
        ],
      ),
    ).toEqual({
      key: 0,
      name: 1,
      level: 'regso',
    })
    expect(
      proposeAreaColumns(
        ['kn_kod', 'kn_namn'],
        [
          ['0114', 'Upplands Väsby'],
          ['2584', 'Kiruna'],
        ],
      ),
    ).toEqual({
      key: 0,
      name: 1,
      level: 'kommun',
    })
    // Four digits alone are no kommun, and no county 02 exists.
    expect(proposeAreaColumns(['kod'], [['0114'], ['2584']]).level).toBe('own')
    expect(proposeAreaColumns(['kod'], [['0214A0010']]).level).toBe('own')
  })

  it('the key of a DeSO layer is the DeSO and not its kommun', () => {
    const rows = [
      ['1', '0180A0010', '0180', 'Stockholm', '01'],
      ['2', '0180A0020', '0180', 'Stockholm', '01'],
      ['3', '0181C1010', '0181', 'Södertälje', '01'],
    ]
    const { key, name, level } = proposeAreaColumns(
      ['objectid', 'desokod', 'kommunkod', 'kommunnamn', 'lanskod'],
      rows,
    )
    expect({ key, level }).toEqual({ key: 1, level: 'deso' })
    expect(name).not.toBe(2)
  })

  it('kommundelar and basområden by their headings', () => {
    expect(proposeAreaColumns(['delomrade', 'do_kod', 'area'], [['KLAGSHAMN', '24302', '4759718'], ['BUNKEFLO', '24401', '4759719']])).toEqual({ key: 1, name: 0, level: 'kommundel' }) // prettier-ignore
    expect(proposeAreaColumns(['ajour_datu', 'basomrade', 'area_km2'], [['2021-02-04', '21052', '0.19'], ['2021-02-04', '30402', '0.1']])).toEqual({ key: 1, name: null, level: 'basomrade' }) // prettier-ignore
    expect(proposeAreaColumns(['precinct'], [['Airways'], ['Appling Farms']])).toEqual({ key: 0, name: 0, level: 'own' }) // prettier-ignore
    expect(proposeAreaColumns([], [[], []])).toEqual({ key: null, name: null, level: 'own' })
    expect(proposeAreaColumns(['a', 'b', 'c'], column(1, '', '')).key).toBeNull()
  })
})

describe('the shapes of a layer', () => {
  const features = [
    { cells: ['1', 'Norr'], geometry: polygon(box(15, 59, 0.1), box(15.02, 59.02, 0.01)) },
    { cells: ['2', 'Söder'], geometry: { type: 'MultiPolygon', coordinates: [[box(16, 59, 0.1)], [box(16.2, 59, 0.1)]] } as GeoJSON.MultiPolygon }, // prettier-ignore
    { cells: ['3', 'Fjäril'], geometry: polygon([[17, 59], [17.1, 59.1], [17.1, 59], [17, 59.1], [17, 59]]) }, // prettier-ignore
    { cells: ['4', 'Strimla'], geometry: polygon([[18, 59], [18.1, 59], [18.1, 59.000001], [18, 59.000001], [18, 59]]) }, // prettier-ignore
    { cells: ['5', 'Ingen'], geometry: null },
    { cells: ['6', 'Punkt'], geometry: { type: 'Point', coordinates: [15, 59] } as GeoJSON.Point },
    { cells: ['7', 'Streck'], geometry: polygon([[18, 59], [18.1, 59], [18, 59]]) }, // prettier-ignore
    { cells: ['8', 'Öppen'], geometry: polygon([[19, 59], [19.1, 59], [19.1, 59.1]]) }, // prettier-ignore
    { cells: ['9', 'NaN'], geometry: polygon([[19, NaN], [19.1, 59], [19.1, 59.1], [19, NaN]]) }, // prettier-ignore
    { cells: ['10', 'Samling'], geometry: { type: 'GeometryCollection', geometries: [polygon(box(20, 59, 0.1)), { type: 'Point', coordinates: [20, 59] }] } as GeoJSON.GeometryCollection }, // prettier-ignore
  ]

  it('keep what bounds ground, and report the rest by name', () => {
    const reading = readAreaShapes(layer(['id', 'namn'], features), SWEREF99_TM)
    expect(reading.rows.map(([, name]) => name)).toEqual(['Norr', 'Söder', 'Fjäril', 'Strimla', 'Öppen', 'Samling']) // prettier-ignore
    expect(reading.features).toBe(10)
    expect(Object.fromEntries(reading.notes.map(({ code, examples }) => [code, examples]))).toEqual({
      noGeometry: ['Ingen'],
      notPolygon: ['Punkt'],
      brokenRing: ['Streck', 'NaN'],
      selfIntersecting: ['Fjäril'],
      sliver: ['Strimla'],
      holes: ['Norr'],
      severalParts: ['Söder'],
    })
    const [norr, soder] = reading.shapes
    // A degree of latitude is 111.4 km here and one of longitude 57.5 km; the hole takes a hundredth.
    expect(norr!.surface).toBeGreaterThan(0.98 * 11.14 * 5.74 * 0.99)
    expect(norr!.surface).toBeLessThan(1.02 * 11.14 * 5.76 * 0.99)
    expect(soder!.surface / norr!.surface).toBeCloseTo(2 / 0.99, 2)
  })

  it('are the same areas from any CRS, to a millimetre', () => {
    const local = SWEREF99_LOCAL[1]!
    const into = projection(local)
    const ring = box(13, 55.5, 0.05)
    const moved = ring.map(([lon, lat]) => into.forward(lon!, lat!))
    const direct = readAreaShapes(layer(['id'], [{ cells: ['1'], geometry: polygon(ring) }]), SWEREF99_TM)
    const through = readAreaShapes(
      layer(['id'], [{ cells: ['1'], geometry: polygon(moved) }], local),
      SWEREF99_TM,
    )
    const own = readAreaShapes(layer(['id'], [{ cells: ['1'], geometry: polygon(moved) }], local), local)
    direct.shapes[0]!.polygon[0]![0]!.forEach(([x, y], i) => {
      const [a, b] = through.shapes[0]!.polygon[0]![0]![i]!
      expect(Math.hypot(a! - x!, b! - y!)).toBeLessThan(1e-3)
    })
    expect(own.shapes[0]!.polygon[0]![0]).toEqual(moved)
    expect(through.crs.epsg).toBe(3008)
  })

  it('take the metric CRS of where they lie where no data are loaded', () => {
    const at = (lon: number, lat: number) =>
      readAreaShapes(layer(['id'], [{ cells: ['1'], geometry: polygon(box(lon, lat, 0.1)) }]), null).metric
        .epsg
    expect(at(15, 59)).toBe(3006)
    expect(at(-90, 35)).toBe(32616)
  })

  it('fail with a code where nothing bounds ground, or nothing lies on the earth', () => {
    const point: GeoJSON.Point = { type: 'Point', coordinates: [15, 59] }
    expect(() => readAreaShapes(layer(['id'], [{ cells: ['1'], geometry: point }]), null)).toThrow(
      'noPolygons',
    )
    expect(() => readAreaShapes(layer(['id'], []), null)).toThrow('noPolygons')
    const metres = polygon(box(674_000, 6_580_000, 100))
    expect(() => readAreaShapes(layer(['id'], [{ cells: ['1'], geometry: metres }], WGS84), null)).toThrow('outsideCrs') // prettier-ignore
    expect(readAreaShapes(layer(['id'], [{ cells: ['1'], geometry: metres }], WGS84), null, SWEREF99_TM).shapes).toHaveLength(1) // prettier-ignore
  })

  it('a bow tie crosses itself, a star of one stroke too; a convex ring, a hole and touching corners do not', () => {
    const ring = (...corners: number[][]) => [[[...corners, corners[0]!]]]
    expect(selfIntersects(ring([0, 0], [1, 1], [1, 0], [0, 1]))).toBe(true)
    expect(selfIntersects([[box(0, 0, 10), box(2, 2, 2)]])).toBe(false)
    expect(selfIntersects([[box(0, 0, 10), box(8, 8, 5)]])).toBe(true)
    expect(selfIntersects([[box(0, 0, 10)], [box(10, 10, 5)]])).toBe(false)
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (corners, turn) => {
          const at = (k: number) => [
            100 * Math.cos(turn + (2 * Math.PI * k) / corners),
            100 * Math.sin(turn + (2 * Math.PI * k) / corners),
          ]
          const convex = Array.from({ length: corners }, (_, k) => at(k))
          expect(selfIntersects(ring(...convex))).toBe(false)
          if (corners >= 5 && corners % 2 === 1)
            expect(selfIntersects(ring(...convex.map((_, k) => at(2 * k))))).toBe(true)
        },
      ),
    )
  })
})

describe('areas as mapped', () => {
  const reading = readAreaShapes(
    layer(
      ['kod', 'namn', 'folkmängd 2024'],
      [
        { cells: ['A', 'Norr', '120'], geometry: polygon(box(15, 59, 0.1)) },
        { cells: ['A', 'norr ', '120'], geometry: polygon(box(15.2, 59, 0.1)) },
        { cells: ['A', 'Öster', ''], geometry: polygon(box(15.4, 59, 0.1)) },
        { cells: ['', 'Väster', ''], geometry: polygon(box(15.6, 59, 0.1)) },
        { cells: ['B', '', ''], geometry: polygon(box(15.8, 59, 0.1)) },
      ],
    ),
    SWEREF99_TM,
  )

  it('parts of one key and name are one area; another name stays apart; the name stands for a missing key', () => {
    const { areas, notes } = mapAreas(reading, mappingOf({ key: 0, name: 1, level: 'own' }))
    expect(areas.map(({ id, name }) => [id, name])).toEqual([
      ['A', 'Norr'],
      ['A (2)', 'Öster'],
      ['Väster', 'Väster'],
      ['B', 'B'],
    ])
    expect(areas[0]!.polygon).toHaveLength(2)
    expect(areas[0]!.surface).toBeCloseTo(surfaceOf(areas[0]!.polygon) / 1e6, 9)
    expect(areas[0]!.population).toEqual({ 2024: 120 })
    expect(areas[0]!.properties).toEqual({ kod: 'A', namn: 'Norr', 'folkmängd 2024': '120' })
    expect([count(notes, 'duplicateKey'), count(notes, 'noKey')]).toEqual([2, 1])
  })

  it('without a key features are numbered, or go by name', () => {
    const numbered = mapAreas(reading, mappingOf({ key: null, name: null, level: 'own' }))
    expect(numbered.areas.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])
    const named = mapAreas(reading, mappingOf({ key: null, name: 1, level: 'own' }))
    expect(named.areas.map(({ id }) => id)).toEqual(['Norr', 'norr', 'Öster', 'Väster', '5'])
    expect(count(named.notes, 'duplicateName')).toBe(2)
  })

  it('a leading zero is kept, and given back to a kommun code that lost it', () => {
    const kommuner = readAreaShapes(
      layer(
        ['kommunkod', 'namn'],
        [
          { cells: ['180', 'Stockholm'], geometry: polygon(box(18, 59, 0.1)) },
          { cells: ['1480', 'Göteborg'], geometry: polygon(box(12, 57, 0.1)) },
        ],
      ),
      SWEREF99_TM,
    )
    const set = areaSetOf(kommuner, mappingOf(kommuner.proposed), 'k')
    expect(set.areas.map(({ id }) => id)).toEqual(['0180', '1480'])
    expect(set.source).toMatchObject({ keyColumn: 'kommunkod', nameColumn: 'namn', features: 2 })
  })
})

describe.runIf(hasReference)('the reference layers', () => {
  const facts = [
    { name: 'sweden_kommuner.geojson', areas: 290, level: 'kommun', first: ['0114', 'Upplands Väsby'] },
    { name: 'sweden_lan.geojson', areas: 21, level: 'lan', first: ['01', 'Stockholms'] },
    { name: 'malmo_delomraden.geojson', areas: 136, level: 'kommundel', first: ['24407', 'TYGELSJÖ VÅNG'] },
    { name: 'goteborg_basomraden.geojson', areas: 1012, level: 'basomrade', first: ['21052', '21052'] },
  ] as const

  it.each(facts)('$name', ({ name, areas, level, first }) => {
    const reading = readAreaShapes(referenceLayer(name), null)
    const set = areaSetOf(reading, mappingOf(reading.proposed), 'x')
    expect(set.areas).toHaveLength(areas)
    expect(set.level).toBe(level)
    expect([set.areas[0]!.id, set.areas[0]!.name]).toEqual(first)
    expect(new Set(set.areas.map(({ id }) => id)).size).toBe(areas)
    expect(set.metric.epsg).toBe(3006)
  })

  it("surfaces agree with the files' own: Malmö in m², Göteborg in km², kommuner within their water", () => {
    const malmo = readAreaShapes(referenceLayer('malmo_delomraden.geojson'), SWEREF99_LOCAL[1]!)
    for (const [i, { surface }] of malmo.shapes.entries())
      expect(surface / (Number(malmo.rows[i]![2]) / 1e6)).toBeCloseTo(1, 2)
    const goteborg = readAreaShapes(referenceLayer('goteborg_basomraden.geojson'), SWEREF99_LOCAL[0]!)
    const total = goteborg.shapes.reduce((sum, { surface }) => sum + surface, 0)
    const stated = goteborg.rows.reduce((sum, row) => sum + Number(row[2]), 0)
    // The city's own figures are half a percent smaller throughout: reckoned on another figure of the earth.
    expect(Math.abs(total / stated - 1)).toBeLessThan(0.01)
  })

  it('kommuner carry the population that stands in the layer', () => {
    const reading = readAreaShapes(referenceLayer('sweden_kommuner.geojson'), null)
    const { areas } = mapAreas(reading, mappingOf(reading.proposed))
    expect(areas.find(({ id }) => id === '0180')!.population).toEqual({ 0: 935_619 })
  })
})
