import { describe, expect, it } from 'vitest'
import { crsByEpsg, projection, SWEREF99_LOCAL } from '../../../src/ingest/crs.ts'
import { load, proposeMapping, sniff, type Mapping } from '../../../src/ingest/index.ts'
import { axisNames } from '../../../src/ingest/positions/coordinateNames.ts'
import { crsCandidates } from '../../../src/ingest/positions/crsCandidates.ts'
import type { SourceGeometry } from '../../../src/ingest/source.ts'
import { file, lines, loadFile, noted } from '../files.ts'

async function propose(header: string, ...values: string[]): Promise<Mapping> {
  return proposeMapping(await sniff(lines(`typ\t${header}`, ...values.map((value) => `Klotter\t${value}`))))
}

describe('one column with both coordinates', () => {
  it.each<[string, string, string[], object, string]>([
    [
      'lat, lon',
      'koordinat',
      ['59.3293, 18.0686', '59.3310, 18.0590'],
      { notation: 'text', northFirst: true, crs: { epsg: 4326 } },
      'sure',
    ],
    [
      'decimal commas',
      'plats',
      ['59,3293 18,0686', '59,3310 18,0590'],
      { notation: 'text', northFirst: true, crs: { epsg: 4326 } },
      'likely',
    ],
    [
      'lon lat',
      'position',
      ['18.0686 59.3293', '18.0590 59.3310'],
      { notation: 'text', northFirst: false, crs: { epsg: 4326 } },
      'sure',
    ],
    [
      'degrees, minutes, seconds',
      'gps',
      ['59°19\'46"N 18°04\'07"E', '59°19\'52"N 18°03\'32"E'],
      { notation: 'text', northFirst: true, crs: { epsg: 4326 } },
      'sure',
    ],
    [
      'WKT',
      'geom',
      ['POINT(18.0686 59.3293)', 'POINT(18.059 59.331)'],
      { notation: 'wkt', northFirst: false, crs: { epsg: 4326 } },
      'sure',
    ],
    [
      'WKT the wrong way round',
      'geom',
      ['POINT(6580822 674032)', 'POINT(6580900 674100)'],
      { notation: 'wkt', northFirst: true, crs: { epsg: 3006 } },
      'sure',
    ],
    [
      'EWKT',
      'the_geom',
      ['SRID=3006;POINT(674032 6580822)', 'SRID=3006;POINT(674100 6580900)'],
      { notation: 'wkt', northFirst: false, crs: { epsg: 3006 } },
      'sure',
    ],
    [
      'ISO 6709',
      'punkt',
      ['+59.3293+018.0686/', '+59.3310+018.0590/'],
      { notation: 'iso6709', crs: { epsg: 4326 } },
      'sure',
    ],
    [
      'SWEREF with blanks between thousands',
      'koordinater',
      ['6 580 822, 674 032', '6 580 900, 674 100'],
      { notation: 'text', northFirst: true, crs: { epsg: 3006 } },
      'sure',
    ],
    [
      'abroad',
      'latlng',
      ['35.149, -89.942', '35.059, -89.860'],
      { notation: 'text', northFirst: true, crs: { epsg: 4326 } },
      'likely',
    ],
  ])('%s', async (_, header, values, source, certainty) => {
    const mapping = await propose(header, ...values)
    expect(mapping.position).toMatchObject({ kind: 'single', column: 1, ...source })
    expect(mapping.certainty.position).toBe(certainty)
  })

  it('is no pair of clock times, no house number, no telephone number', async () => {
    const mapping = await propose(
      'datum\ttider\tnummer\ttelefon',
      '2025-03-01\t23:15 01:30\t12 14\t070-123 45 67',
      '2025-03-02\t10:00 11:30\t3 5\t08-12 34 56',
    )
    expect(mapping.position).toBeNull()
  })
})

