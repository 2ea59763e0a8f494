import { describe, expect, it } from 'vitest'
import { positionColumns, proposeMapping, sniff, type Mapping } from '../../src/ingest/index.ts'
import { lines } from './files.ts'

async function propose(header: string, ...rows: string[]): Promise<Mapping> {
  return proposeMapping(await sniff(lines(header, ...rows)))
}

describe('times', () => {
  it('takes from and to, and leaves a third time alone', async () => {
    const mapping = await propose(
      'uid;datetime_single;datetime_from;datetime_to',
      '1;2014-01-01T01:15;2013-12-31T10:00;2014-01-01T16:30',
      '2;2014-01-01T01:25;2014-01-01T01:20;2014-01-01T01:30',
    )
    expect(mapping).toMatchObject({ id: 0, from: { column: 2, order: 'ymd' }, to: { column: 3 } })
  })

  it('pairs dates with the clock columns beside them', async () => {
    const mapping = await propose(
      'Brottsdatum från;Kl från;Brottsdatum till;Kl till;Anmält',
      '2025-03-01;23.15;2025-03-02;07.00;2025-03-02 08:00',
      '2025-03-04;;2025-03-04;;2025-03-05 09:30',
    )
    expect(mapping.from).toMatchObject({ column: 0, clockColumn: 1 })
    expect(mapping.to).toMatchObject({ column: 2, clockColumn: 3 })
  })

  it("prefers the incident's own time to that of the report", async () => {
    const mapping = await propose(
      'Anmälningsdatum;Händelsetid;Typ',
      '2025-03-05 08:00;2025-03-01 23:15;Klotter',
      '2025-03-06 09:00;2025-03-02 22:00;Klotter',
    )
    expect(mapping.from!.column).toBe(1)
    expect(mapping.to).toBeNull()
  })

  it.each([
    ['dmy', ['1/3 2025', '25/3 2025'], false],
    ['mdy', ['3/1/2025', '3/25/2025'], false],
    ['dmy', ['1/3/2025', '2/4/2025'], true],
    ['mdy', ['3/1/2025 11:00 PM', '4/2/2025 1:00 AM'], false],
    ['compact', ['20250301', '20250302'], false],
    ['serial', ['45717', '45718,5'], false],
    ['dmy', ['01.03.25', '31.03.25'], false],
    ['ymd', ['25-03-01', '25-03-12'], false],
    ['dmy', ['1 mars 2025', '2 april 2025'], false],
  ] as const)('reads the order %s from %j', async (order, dates, ambiguous) => {
    const mapping = await propose('datum;typ', ...dates.map((date) => `${date};Klotter`))
    expect(mapping.from).toMatchObject({ order, ambiguous })
    expect(mapping.certainty.from === 'guess').toBe(ambiguous)
  })

  it('knows a date in disguise by its midnights', async () => {
    const days = ['01', '02', '03', '04', '05', '06']
    const mapping = await propose('datum;typ', ...days.map((day) => `2025-03-${day} 00:00:00;Klotter`))
    expect(mapping.from!.midnightIsNoClock).toBe(true)
  })

  it('does not take a number for a date', async () => {
    const mapping = await propose('lopnr;x;y;typ', '20250301;674032;6580822;A', '45717;674100;6580900;B')
    expect(mapping.from).toBeNull()
    expect(mapping.position).toMatchObject({ x: 1, y: 2, crs: { epsg: 3006 } })
  })
})

