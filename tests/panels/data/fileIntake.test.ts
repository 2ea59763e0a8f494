import { afterEach, describe, expect, it } from 'vitest'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { SWEREF99_TM } from '../../../src/ingest/crs.ts'
import { look } from '../../../src/ingest/look.ts'
import { recognise } from '../../../src/ingest/recognise.ts'
import type { Mapping, SniffChoices, SourceDescription, SourceFile } from '../../../src/ingest/index.ts'
import { FileIntake, type IntakeApp } from '../../../src/panels/data/fileIntake.svelte.ts'
import { CrimeTypesState } from '../../../src/state/crimeTypes.svelte.ts'
import { PreventionState } from '../../../src/state/prevention.svelte.ts'
import { areaReader, areasOf } from './areaFiles.ts'

type Dataset = NonNullable<IntakeApp['data']['current']>

/** The state as far as the intake sees it: files are truly read, loads are only written down. */
class FakeApp implements IntakeApp {
  welcome = true
  shown: string[] = []
  cancelled = 0
  loads: { file: SourceFile; description: SourceDescription; mapping: Mapping }[] = []
  /** What a load comes to. */
  outcome: 'loaded' | 'failed' | 'cancelled' = 'loaded'
  /** Held back until it resolves. */
  gate: Promise<void> = Promise.resolve()
  readonly areas = areasOf(() => this.data.current)
  data: IntakeApp['data'] = {
    current: datasetNamed('before'),
    library: this.areas.library,
    loading: null,
    failure: null,
  }
  crimeTypes = new CrimeTypesState(() => {})
  prevention = new PreventionState()
  view = { panelOpen: false, show: (screen: string) => void this.shown.push(screen) }

  async look(file: SourceFile, choices: SniffChoices = {}) {
    await this.gate
    return look(file, choices)
  }

  recognise(file: SourceFile) {
    return recognise(file)
  }

  readRegister(): Promise<never> {
    return Promise.reject(new Error('No register'))
  }

  async openFile(file: SourceFile, description: SourceDescription, mapping: Mapping) {
    this.loads.push({ file, description, mapping })
    await this.gate
    if (this.outcome === 'loaded') this.data.current = datasetNamed(file.name)
    if (this.outcome === 'failed') this.data.failure = { name: file.name, error: new Error('DETAIL') }
  }

  cancelLoading() {
    this.cancelled++
  }
}

function datasetNamed(name: string): Dataset {
  const lastDay = Date.UTC(2024, 11, 31) / 86_400_000
  return {
    name,
    invented: false,
    crs: SWEREF99_TM,
    layers: [],
    summary: { bounds: [15.2, 59.2, 15.4, 59.4], span: { from: 0, to: lastDay + 1 } },
  } as unknown as Dataset
}

const INCIDENTS = [
  'brottstyp;datum;e;n',
  'Klotter;2025-07-04 22:15;692859;6449599',
  'Rån;2025-07-05 23:10;692800;6449500',
].join('\n')

const square = (west: number, name: string) => ({
  type: 'Feature',
  properties: { namn: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 59],
        [west + 1, 59],
        [west + 1, 60],
        [west, 59],
      ],
    ],
  },
})
const AREAS = JSON.stringify({
  type: 'FeatureCollection',
  features: [square(15, 'Norr'), square(16, 'Söder')],
})
const POPULATION = 'omrade;invanare\nNorr;1200\nSöder;800\nÖster;5\n'

const file = (text: string, name: string) => new File([text], name) as SourceFile

function intakeOf(app = new FakeApp()) {
  return { app, intake: new FileIntake(app, areaReader()) }
}

function gate() {
  let open = () => {}
  const closed = new Promise<void>((resolve) => (open = resolve))
  return { closed, open }
}

afterEach(() => locale.use('sv'))