describe('two columns of degrees and minutes', () => {
  it.each([
    ['by letters', 'a\tb', ['59°19\'46"N\t18°04\'07"E', '59°19\'52"N\t18°03\'32"E'], { x: 2, y: 1 }],
    ['by size', 'x\ty', ['59 19.77\t18 04.12', '59 19.87\t18 03.53'], { x: 2, y: 1 }],
    ['by name, abroad', 'lat\tlon', ["35°08.9'N\t89°56.5'W", "35°03.5'N\t89°51.6'W"], { x: 2, y: 1 }],
  ])('%s', async (_, header, values, columns) => {
    expect((await propose(header, ...values)).position).toMatchObject({
      kind: 'pair',
      notation: 'dms',
      crs: { epsg: 4326 },
      ...columns,
    })
  })

  it('lands where the decimals land', async () => {
    const { columns, report } = await loadFile(
      lines(
        'datum;lat;lon',
        '2025-03-01;59°19\'46"N;18°04\'07"E',
        '2025-03-01;N59 19 46;E18 4 7',
        '2025-03-01;59 61 N;18 4 E',
        '2025-03-01;;',
      ),
    )
    expect(columns.lat[0]).toBeCloseTo(59 + 19 / 60 + 46 / 3600, 10)
    expect(columns.lon[0]).toBeCloseTo(18 + 4 / 60 + 7 / 3600, 10)
    expect(columns.x[1]).toBe(columns.x[0])
    expect([noted(report, 'nonNumericPosition'), noted(report, 'noPosition')]).toEqual([1, 1])
  })
})

describe('blanks between thousands', () => {
  it('are read away', async () => {
    const { columns, report } = await loadFile(
      lines('datum;N;E', '2025-03-01;6 580 822;674 032', '2025-03-01;6\u00a0580\u00a0900,5;674\u202f100'),
    )
    expect(report.sourceCrs?.epsg).toBe(3006)
    expect([...columns.x]).toEqual([674032, 674100])
    expect([...columns.y]).toEqual([6580822, 6580900.5])
  })
})

describe('the same places in every notation and CRS', () => {
  const PLACES = [
    [13.0007, 55.6091],
    [13.0203, 55.5932],
    [12.9822, 55.6011],
  ] as const
  const loadAs = (header: string, write: (lon: number, lat: number) => string) =>
    loadFile(lines(`datum;${header}`, ...PLACES.map(([lon, lat]) => `2025-03-01;${write(lon, lat)}`)))
  const dms = (value: number, letter: string) => {
    const seconds = value * 3600
    const [d, m] = [Math.floor(value), Math.floor(seconds / 60) % 60]
    return `${d}°${m}'${(seconds - d * 3600 - m * 60).toFixed(5)}"${letter}`
  }
  const plane = (epsg: number, lon: number, lat: number) =>
    projection(crsByEpsg(epsg)!)
      .forward(lon, lat)
      .map((v) => v.toFixed(4)) as [string, string]

  const WAYS: [string, string, (lon: number, lat: number) => string][] = [
    ['degrees', 'lat;lon', (lon, lat) => `${lat};${lon}`],
    ['minutes and seconds', 'lat;lon', (lon, lat) => `${dms(lat, 'N')};${dms(lon, 'E')}`],
    ['one column', 'koordinat', (lon, lat) => `"${lat}, ${lon}"`],
    ['decimal commas', 'koordinat', (lon, lat) => `${lat} ${lon}`.replaceAll('.', ',')],
    ['WKT', 'geom', (lon, lat) => `POINT(${lon} ${lat})`],
    ['EWKT in RT 90', 'geom', (lon, lat) => `"SRID=3021;POINT(${plane(3021, lon, lat).join(' ')})"`],
    ['ISO 6709', 'punkt', (lon, lat) => `+${lat}+0${lon}/`],
    ['SWEREF 99 TM', 'n;e', (lon, lat) => plane(3006, lon, lat).reverse().join(';')],
    ['Swedish X and Y', 'X;Y', (lon, lat) => plane(3006, lon, lat).reverse().join(';')],
    ['RT 90', 'X;Y', (lon, lat) => plane(3021, lon, lat).reverse().join(';')],
    ...SWEREF99_LOCAL.map(({ epsg, name }): (typeof WAYS)[number] => [
      name,
      `x_${epsg};y_${epsg}`,
      (lon, lat) => plane(epsg, lon, lat).join(';'),
    ]),
  ]
  const usual = WAYS.filter(
    ([name]) => !name.startsWith('SWEREF 99 ') || /TM$|(12 00|13 30|14 15)$/.test(name),
  )
  it.each(usual)('%s', async (_, header, write) => {
    const { columns, report } = await loadAs(header, write)
    expect(report.notes.filter(({ code }) => /osition|xtent|sland/.test(code))).toEqual([])
    PLACES.forEach(([lon, lat], i) => {
      const [x, y] = projection(crsByEpsg(3006)!).forward(lon, lat)
      expect(Math.hypot(columns.x[i]! - x, columns.y[i]! - y)).toBeLessThan(0.01)
    })
  })
})

