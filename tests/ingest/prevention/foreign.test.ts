import { describe, expect, it } from 'vitest'
import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../../../src/domain/crimeTypes.ts'
import { IngestError } from '../../../src/ingest/errors.ts'
import { leavesOut } from '../../../src/ingest/prevention/problems.ts'
import { readWork, type WorkReading } from '../../../src/ingest/prevention/readWork.ts'
import { hidePersonal } from '../../../src/ingest/prevention/workTexts.ts'
import { recognise } from '../../../src/ingest/recognise.ts'
import type { SourceFile } from '../../../src/ingest/source.ts'

const file = (text: string | Uint8Array, name = 'protokoll.csv') =>
  new File([text as BlobPart], name) as SourceFile

/** A kommun's protocol in SWEREF 99 TM, with a title above its head, decimal commas, and a row without a place. */
const PROTOCOL = [
  'Protokoll trygghetsvandring Norra torget;;;;;;;;;;',
  'Nr;Datum;Plats;Iakttagelse;Kategori;Trygg/Otrygg;Ansvarig;Beslut;Åtgärd senast;Klart;E;N',
  '1;2025-04-09;Torget;"Trasig lampa;\nlyser inte";Belysning;Otrygg;Gatukontoret;Beslutad;2025-05-15;2025-05-08;691860;6449169',
  '2;2025-04-09;Torget;Fint upplyst kiosk;Belysning;Trygg;;;;;691900;6449200',
  '3;2025-04-09;Gången;Buskar skymmer;Dålig sikt;Otrygg;Parkenheten;Nekad: privat mark;;;691950;6449250',
  '4;2025-04-09;Tunneln;Känns öde;Märkligt;Otrygg;;;;;;',
  '5;2025-04-09;Tunneln;Klotter;Klotter;Otrygg;Anna Karlsson;Beslutad;31 maj;;691999;6449300',
].join('\r\n')

/** Another kommun's: degrees with minutes, yes and no under "Otryggt?", participants by name, a walk column. */
const NAMES = [
  'Vandring\tDag\tObservation\tTyp\tOtryggt\tÅtgärdas\tMotiv\tLatitud\tLongitud\tDeltagare',
  'Centrum vår\t9/4 2025\tMörkt vid parken\tljus\tja\tja\t\t58°08\'34"N\t18°15\'39"E\tAnna Karlsson, Bo Ek och Cilla Lund',
  'Centrum vår\t9/4 2025\tSkräp\tstädning\tja\tnej\tStädas redan\t58°08\'35"N\t18°15\'40"E\t',
  'Centrum höst\t12/11 2025\tBra sikt\tsikt\tnej\t\t\t58°08\'36"N\t18°15\'41"E\t8',
].join('\n')

/** An åtgärdsplan as the handbook has it, with places. */
const PLAN = [
  'Aktivitet,Orsak,Mål,Ansvarig,Uppföljning,Startdatum,Slutdatum,Status,Kategori,Kostnad,Lat,Long',
  'Byt lampor,Mörk gångväg; Skymd sikt,Färre känner sig otrygga,Gatukontoret,Trygghetsmätning,2025-05-01,2025-06-30,Klar,Belysning,125 000 kr,58.1421,18.2608',
  'Nattbuss,Få nattbussar,Fler avgångar,Trafiknämnden,Antal avgångar,1 juni 2025,,Pågår,Trafik,,,',
  'Samverkan,,,Rådet,,,,Planerad,Hittepå,,,',
].join('\n')