describe('a table of incidents', () => {
  it('is shown as it would be read and not loaded before the person says so', async () => {
    const { app, intake } = intakeOf()
    const taken = intake.take(file(INCIDENTS, 'brott.csv'))
    expect(intake.busy).toBe(true)
    await taken
    expect(intake.busy).toBe(false)
    expect(intake.opening?.mapping).toMatchObject({ type: 0, from: { column: 1 }, position: { x: 2, y: 3 } })
    expect(intake.opening?.preview.rows.map((row) => row.reading?.typeId)).toEqual(['klotter', null])
    expect(app.view.panelOpen).toBe(true)
    expect(app.loads).toEqual([])
    await intake.load()
    expect(app.loads).toHaveLength(1)
    expect(app.data.current?.name).toBe('brott.csv')
    expect(intake.opening).toBeNull()
  })

  it('is left without a trace', async () => {
    const { app, intake } = intakeOf()
    const before = app.data.current
    await intake.take(file(INCIDENTS, 'brott.csv'))
    intake.cancel()
    expect(intake.opening).toBeNull()
    expect(app.data.current).toBe(before)
    expect(app.cancelled).toBe(0)
  })

  it('is forgotten where the person turns back while it is looked at', async () => {
    const { app, intake } = intakeOf()
    const { closed, open } = gate()
    app.gate = closed
    const taken = intake.take(file(INCIDENTS, 'brott.csv'))
    await Promise.resolve()
    intake.cancel()
    open()
    await taken
    expect(intake.opening).toBeNull()
    expect(intake.busy).toBe(false)
    expect(app.cancelled).toBe(1)
  })

  it('gives way to a file that is dropped after it', async () => {
    const { app, intake } = intakeOf()
    const { closed, open } = gate()
    app.gate = closed
    const first = intake.take(file(INCIDENTS, 'forst.csv'))
    const second = intake.take(file(INCIDENTS, 'sedan.csv'))
    open()
    await Promise.all([first, second])
    expect(intake.opening?.file.name).toBe('sedan.csv')
  })

  it('stays open with the reason where the load fails, and without one where it is cancelled', async () => {
    const { app, intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    app.outcome = 'failed'
    await intake.load()
    expect(intake.opening).toMatchObject({ loading: false, error: { message: 'DETAIL' } })
    expect(app.data.failure).toBeNull()
    app.outcome = 'cancelled'
    await intake.load()
    expect(intake.opening).toMatchObject({ loading: false, error: null })
    expect(app.data.current?.name).toBe('before')
  })

  it('is not loaded with neither time nor place', async () => {
    const { app, intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    intake.changeMapping({ from: null, position: null })
    await intake.load()
    expect(app.loads).toEqual([])
    expect(intake.opening?.error).toMatchObject({ code: 'nothingMapped' })
  })

  it('keeps what is on the screen where it cannot be read, and says why', async () => {
    const { app, intake } = intakeOf()
    const before = app.data.current
    await intake.take(file('', 'tom.csv'))
    expect(intake.failure?.name).toBe('tom.csv')
    expect(intake.error).toBe('Filen är tom.')
    locale.use('en')
    expect(intake.error).toBe('The file is empty.')
    expect(intake.opening).toBeNull()
    expect(app.data.current).toBe(before)
    intake.dismiss()
    expect(intake.error).toBeNull()
  })
})

describe('corrections', () => {
  it('reads the preview anew by a changed mapping', async () => {
    const { intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    intake.changeMapping({ timeZone: 'America/Chicago', type: null })
    const [row] = intake.opening!.preview.rows
    expect(new Date(row.reading!.fromUtcMs!).toISOString()).toBe('2025-07-05T03:15:00.000Z')
    expect(row.reading!.type).toBe('')
    expect(intake.opening!.preview.notes.map((note) => note.code)).toContain('noTypeColumn')
  })

  it('reads the file anew by a changed choice and proposes a mapping for its columns', async () => {
    const { intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    intake.changeMapping({ timeZone: 'America/Chicago', kind: { column: null, whole: 'event' } })
    await intake.changeChoice({ hasHeader: false })
    const { description, mapping, choices, busy } = intake.opening!
    expect(description.columns).toEqual(['Kolumn 1', 'Kolumn 2', 'Kolumn 3', 'Kolumn 4'])
    expect(description.rows).toBe(3)
    expect(mapping).toMatchObject({ timeZone: 'America/Chicago', kind: { whole: 'event' } })
    expect(choices).toEqual({ hasHeader: false })
    expect(busy).toBe(false)
  })

  it('keeps the mapping where only the letters are read in another way', async () => {
    const { intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    intake.changeMapping({ type: null })
    await intake.changeChoice({ encoding: 'windows-1252' })
    expect(intake.opening!.description.csv?.encoding).toBe('windows-1252')
    expect(intake.opening!.description.sample[1].cells[0]).toBe('RÃ¥n')
    expect(intake.opening!.mapping.type).toBeNull()
  })

  it('says what is missing when a choice leaves neither date nor place', async () => {
    const { app, intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    await intake.changeChoice({ delimiter: '|' })
    expect(intake.opening).toMatchObject({ busy: false, error: { code: 'noDateOrPosition' } })
    await intake.load()
    expect(app.loads).toEqual([])
    await intake.changeChoice({ delimiter: ';' })
    expect(intake.opening).toMatchObject({ error: null, mapping: { from: { column: 1 } } })
  })

  it('takes a choice back that makes the file unreadable', async () => {
    const { intake } = intakeOf()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    const before = intake.opening!
    await intake.changeChoice({ headerRow: 3 })
    expect(intake.opening).toMatchObject({ choices: {}, busy: false, error: { code: 'noRows' } })
    expect(intake.opening!.description).toBe(before.description)
    expect(intake.opening!.preview).toBe(before.preview)
  })

  it('takes the decimal comma without reading the file again', async () => {
    const { app, intake } = intakeOf()
    await intake.take(file('typ;x;y\nRån;18,063;59,334\nRån;18,064;59,335\n', 'a.csv'))
    expect(intake.opening!.description.decimalComma).toBe(true)
    app.gate = new Promise(() => {})
    intake.changeDecimalComma(false)
    expect(intake.opening!.preview.rows[0].reading?.lon).toBeNull()
    intake.changeDecimalComma(true)
    expect(intake.opening!.preview.rows[0].reading?.lon).toBe(18.063)
  })
})

describe('what is no list of incidents', () => {
  it('leaves JSON that is no GeoJSON to the reader of tables, which names it', async () => {
    const { intake } = intakeOf()
    await intake.take(file('{"rows": [1, 2]}', 'a.json'))
    expect(intake.failure?.error).toMatchObject({ code: 'unsupported', data: { looksLike: 'json' } })
  })

  it('says what a table lacks that is neither incidents nor figures of areas', async () => {
    const { intake } = intakeOf()
    await intake.take(file(AREAS, 'a.geojson'))
    await intake.areaFiles.acceptAreas()
    await intake.take(file('färg;form\nröd;rund\ngrön;kantig\n', 'a.csv'))
    expect(intake.opening?.error).toMatchObject({ code: 'noDateOrPosition' })
  })

  it('areas and tables are known by their content; each form gives way to the next file', async () => {
    const { intake } = intakeOf()
    await intake.take(file(`\ufeff ${AREAS}`, 'omraden.txt'))
    expect(intake.areaFiles.areas?.mapped.areas.map(({ name }) => name)).toEqual(['Norr', 'Söder'])
    await intake.areaFiles.acceptAreas()
    await intake.take(file(INCIDENTS, 'brott.csv'))
    await intake.take(file(POPULATION, 'folk.csv'))
    expect([intake.opening, intake.areaFiles.areas]).toEqual([null, null])
    expect(intake.areaFiles.table?.join.table.matchedRows).toBe(2)
    await intake.take(file(INCIDENTS, 'brott.csv'))
    expect(intake.areaFiles.open).toBe(false)
    expect(intake.opening?.description.name).toBe('brott.csv')
  })
})
