import type { AreaNote } from '../../../domain/area.ts'
import type { StatisticTable } from '../../../domain/areaStatistics.ts'
import { AreasError } from '../../../ingest/areas/areasError.ts'
import type { AreaReading } from '../../../ingest/areas/areaReading.ts'
import { areaSetOf, mapAreas, type AreaMapping, type MappedAreas } from '../../../ingest/areas/areaSetOf.ts'
import type { TableJoin } from '../../../ingest/areas/joinTable.ts'
import type { TableMapping } from '../../../ingest/areas/tableMapping.ts'
import type { Crs, SourceFile } from '../../../ingest/index.ts'
import { locale } from '../../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../../state/lagesbild.svelte.ts'
import { posted, type AreaFilesReader } from '../../../workers/areaFilesClient.ts'
import type { TableLook } from '../../../workers/areaFilesMessages.ts'
import { JobCancelled } from '../../../workers/jobs.ts'

/** A layer of polygons that is looked at and not yet taken over. Replaced as a whole, never changed. */
export interface AreasOpening {
  file: SourceFile
  reading: AreaReading
  overlap: AreaNote | null
  mapping: AreaMapping
  /** As mapped. */
  mapped: MappedAreas
  /** Id of the area set whose place it takes; null = it comes beside the others. */
  replaces: string | null
  busy: boolean
  error: Error | null
}

/** A table of statistics that is looked at and not yet joined. Replaced as a whole, never changed. */
export interface TableOpening {
  file: SourceFile
  look: TableLook
  /** Id of the area set that it is joined to. */
  areaSet: string
  mapping: TableMapping
  join: TableJoin
  /** Keys tied by hand or by an accepted suggestion. */
  ties: Record<string, string>
  /** Id of the joined table whose place it takes. */
  replaces: string | null
  busy: boolean
  error: Error | null
}

/** The part of the state that taking over area files needs. */
export type AreaIntakeApp = Pick<Lagesbild, 'areas' | 'welcome'> & {
  data: Pick<Lagesbild['data'], 'current' | 'library'>
  view: Pick<Lagesbild['view'], 'show' | 'panelOpen'>
}

/** The area set, or the joined table, that a file is asked for in the place of. */
export interface AreaWish {
  areaSet?: string
  table?: string
}

export interface AreaIntakeHost {
  app: AreaIntakeApp
  reader: AreaFilesReader
  /** Tells what came of a file. */
  tell(outcome: () => string): void
}

/** Takes over polygons and tables of areas: shown as they would be read, corrected, joined. In any order. */
export class AreaIntake {
  areas = $state.raw<AreasOpening | null>(null)
  table = $state.raw<TableOpening | null>(null)
  /** Tables that came before their areas; the first is opened when areas have come. */
  waiting = $state.raw<readonly SourceFile[]>([])
  /** The set or table that the next file takes the place of. */
  wish: AreaWish = {}
  #turn = 0
  #number = 0

  constructor(private readonly host: AreaIntakeHost) {}

  get open(): boolean {
    return this.areas !== null || this.table !== null
  }

  /** Leaves what is looked at. */
  cancel(): void {
    this.#turn++
    if (this.areas?.busy || this.table?.busy) this.host.reader.cancel()
    this.areas = null
    this.table = null
  }

  /** Looks at a layer of polygons and gives what is to be done with it. */
  async lookAtAreas(file: SourceFile): Promise<() => void> {
    const { reading, overlap } = await this.#readAreas(file, null, null)
    const replaces = this.#known(this.wish.areaSet)
    return () => {
      this.wish = {}
      const mapping: AreaMapping = { ...reading.proposed, setName: proposedName(reading) }
      this.table = null
      this.areas = {
        file,
        reading,
        overlap,
        mapping,
        mapped: mapAreas(reading, mapping),
        replaces,
        busy: false,
        error: null,
      }
      this.host.app.view.panelOpen = true
    }
  }