describe("a kommun's protocol", () => {
  it('is told by its content, and read by headings and values', async () => {
    expect(await recognise(file(PROTOCOL))).toEqual({ kind: 'walks' })
    const { subject, foreign, content, problems } = await readWork(file(PROTOCOL))
    expect(subject).toBe('walks')
    expect(foreign!.mapping.position).toMatchObject({ kind: 'pair', crs: { epsg: 3006 } })
    expect(content.walks).toHaveLength(1)
    const [walk] = content.walks
    expect(walk).toMatchObject({ id: 'vandring-2025-04-09', date: '2025-04-09', title: 'protokoll' })
    expect(walk!.observations.map(({ id, feels, category }) => [id, feels, category])).toEqual([
      ['1', 'unsafe', 'lighting'],
      ['2', 'safe', 'lighting'],
      ['3', 'unsafe', 'sightlines'],
      ['5', 'unsafe', 'damage'],
    ])
    const [first, , third, last] = walk!.observations
    expect(first).toMatchObject({
      text: 'Trasig lampa;\nlyser inte',
      responsible: 'Gatukontoret',
      decision: { kind: 'approved' },
      due: '2025-05-15',
      done: '2025-05-08',
    })
    expect(first!.lon).toBeCloseTo(18.26, 2)
    expect(first!.lat).toBeCloseTo(58.142, 2)
    expect(third!.decision).toEqual({ kind: 'refused', reason: 'privat mark' })
    expect(last).not.toHaveProperty('due')
    expect(problems.map(({ row, code, column, value }) => [row, code, column, value])).toEqual([
      [6, 'noPosition', '', ''],
      [7, 'cellLeftOut', 'Åtgärd senast', '31 maj'],
    ])
    expect(problems.filter(leavesOut)).toHaveLength(1)
  })

  it('says an unknown category and keeps the row', async () => {
    const { content, problems } = await readWork(
      file(PROTOCOL.replace('Märkligt;Otrygg;;;;;;', 'Märkligt;Otrygg;;;;;691900;6449200')),
    )
    expect(content.walks[0]!.observations).toHaveLength(5)
    expect(problems[0]).toMatchObject({ row: 6, code: 'unknownWord', value: 'Märkligt', instead: 'other' })
  })

  it('in another dialect: walks by column, yes and no by the heading, refusals with reason, people counted and forgotten', async () => {
    expect(await recognise(file(NAMES))).toEqual({ kind: 'walks' })
    const { content, problems, namedParticipants } = await readWork(file(NAMES))
    expect(problems).toEqual([])
    expect(
      content.walks.map(({ title, date, participants, observations }) => [
        title,
        date,
        participants,
        observations.length,
      ]),
    ).toEqual([
      ['Centrum vår', '2025-04-09', { deltagare: 3 }, 2],
      ['Centrum höst', '2025-11-12', { deltagare: 8 }, 1],
    ])
    expect(content.walks[0]!.observations[1]).toMatchObject({
      category: 'upkeep',
      feels: 'unsafe',
      decision: { kind: 'refused', reason: 'Städas redan' },
    })
    expect(content.walks[1]!.observations[0]).toMatchObject({ feels: 'safe', category: 'sightlines' })
    expect(content.walks[0]!.observations[0]!.lat).toBeCloseTo(58.14278, 4)
    expect(namedParticipants).toBe(1)
    expect(JSON.stringify({ content, problems })).not.toContain('Karlsson')
  })

  it('tells of persons in its texts before anything is taken, and hides them', async () => {
    const { personal, content } = await readWork(
      file(
        PROTOCOL.replace('Känns öde', 'x').replace(
          'Buskar skymmer',
          'Ring Per på 070-174 06 05 eller per@exempel.se',
        ),
      ),
    )
    expect(personal.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['phone', 'email', 'name']))
    const hidden = JSON.stringify(hidePersonal(content))
    for (const secret of ['070-174', 'per@exempel.se', 'Karlsson']) expect(hidden).not.toContain(secret)
    expect(hidden).toContain('Gatukontoret')
    expect(hidden).toContain('Trasig lampa')
  })
})

