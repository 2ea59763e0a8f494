import { afterEach, describe, expect, it } from 'vitest'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { SWEREF99_TM } from '../../../src/ingest/crs.ts'
import type { SourceFile } from '../../../src/ingest/index.ts'
import { AreaIntake, type AreaIntakeApp } from '../../../src/panels/data/areas/areaIntake.svelte.ts'
import { unmatchedCsv } from '../../../src/panels/data/areas/unmatchedCsv.ts'
import { AreaLibrary } from '../../../src/state/areaLibrary.svelte.ts'
import { AreasState } from '../../../src/state/areas.svelte.ts'
import { demoAreas } from '../../../src/state/demoAreas.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { areaReader, areasOf } from './areaFiles.ts'

type Dataset = NonNullable<AreaIntakeApp['data']['current']>

const incidents = (west: number) =>
  ({
    invented: false,
    crs: SWEREF99_TM,
    summary: { bounds: [west, 59.2, west + 0.2, 59.4] },
  }) as unknown as Dataset

function intakeOf(current: Dataset | null = incidents(15.2)) {
  const shown: string[] = []
  const told: (() => string)[] = []
  let changes = 0
  const areasState = areasOf(
    () => app.data.current,
    () => changes++,
  )
  const app: AreaIntakeApp = {
    areas: areasState,
    welcome: false,
    data: { current, library: areasState.library },
    view: { panelOpen: false, show: (screen) => void shown.push(screen) },
  }
  const intake = new AreaIntake({ app, reader: areaReader(), tell: (outcome) => told.push(outcome) })
  const areas = async (source: SourceFile) => {
    ;(await intake.lookAtAreas(source))()
    await intake.acceptAreas()
  }
  const table = async (source: SourceFile, asked = true) => (await intake.lookAtTable(source, asked))?.()
  return { app, intake, shown, areas, table, message: () => told.at(-1)?.() ?? '', changes: () => changes }
}

const square = (west: number, kod: string, namn: string, south = 59) => ({
  type: 'Feature',
  properties: { kod, namn },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  },
})
const layer = (name: string, ...features: unknown[]) =>
  new File([JSON.stringify({ type: 'FeatureCollection', features })], name) as SourceFile
const DISTRICTS = layer('delar.geojson', square(15, '01', 'Norr'), square(16, '02', 'Söder'), square(17, '03', 'Öster')) // prettier-ignore
const text = (content: string, name: string) => new File([content], name) as SourceFile
const POPULATION = text('namn;2023;2024\nNorr;1200;1250\nsöder;800;790\nVäster;5;6\n', 'folk.csv')

afterEach(() => locale.use('sv'))

describe('areas', () => {
  it('are shown as they would be read, and are counted by once accepted', async () => {
    const { app, intake, shown, message, changes } = intakeOf()
    ;(await intake.lookAtAreas(DISTRICTS))()
    expect(intake.areas?.mapping).toMatchObject({ key: 0, name: 1, level: 'own', setName: 'delar' })
    expect(app.data.library.sets).toEqual([])
    intake.changeAreas({ setName: 'Kommundelar', level: 'kommundel' })
    await intake.acceptAreas()
    expect(app.data.library.active).toMatchObject({ name: 'Kommundelar', level: 'kommundel' })
    expect(app.data.library.areas.map(({ id }) => id)).toEqual(['01', '02', '03'])
    expect([shown, changes()]).toEqual([['areas'], 1])
    expect(message()).toBe('Kommundelar: 3 områden är inlästa.')
  })

  it('come before the incidents and wait for them', async () => {
    const { app, areas, message } = intakeOf(null)
    await areas(DISTRICTS)
    expect(app.data.library.sets).toHaveLength(1)
    app.data.current = incidents(15.2)
    await app.areas.follow(app.data.current)
    expect(app.data.library.active?.name).toBe('delar')
    expect(message()).toContain('3 områden är inlästa.')
  })

  it('elsewhere than the incidents are kept beside what is shown, and said', async () => {
    const { app, areas, shown, message } = intakeOf()
    await areas(DISTRICTS)
    await areas(layer('skane.geojson', square(13, 'S', 'Syd', 55)))
    expect(app.data.library.active?.name).toBe('delar')
    expect(app.data.library.sets).toHaveLength(2)
    expect(shown).toEqual(['areas', 'data'])
    expect(message()).toContain('når inte de inlästa incidenterna')
    // Incidents there make them the ones that are shown.
    const south = { ...incidents(13), summary: { bounds: [13, 55.1, 13.2, 55.3] } } as unknown as Dataset
    app.data.current = south
    await app.areas.follow(south)
    expect(app.data.library.active?.name).toBe('skane')
  })

  it('in the place of others keep the figures whose keys agree, and say what was lost', async () => {
    const { app, intake, areas, table, message } = intakeOf()
    await areas(DISTRICTS)
    await table(POPULATION)
    intake.acceptTable()
    const [{ id }] = app.data.library.sets
    intake.wish = { areaSet: id }
    await areas(layer('nya.geojson', square(15, '01', 'Norr'), square(16, '09', 'Ny')))
    expect(app.data.library.sets.map(({ name }) => name)).toEqual(['nya'])
    expect(app.data.library.areas.map(({ population }) => population)).toEqual([
      { 2023: 1200, 2024: 1250 },
      {},
    ])
    expect(app.data.library.tables[0]!.areasWithout).toEqual(['09'])
    expect(message()).toContain('2 siffror ur folk.csv gick förlorade')
  })

  it('that are taken away take their tables along', async () => {
    const { app, intake, areas, table } = intakeOf()
    await areas(DISTRICTS)
    await table(POPULATION)
    intake.acceptTable()
    await app.areas.remove(app.data.library.sets[0]!.id)
    expect([app.data.library.sets, app.data.library.tables, app.data.library.areas]).toEqual([[], [], []])
  })
})

