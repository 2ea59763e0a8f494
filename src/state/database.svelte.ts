import type { Area } from '../domain/area.ts'
import type { Selection } from '../domain/selection.ts'
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
  #generation = 0
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
    const generation = ++this.#generation
    this.filled = false
    this.failure = null
    this.columns = []
    this.#areas = null
    const run = async () => {
      await this.store.begin(info)
      for (let batch = batches.shift(); batch && generation === this.#generation; batch = batches.shift())
        await this.store.append(batch)
      if (generation !== this.#generation) return
      await this.store.finish()
      const columns = await this.store.columns()
      if (generation !== this.#generation) return
      this.columns = columns
      this.filled = true
      if (this.#areas) await this.store.setAreas(this.#areas.areas, this.#areas.areaOf)
    }
    run().catch((error: Error) => {
      if (generation === this.#generation) this.failure = error
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