describe('an åtgärdsplan', () => {
  it('becomes measures with causes, goals and dates; what cannot be read is said', async () => {
    expect(await recognise(file(PLAN))).toEqual({ kind: 'measures' })
    const { content, problems } = await readWork(file(PLAN))
    expect(
      content.measures.map(({ id, status, category, start, end }) => [id, status, category, start, end]),
    ).toEqual([
      ['byt-lampor', 'done', 'lighting', '2025-05-01', '2025-06-30'],
      ['nattbuss', 'ongoing', 'transport', '2025-06-01', undefined],
    ])
    const [lamps, bus] = content.measures
    expect(lamps).toMatchObject({
      causes: ['mork-gangvag', 'skymd-sikt'],
      cost: 125000,
      responsible: 'Gatukontoret',
      geometry: { type: 'Point', coordinates: [18.2608, 58.1421] },
      goals: [{ kind: 'outcome', text: 'Färre känner sig otrygga', indicator: 'Trygghetsmätning' }],
    })
    expect(bus!.geometry).toBeNull()
    expect(content.causes.map(({ text }) => text)).toEqual(['Mörk gångväg', 'Skymd sikt', 'Få nattbussar'])
    expect(problems).toEqual([{ table: '', row: 4, column: 'Startdatum', code: 'noDate', value: '' }])
  })
})

describe('an åtgärdsplan with words of its own', () => {
  const HEAD = 'Aktivitet;Orsak;Problem;Mål;Ansvarig;Brottstyp;Start'

  it('has its crime types read as those of the incidents are, names of one type once', async () => {
    const types: CrimeTypes = {
      ...DEFAULT_CRIME_TYPES,
      mapping: [{ label: 'Cykeltjuveri', type: 'bicycleTheft' }],
      taxonomy: {
        version: 'egen',
        categories: [
          {
            id: 'own',
            name: { sv: 'Egen', en: 'Own' },
            colour: 1,
            types: [{ id: 'bicycleTheft', name: { sv: 'Cykelstöld', en: 'Bike' }, class: 'noInteraction' }],
          },
        ],
      },
    }
    const text = `${HEAD}\nLås;;;Färre stölder;Gatukontoret;Cykelstöld; Cykeltjuveri;2025-05-01`
    const plan = file(text.replace('Cykelstöld; Cykeltjuveri', '"Cykelstöld; Cykeltjuveri; Klotter"'))
    const { content, problems } = await readWork(plan, null, null, types)
    expect(content.measures[0]!.crimeTypes).toEqual(['bicycleTheft'])
    expect(problems.map(({ code, column }) => [code, column])).toEqual([['cellLeftOut', 'Brottstyp']])
  })

  it('keeps causes apart that begin alike, and those that letters alone do not tell apart', async () => {
    const long = 'Belysningen längs gångvägen mellan stationen och torget är bristfällig'
    const rows = [
      `${long} på vintern`,
      `${long} på sommaren`,
      `${long.toUpperCase()} PÅ VINTERN`,
      '???',
      '!!!',
    ]
    const text = [HEAD, ...rows.map((cause, k) => `Insats ${k};${cause};;Mål;Kontoret;;2025-05-01`)].join(
      '\n',
    )
    const { content } = await readWork(file(text))
    expect(content.causes.map((cause) => cause.text)).toEqual([rows[0], rows[1], '???', '!!!'])
    const [a, b, c, d, e] = content.measures.map(({ causes }) => causes[0])
    expect(c).toBe(a)
    expect(new Set([a, b, d, e]).size).toBe(4)
  })
})

describe('routes', () => {
  const track = (body: string) =>
    `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${body}</gpx>`
  const walked = track(
    '<wpt lat="58.1" lon="18.2"><name>1</name><desc>Mörkt</desc></wpt><trk><name>Kvällsrunda</name><trkseg>' +
      '<trkpt lat="58.1" lon="18.2"><time>2025-04-09T17:30:00Z</time></trkpt><trkpt lat="58.11" lon="18.21"/></trkseg></trk>',
  )

  it('of a GPS device give the line, its time and its points', async () => {
    const reading: WorkReading = await readWork(file(walked, 'rond.gpx'))
    expect(reading.routes).toEqual([
      {
        name: 'Kvällsrunda',
        time: '2025-04-09T17:30:00Z',
        line: [
          [18.2, 58.1],
          [18.21, 58.11],
        ],
      },
    ])
    expect(reading.foreign!.placed).toBe(true)
    // No date is known yet: a person says it.
    const { mapping } = reading.foreign!
    const { content } = await readWork(file(walked, 'rond.gpx'), null, { ...mapping, date: '2025-04-09' })
    expect(content.walks[0]!.observations).toMatchObject([
      { lon: 18.2, lat: 58.1, text: 'Mörkt', feels: 'unsafe' },
    ])
  })

  it('in the thousands are streets and no walks', async () => {
    const lines = Array.from({ length: 60 }, (_, k) => ({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [18 + k / 100, 58],
          [18.2, 58.1],
        ],
      },
    }))
    const layer = file(JSON.stringify({ type: 'FeatureCollection', features: lines }), 'vagar.geojson')
    await expect(readWork(layer)).rejects.toMatchObject({ code: 'tooManyRoutes', data: { routes: 60 } })
  })
})