describe('positions', () => {
  it.each<[string, string, string[], { x: number; y: number; epsg: number; metric: number; sure: string }]>([
    [
      'lon, lat',
      'lon;lat',
      ['18.05;59.33', '18.06;59.34'],
      { x: 0, y: 1, epsg: 4326, metric: 3006, sure: 'sure' },
    ],
    [
      'Swedish words',
      'Latitud;Longitud',
      ['59,33;18,05', '59,34;18,06'],
      { x: 1, y: 0, epsg: 4326, metric: 3006, sure: 'sure' },
    ],
    [
      'lon and lat in the wrong columns',
      'lon;lat',
      ['59.33;18.05', '59.34;18.06'],
      { x: 1, y: 0, epsg: 4326, metric: 3006, sure: 'likely' },
    ],
    [
      'SWEREF 99 TM',
      'e;n',
      ['674032;6580822', '674100;6580900'],
      { x: 0, y: 1, epsg: 3006, metric: 3006, sure: 'sure' },
    ],
    [
      'Swedish X = northing',
      'X;Y',
      ['6580822;674032', '6580900;674100'],
      { x: 1, y: 0, epsg: 3006, metric: 3006, sure: 'sure' },
    ],
    [
      'unnamed metres',
      'a;b',
      ['6580822.5;674032.1', '6580900;674100'],
      { x: 1, y: 0, epsg: 3006, metric: 3006, sure: 'likely' },
    ],
    [
      'RT 90',
      'x;y',
      ['6580900;1628600', '6581000;1628700'],
      { x: 1, y: 0, epsg: 3021, metric: 3006, sure: 'sure' },
    ],
    [
      'a named local zone',
      'e_3008;n_3008',
      ['118500;6165500', '118600;6165600'],
      { x: 0, y: 1, epsg: 3008, metric: 3006, sure: 'sure' },
    ],
    [
      'a local zone without a name',
      'x;y',
      ['6398000;147600', '6398100;147700'],
      { x: 1, y: 0, epsg: 3007, metric: 3006, sure: 'guess' },
    ],
    [
      'degrees abroad before a foreign plane',
      'x_32616;y_32616;lon;lat',
      ['231985.162;3893530.255;-89.942;35.149', '239170.5;3887327.1;-89.86;35.059'],
      { x: 2, y: 3, epsg: 4326, metric: 32616, sure: 'sure' },
    ],
    [
      'a foreign plane alone',
      'x_32616;y_32616',
      ['231985.162;3893530.255', '239170.5;3887327.1'],
      { x: 0, y: 1, epsg: 32616, metric: 32616, sure: 'sure' },
    ],
    [
      'a Swedish plane before degrees',
      'lon;lat;sweref_n;sweref_e',
      ['18.059;59.330;6580822;674032', '18.060;59.331;6580900;674100'],
      { x: 3, y: 2, epsg: 3006, metric: 3006, sure: 'sure' },
    ],
    [
      'the south',
      'longitude;latitude',
      ['151.2;-33.9', '151.3;-33.8'],
      { x: 0, y: 1, epsg: 4326, metric: 32756, sure: 'sure' },
    ],
  ])('%s', async (_, header, rows, expected) => {
    const { position, metric, certainty } = await propose(
      `typ;${header}`,
      ...rows.map((row) => `Klotter;${row}`),
    )
    const [x, y] = positionColumns(position)
    expect({
      x: x! - 1,
      y: y! - 1,
      epsg: position!.crs.epsg,
      metric: metric.epsg,
      sure: certainty.position,
    }).toEqual(expected)
  })

  it('ignores zeros when it decides', async () => {
    const mapping = await propose('n;e;typ', '0;0;A', '0;0;A', '6580822;674032;A', '6580900;674100;B')
    expect(mapping.position).toMatchObject({ x: 1, y: 0, crs: { epsg: 3006 } })
  })
})

describe('words', () => {
  it('finds type, kind, place and identifier by names and values', async () => {
    const mapping = await propose(
      'Dnr;Datum;Rubrik;Slag;Adress',
      'K-1;2025-03-01;Klotter;Brott;Storgatan 1',
      'K-2;2025-03-02;Fylleri;Händelse;Torget',
      'K-3;2025-03-02;Cykelstöld;Brott;Torget',
    )
    expect(mapping).toMatchObject({ id: 0, type: 2, kind: { column: 3, whole: 'crime' }, place: 4 })
  })

  it('knows a type column by the taxonomy where its name says nothing', async () => {
    const mapping = await propose('datum;c', '2025-03-01;Klotter', '2025-03-02;Cykelstöld')
    expect(mapping).toMatchObject({ type: 1, certainty: { type: 'sure' } })
  })

  it('does not take a kind of place for a kind of crime', async () => {
    const mapping = await propose('datum;location_type', '2025-03-01;street', '2025-03-02;residence')
    expect(mapping.type).toBeNull()
  })
})