describe('a stopped assignment', () => {
  it('leaves no set active and loses none', async () => {
    let stop = () => {}
    const answers = [
      new Promise<never>((_, reject) => (stop = () => reject(new JobCancelled()))),
      Promise.resolve({ areaOf: new Int32Array(0), shared: 0 }),
    ]
    const library = new AreaLibrary()
    const worker = { start: () => ({ result: answers.shift(), cancel: () => stop() }) } as never
    const database = { setAreas: () => {} }
    const areas = new AreasState(library, {
      worker,
      database,
      dataset: () => incidents(15.2),
      onchange: () => {},
    })
    const taken = areas.take(demoAreas(JSON.parse(await DISTRICTS.text()) as never, 'Delar', SWEREF99_TM))
    areas.cancel()
    expect(await taken).toMatchObject({ active: false })
    expect([library.sets.length, library.active]).toEqual([1, null])
  })
})

describe('tables', () => {
  it('are joined once accepted; population becomes that of the areas', async () => {
    const { app, intake, areas, table, message } = intakeOf()
    await areas(DISTRICTS)
    await table(POPULATION)
    expect(intake.table?.join.table).toMatchObject({
      rows: 3,
      matchedRows: 2,
      unmatched: [{ key: 'Väster', rows: 1 }],
      areasWithout: ['03'],
    })
    expect(app.data.library.tables).toEqual([])
    expect(intake.table!.mapping.indicators.map(({ kind }) => kind)).toEqual(['population'])
    intake.acceptTable()
    expect(app.data.library.areas.map(({ population }) => population)).toEqual([
      { 2023: 1200, 2024: 1250 },
      { 2023: 800, 2024: 790 },
      {},
    ])
    expect(message()).toBe(
      'folk.csv: 1 indikator är kopplad. 1 område fick inget värde. 1 nyckel i tabellen hör inte till något område.',
    )
  })

  it('that come before their areas wait and are opened when those have come', async () => {
    const { intake, areas, table, message } = intakeOf()
    await table(POPULATION)
    expect(intake.table).toBeNull()
    expect(message()).toContain('folk.csv väntar på sina områden')
    await areas(DISTRICTS)
    expect(intake.table?.join.table.matchedRows).toBe(2)
    expect(intake.waiting).toEqual([])
  })

  it('meet nothing, and it is said where the person called them tables of areas', async () => {
    const { intake, areas, table } = intakeOf()
    await areas(DISTRICTS)
    const other = text('plats;antal\nMars;3\nVenus;4\n', 'planeter.csv')
    await expect(table(other)).rejects.toMatchObject({ name: 'AreasError', code: 'noKey' })
    await expect(intake.lookAtTable(other, false)).resolves.toBeNull()
  })

  it('near matches are tied only when the person says so, and untied again', async () => {
    const { intake, areas, table } = intakeOf()
    await areas(DISTRICTS)
    await table(text('kod;antal\n1;10\n02;20\nOster;30\n', 'antal.csv'))
    expect(intake.table!.join.suggestions).toMatchObject([
      { key: '1', area: '01', reason: 'leadingZero' },
      { key: 'Oster', area: '03', reason: 'letters' },
    ])
    expect(intake.table!.join.table.matchedRows).toBe(1)
    await intake.tie({ 1: '01', Oster: '03' })
    expect(intake.table!.join.table).toMatchObject({ matchedRows: 3, unmatched: [], areasWithout: [] })
    await intake.tie({ Oster: '' })
    expect(intake.table!.join.table.unmatched.map(({ key }) => key)).toEqual(['Oster'])
  })

  it('both lists are saved, safe to open in a spreadsheet', async () => {
    const { app, intake, areas, table } = intakeOf()
    await areas(DISTRICTS)
    await table(text('namn;antal\nNorr;1\n=cmd|calc;2\n', 'a.csv'))
    const { join } = intake.table!
    const csv = unmatchedCsv(join.table, app.data.library.sets[0]!, join.suggestions, locale)
    expect(csv.split('\r\n').slice(0, 4)).toEqual([
      '\ufeffSida;Nyckel;Namn;Rader;Förslag',
      "rad utan område;'=cmd|calc;;1;",
      'område utan värde;02;Söder;;',
      'område utan värde;03;Öster;;',
    ])
  })
})