describe('files that are no walks', () => {
  it.each([
    ['crimes', 'brottstyp;datum;e;n\nKlotter;2025-07-04 22:15;692859;6449599'],
    ['repairs', 'Åtgärd;Datum;Kostnad;Plats\nByte av lampa;2025-01-02;1200;Storgatan'],
    [
      'repairs with someone in charge',
      'Åtgärd;Datum;Kostnad;Ansvarig;E;N\nByte;2025-01-02;1200;Gata;692859;6449599',
    ],
    ['figures of a survey', 'Stadsdel;År;Otrygg utomhus sen kväll\nA;2025;0,31'],
    ['events', 'Händelsetyp;Tid;Lat;Long\nOrdningsstörning;2025-01-02 22:10;58.1;18.2'],
  ])('%s stay what they are', async (_, text) => {
    expect(await recognise(file(text))).toEqual({ kind: 'incidents' })
  })

  it.each([
    [
      'cut off',
      '{"lagesbild":"walks","type":"FeatureCollection","features":[{"type":"Feature"',
      'brokenJson',
    ],
    ['empty', '{"type":"FeatureCollection","features":[]}', 'noFeatures'],
  ])('%s end in a failure that has words', async (_, text, code) => {
    await expect(readWork(file(text, 'vandring.geojson'))).rejects.toMatchObject({ code })
  })

  it('of ours with wrong types keep the rows that can be read', async () => {
    const features = [
      {
        Tabell: 'Vandringar',
        Vandring: 'v1',
        Datum: '2025-04-09',
        Titel: 7,
        Ljusförhållande: 'grönt',
        Deltagare: 'nej',
      },
      { Tabell: 'Observationer', Vandring: 'v1', Observation: 'o1', Longitud: 'x', Latitud: 58 },
      { Tabell: 'Observationer', Vandring: 'v2', Observation: 'o2', Longitud: 18, Latitud: 58 },
      {
        Tabell: 'Observationer',
        Vandring: 'v1',
        Observation: 'o3',
        Longitud: 18,
        Latitud: 58,
        Beslut: ['ja'],
      },
      { Tabell: 'Vandringar', Vandring: 'v3', Datum: 'snart' },
    ].map((properties) => ({ type: 'Feature', geometry: null, properties }))
    const { content, problems } = await readWork(
      file(
        JSON.stringify({ lagesbild: 'walks', type: 'FeatureCollection', features: [...features, null, 5] }),
        'a.geojson',
      ),
    )
    expect(content.walks.map(({ id, observations }) => [id, observations.map((one) => one.id)])).toEqual([
      ['v1', ['o3']],
    ])
    expect(problems.map(({ row, code }) => [row, code]).sort()).toEqual(
      [
        [1, 'cellLeftOut'],
        [1, 'unknownWord'],
        [2, 'notNumber'],
        [3, 'unknownParent'],
        [4, 'unknownWord'],
        [5, 'notDate'],
        [6, 'notThisKind'],
        [7, 'notThisKind'],
      ].sort(),
    )
  })

  it('that are damaged never end in anything but a failure with words', async () => {
    const whole = new TextEncoder().encode(PROTOCOL)
    for (let at = 0; at < whole.length; at += 37) {
      const bytes = whole.slice()
      bytes[at] = at % 256
      const read = await readWork(file(at % 2 ? bytes : whole.slice(0, at + 1))).catch(
        (error: unknown) => error,
      )
      if (read instanceof Error)
        expect(read instanceof IngestError || read.name === 'PreventionFileError').toBe(true)
    }
  })
})