  /**
   * Looks at a table and gives what is to be done with it; null where it is no table of areas as far as anyone can tell.
   * @param asked the person said that it is one
   * @throws AreasError where the person said so and it meets no areas
   */
  async lookAtTable(file: SourceFile, asked: boolean): Promise<(() => void) | null> {
    const { sets, activeId } = this.host.app.data.library
    // The active set first: it wins where another is met as well.
    const ordered = [...sets].sort((a, b) => Number(b.id === activeId) - Number(a.id === activeId))
    const keyed = ordered.map(({ areas }) => areas.map(({ id, name }) => ({ id, name })))
    const look = await this.host.reader.ask('table', { file: posted(file), sheet: null, sets: keyed })
    const met = Math.max(0, ...look.met)
    if (met === 0) {
      const own = ordered.some(({ invented }) => !invented)
      if (look.hasCodes ? !own || !asked : asked && !own) return () => this.#wait(file)
      if (asked) throw new AreasError(look.columns.length > 0 && look.rows > 0 ? 'noKey' : 'noFigures')
      return null
    }
    const k = look.met.indexOf(met)
    const areaSet = ordered[k]!.id
    const mapping = look.proposed[k]!
    const replaces = this.wish.table ?? null
    const join = await this.#join({ file, look, areaSet, mapping, ties: {}, replaces })
    return () => {
      this.wish = {}
      this.areas = null
      this.table = { file, look, areaSet, mapping, join, ties: {}, replaces, busy: false, error: null }
      this.host.app.view.panelOpen = true
    }
  }

  /** Another layer, or another CRS for it: the file is read again. */
  async changeLayer(part: { layer?: string; crs?: Crs }): Promise<void> {
    const before = this.areas
    if (!before || before.busy) return
    const turn = ++this.#turn
    this.areas = { ...before, busy: true, error: null }
    const layer = part.layer ?? before.reading.layer
    try {
      const { reading, overlap } = await this.#readAreas(before.file, layer, part.crs ?? null)
      if (turn !== this.#turn || !this.areas) return
      const same = part.layer === undefined
      const mapping = same ? before.mapping : { ...reading.proposed, setName: proposedName(reading) }
      this.areas = {
        ...this.areas,
        reading,
        overlap,
        mapping,
        mapped: mapAreas(reading, mapping),
        busy: false,
      }
    } catch (error) {
      if (turn === this.#turn && this.areas)
        this.areas = {
          ...before,
          busy: false,
          error: error instanceof JobCancelled ? null : (error as Error),
        }
    }
  }

  changeAreas(part: Partial<AreaMapping>): void {
    if (!this.areas) return
    const mapping = { ...this.areas.mapping, ...part }
    this.areas = { ...this.areas, mapping, mapped: mapAreas(this.areas.reading, mapping) }
  }

  chooseReplaced(replaces: string | null): void {
    if (this.areas) this.areas = { ...this.areas, replaces }
  }

  /** Takes the areas over; a table that waits for them is opened. */
  async acceptAreas(): Promise<void> {
    const opened = this.areas
    if (!opened || opened.busy) return
    const { app } = this.host
    const turn = ++this.#turn
    this.areas = { ...opened, busy: true }
    const set = areaSetOf(opened.reading, opened.mapping, this.#id('areas'))
    if (opened.overlap) set.notes.push(opened.overlap)
    const taken = await app.areas.take(set, opened.replaces)
    if (turn !== this.#turn) return
    this.areas = null
    const own = app.data.current !== null && !app.data.current.invented
    this.host.tell(() => {
      const { areaFiles: words } = locale.texts
      const f = locale.format
      const parts = [words.taken(set.name, f.integer(set.areas.length))]
      if (taken.elsewhere) parts.push(own ? words.elsewhere : words.kept)
      for (const { file, areas, figures } of taken.lost)
        parts.push(words.lost(file, f.integer(figures), f.integer(areas.length)))
      return parts.join(' ')
    })
    if (taken.active) {
      app.welcome = false
      app.view.show('areas')
    } else if (!app.welcome) app.view.show('data')
    await this.#openWaiting()
  }

  /** Another sheet, or another set to join to: columns are proposed anew. */
  async changeTable(part: { sheet?: string; areaSet?: string }): Promise<void> {
    const before = this.table
    if (!before) return
    const set = this.host.app.data.library.sets.find(({ id }) => id === (part.areaSet ?? before.areaSet))
    if (!set) return
    await this.#rejoin(async () => {
      const sheet = part.sheet ?? before.look.sheet
      const keyed = set.areas.map(({ id, name }) => ({ id, name }))
      const request = { file: posted(before.file), sheet, sets: [keyed] }
      const look = await this.host.reader.ask('table', request)
      const [mapping] = look.proposed
      if (!mapping) throw new AreasError('noKey')
      return { look, mapping, areaSet: set.id, ties: {} }
    })
  }

  /** Reads the table by other columns. */
  async changeMapping(part: Partial<TableMapping>): Promise<void> {
    if (!this.table) return
    const mapping = { ...this.table.mapping, ...part }
    this.table = { ...this.table, mapping }
    await this.#rejoin(() => Promise.resolve({ mapping }))
  }

  /** Ties written keys to areas; an empty area unties. */
  async tie(ties: Readonly<Record<string, string>>): Promise<void> {
    if (!this.table) return
    const all = Object.fromEntries(
      Object.entries({ ...this.table.ties, ...ties }).filter(([, area]) => area !== ''),
    )
    await this.#rejoin(() => Promise.resolve({ ties: all }))
  }

  acceptTable(): void {
    const opened = this.table
    if (!opened || opened.busy) return
    const { app } = this.host
    if (opened.replaces) app.areas.library.removeTable(opened.replaces)
    const { table } = opened.join
    app.areas.takeTable(table)
    this.table = null
    this.host.tell(() => joinedSentence(table))
    app.view.show(app.areas.library.activeId === opened.areaSet ? 'areas' : 'data')
    void this.#openWaiting()
  }

  async #rejoin(change: () => Promise<Partial<TableOpening>>): Promise<void> {
    const before = this.table
    if (!before) return
    const turn = ++this.#turn
    this.table = { ...before, busy: true, error: null }
    try {
      const next = { ...before, ...(await change()) }
      const join = await this.#join(next)
      if (turn === this.#turn && this.table) this.table = { ...next, join, busy: false, error: null }
    } catch (error) {
      if (turn === this.#turn && this.table)
        this.table = {
          ...before,
          busy: false,
          error: error instanceof JobCancelled ? null : (error as Error),
        }
    }
  }

  #join(
    opening: Pick<TableOpening, 'file' | 'look' | 'areaSet' | 'mapping' | 'ties' | 'replaces'>,
  ): Promise<TableJoin> {
    const { file, look, areaSet, mapping, ties } = opening
    const set = this.host.app.data.library.sets.find(({ id }) => id === areaSet)
    return this.host.reader.ask('join', {
      file: posted(file),
      sheet: look.sheet,
      mapping,
      areas: (set?.areas ?? []).map(({ id, name }) => ({ id, name })),
      id: opening.replaces ?? this.table?.join.table.id ?? this.#id('table'),
      areaSet,
      ties,
    })
  }

  #readAreas(file: SourceFile, layer: string | null, crs: Crs | null) {
    const metric = this.host.app.data.current?.crs ?? null
    return this.host.reader.ask('areas', { file: posted(file), layer, crs, metric })
  }

  #wait(file: SourceFile): void {
    this.waiting = [...this.waiting.filter(({ name }) => name !== file.name), file]
    this.host.tell(() => locale.texts.areaFiles.waits(file.name))
  }