describe('local zones', () => {
  it.each([
    ['Malmö', 3008, 13.0007, 55.6091],
    ['Göteborg', 3007, 11.9733, 57.7089],
    ['Stockholm', 3011, 18.0583, 59.33],
    ['Åre', 3012, 13.081, 63.399],
    ['Umeå', 3017, 20.263, 63.8258],
    ['Visby', 3015, 18.29, 57.637],
  ])('put the middle of %s in %i, and name it', (name, epsg, lon, lat) => {
    const points = [0, 0.004, -0.004, 0.008, -0.008].map((d) =>
      projection(crsByEpsg(epsg)!).forward(lon + d, lat + d / 2),
    )
    const candidates = crsCandidates(points)
    expect(candidates.length).toBeGreaterThan(1)
    const own = candidates.findIndex((candidate) => candidate.crs.epsg === epsg)
    expect(own).toBeGreaterThanOrEqual(0)
    expect(own).toBeLessThan(3)
    expect(candidates[own]!.near.name).toBe(name)
  })

  it('are told by the name of the file', async () => {
    const description = await sniff(
      file('datum;x;y\n2025-03-01;6165500;118500\n2025-03-02;6165600;118600\n', 'brott sweref991330.csv'),
    )
    expect(proposeMapping(description)).toMatchObject({
      position: { x: 2, y: 1, crs: { epsg: 3008 } },
      certainty: { position: 'likely' },
    })
  })
})

describe('names of axes', () => {
  it.each([
    ['y', 'x', 'swedishX'],
    ['y koord', 'x koord', 'swedishX'],
    ['x', 'y', 'plain'],
    ['e', 'n', 'plain'],
    ['lat', 'lon', 'swapped'],
    ['n', 'e', 'swapped'],
    ['a', 'b', 'plain'],
  ] as const)('easting %s and northing %s: %s', (easting, northing, finding) =>
    expect(axisNames(easting, northing)).toBe(finding),
  )
})

describe('declared geometry', () => {
  const declared = async (geometry: SourceGeometry, ...rows: string[]) =>
    proposeMapping({ ...(await sniff(lines('datum;x;y', ...rows))), geometry })

  it('is taken at its word', async () => {
    const mapping = await declared(
      { crs: crsByEpsg(3008), x: 1, y: 2 },
      '2025-03-01;118500;6165500',
      '2025-03-02;118600;6165600',
    )
    expect(mapping).toMatchObject({
      position: { kind: 'pair', x: 1, y: 2, crs: { epsg: 3008 } },
      certainty: { position: 'sure' },
    })
  })

  it('gives way to values that it cannot mean, and asks to be looked at', async () => {
    const mapping = await declared(
      { crs: crsByEpsg(4326), x: 1, y: 2 },
      '2025-03-01;674032;6580822',
      '2025-03-02;674100;6580900',
    )
    expect(mapping).toMatchObject({
      position: { x: 1, y: 2, crs: { epsg: 3006 } },
      certainty: { position: 'guess' },
    })
  })

  it('loads what a file declares', async () => {
    const source = lines('datum;x;y', '2025-03-01;118500;6165500', '2025-03-02;118600;6165600')
    const description = { ...(await sniff(source)), geometry: { crs: crsByEpsg(3008), x: 1, y: 2 } }
    const lats: number[] = []
    await load(source, description, proposeMapping(description), {
      onBatch: ({ columns }) => void lats.push(...columns.lat),
    })
    expect(lats[0]).toBeCloseTo(55.6122052347, 7)
  })
})
