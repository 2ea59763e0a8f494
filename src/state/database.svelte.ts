import type { Area } from '../domain/area.ts'
import type { RowRemoval } from '../domain/rowKeys.ts'
import type { Selection } from '../domain/selection.ts'
import type { Taxonomy, TypeLabel } from '../domain/taxonomy.ts'
import type { BootState, DatabaseBoot } from '../db/databaseBoot.ts'
import type { IncidentFilter } from '../db/filter.ts'
import type { DatasetInfo, IncidentBatch, SourceColumn } from '../db/dataset.ts'
import type { IncidentStore } from '../db/incidentStore.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'

/** The database's part: started behind the screen, filled with the loaded rows, asked by the table and the exports. */
export class DatabaseState {
  boot = $state.raw<BootState>({ status: 'idle' })
  /** All rows of the data set can be asked for. */
  filled = $state(false)
  columns = $state.raw<readonly SourceColumn[]>([])
  failure = $state.raw<Error | null>(null)
  /** Goes up whenever the names of the rows' types have changed. */
  relabelled = $state(0)
  #generation = 0
  /** The work on the present data set, and how often it has been asked for. */
  #work: Promise<void> | null = null
  #queued = 0
  /** Areas that came before the rows were in. */
  #areas: { areas: readonly Area[]; areaOf: Int32Array } | null = null

  constructor(
    boot: DatabaseBoot,
    readonly store: IncidentStore,
    private readonly worker: AnalysisClient,
  ) {
    boot.subscribe((state) => (this.boot = state))
  }

  /** Takes over a data set in the background; a later one overtakes it. */
  fill(info: DatasetInfo, batches: IncidentBatch[]): void {
    this.#generation++
    this.#work = null
    this.failure = null
    this.columns = []
    this.#take(() => this.store.begin(info), batches)
  }

  /** Takes rows out of the present data set and others in, once what was asked before is done. */
  extend(info: DatasetInfo, removal: RowRemoval, batches: IncidentBatch[]): void {
    this.#take(() => this.store.reopen(info, removal), batches)
  }

  #take(open: () => Promise<void>, batches: IncidentBatch[]): void {
    const generation = this.#generation
    const queued = ++this.#queued
    const overtaken = () => generation !== this.#generation
    this.filled = false
    this.#areas = null
    const run = async () => {
      if (overtaken() || this.failure) return
      await open()
      for (let batch = batches.shift(); batch && !overtaken(); batch = batches.shift())
        await this.store.append(batch)
      if (overtaken()) return
      await this.store.finish()
      const columns = await this.store.columns()
      if (overtaken() || queued !== this.#queued) return
      this.columns = columns
      this.filled = true
      if (this.#areas) await this.store.setAreas(this.#areas.areas, this.#areas.areaOf)
    }
    this.#work = (this.#work ? this.#work.then(run) : run()).catch((error: Error) => {
      if (!overtaken()) this.failure = error
    })
  }

  /** Waits until all that was asked for is done. @throws DatabaseError where it failed */
  async whenFilled(): Promise<void> {
    for (let work: Promise<void> | null = null; work !== this.#work;) await (work = this.#work)
    if (this.failure) throw this.failure
  }

  /** What the labels mean now, once what was asked before is done. */
  relabel(labels: readonly TypeLabel[], taxonomy: Taxonomy): void {
    const generation = this.#generation
    const overtaken = () => generation !== this.#generation
    const run = async () => {
      if (overtaken() || this.failure) return
      await this.store.relabel(labels, taxonomy)
      if (!overtaken()) this.relabelled++
    }
    this.#work = (this.#work ?? Promise.resolve()).then(run).catch((error: Error) => {
      if (!overtaken()) this.failure = error
    })
  }

  setAreas(areas: readonly Area[], areaOf: Int32Array): void {
    const generation = this.#generation
    this.#areas = { areas, areaOf }
    if (!this.filled) return
    this.store.setAreas(areas, areaOf).catch((error: Error) => {
      if (generation === this.#generation) this.failure = error
    })
  }

  /**
   * The selection as the table asks for it. Outlines and shared-out hours are decided by the analysis worker, row by row,
   * so that table and map hold the same incidents.
   */
  async filterFor(selection: Selection): Promise<IncidentFilter> {
    const byRow = selection.place?.kind === 'outline' || (selection.hours && selection.timeMethod !== 'start')
    if (!byRow) return { selection }
    const { rows } = await this.worker.start('rows', { selection }).result
    const place = selection.place?.kind === 'outline' ? null : selection.place
    return { selection: { ...selection, place, hours: null }, rows }
  }
}