  async #openWaiting(): Promise<void> {
    const [first, ...rest] = this.waiting
    if (!first || this.open) return
    try {
      const takeOver = await this.lookAtTable(first, false)
      if (!takeOver) return
      this.waiting = rest
      takeOver()
    } catch {
      // It waits on: other areas may be the ones it means.
    }
  }

  #known(id: string | undefined): string | null {
    return this.host.app.data.library.sets.some((set) => set.id === id) ? (id ?? null) : null
  }

  /** Unlike any that a saved project brings. */
  #id(kind: string): string {
    const { sets, tables } = this.host.app.data.library
    const taken = new Set([...sets, ...tables].map(({ id }) => id))
    let id = `${kind}-${++this.#number}`
    while (taken.has(id)) id = `${kind}-${++this.#number}`
    return id
  }
}

/** The division's own word, or the file's or layer's name for areas of one's own. */
function proposedName({ proposed, layer, file }: AreaReading): string {
  if (proposed.level !== 'own') return locale.texts.areaFiles.levels[proposed.level]
  return layer ?? file.replace(/\.\w+$/, '')
}

function joinedSentence({ file, statistics, areasWithout, unmatched }: StatisticTable): string {
  const { areaFiles: words } = locale.texts
  const f = locale.format
  const parts = [words.joined(file, f.integer(statistics.length))]
  if (areasWithout.length > 0) parts.push(words.areasWithout(f.integer(areasWithout.length)))
  if (unmatched.length > 0) parts.push(words.keysWithout(f.integer(unmatched.length)))
  return parts.join(' ')
}
