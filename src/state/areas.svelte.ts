import type { Area, AreaSet } from '../domain/area.ts'
import type { StatisticTable } from '../domain/areaStatistics.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import { JobCancelled, type Job } from '../workers/jobs.ts'
import type { AnalysisJobs } from '../workers/messages.ts'
import { inMetric, reach } from './areaFit.ts'
import type { AreaLibrary, LostFigures } from './areaLibrary.svelte.ts'
import type { DatabaseState } from './database.svelte.ts'
import type { Dataset } from './dataset.svelte.ts'

type Loaded = Pick<Dataset, 'crs' | 'invented'> & { summary: Pick<Dataset['summary'], 'bounds'> }

/** What comes of a set that is taken over. */
export interface AreasTaken {
  /** It is the active one now. */
  active: boolean
  /** No area reaches the loaded incidents. */
  elsewhere: boolean
  lost: LostFigures[]
}

/**
 * Which area set is active, and in which of its areas each incident lies. The assignment is made in the worker; until it is
 * through, the set before stays on the screen.
 */
export class AreasState {
  /** How far an assignment is; null where none runs. */
  progress = $state.raw<number | null>(null)
  /** Incidents that lie in more than one area of the active set; they are counted in the first. */
  shared = $state(0)
  failure = $state.raw<Error | null>(null)
  #job: Job<AnalysisJobs['areas']['response']> | null = null

  constructor(
    readonly library: AreaLibrary,
    private readonly host: {
      worker: Pick<AnalysisClient, 'start'>
      database: Pick<DatabaseState, 'setAreas'>
      dataset(): Loaded | null
      /** What counts by area is to be computed anew. */
      onchange(): void
    },
  ) {}

  /** Takes a set over, in another's place where it replaces one; it becomes active where it reaches the data. */
  async take(set: AreaSet, replaces: string | null = null): Promise<AreasTaken> {
    const { library } = this
    const dataset = this.host.dataset()
    const fitted = dataset ? inMetric(set, dataset.crs) : set
    const elsewhere = !!dataset?.summary.bounds && !reach(fitted.areas, dataset.summary.bounds)
    const replaced = replaces !== null && library.sets.some(({ id }) => id === replaces)
    const wanted = replaced ? library.activeId === replaces : !elsewhere || library.active === null
    let lost: LostFigures[] = []
    const put = () => {
      if (replaced) lost = library.replace(replaces, fitted)
      else library.put(fitted)
    }
    if (!wanted) put()
    else await this.#assign(fitted.areas, () => (put(), library.activate(fitted.id)))
    // A stopped assignment leaves no set active; the file was read all the same.
    if (!library.sets.some(({ id }) => id === fitted.id)) put()
    return { active: library.activeId === fitted.id, elsewhere, lost }
  }

  /** Makes another set active, or none. */
  async use(id: string | null): Promise<void> {
    const { library, host } = this
    const found = library.sets.find((one) => one.id === id) ?? null
    const dataset = host.dataset()
    const set = found && dataset ? inMetric(found, dataset.crs) : found
    await this.#assign(set?.areas ?? [], () => {
      if (set) library.put(set)
      library.activate(set?.id ?? null)
    })
  }

  /** Assigns anew: the incidents, or what the database knows of them, are others. */
  renew(): Promise<void> {
    return this.use(this.library.activeId)
  }

  async remove(id: string): Promise<void> {
    const { library } = this
    if (library.activeId !== id) return library.remove(id)
    await this.#assign([], () => library.remove(id))
  }

  takeTable(table: StatisticTable): void {
    this.library.putTable(table)
    this.host.onchange()
  }

  removeTable(id: string): void {
    this.library.removeTable(id)
    this.host.onchange()
  }

  /** Other incidents are loaded: areas of the demo go with it, the others stay; one that reaches the incidents is active. */
  async follow(dataset: Loaded): Promise<void> {
    const { library } = this
    if (!dataset.invented) for (const { id } of library.sets.filter((set) => set.invented)) library.remove(id)
    const { bounds } = dataset.summary
    const fits = (set: AreaSet | null) => set !== null && (bounds === null || reach(set.areas, bounds))
    const chosen = fits(library.active) ? library.active : (library.sets.findLast(fits) ?? null)
    await this.use(chosen?.id ?? null)
  }

  /** Ends an assignment that runs; no set is active then. */
  cancel(): void {
    this.#job?.cancel()
  }

  /** Assigns the incidents and then makes the change; a later assignment overtakes an earlier one. */
  async #assign(areas: readonly Area[], commit: () => void): Promise<void> {
    this.#job?.cancel()
    this.failure = null
    if (!this.host.dataset()) return commit()
    const request = { ids: areas.map(({ id }) => id), polygons: areas.map(({ polygon }) => polygon) }
    const job = this.host.worker.start('areas', request, {
      progress: ({ fraction }) => (this.progress = fraction),
    })
    this.#job = job
    try {
      const { areaOf, shared } = await job.result
      if (this.#job !== job) return
      commit()
      this.shared = shared
      this.host.database.setAreas(this.library.areas, areaOf)
      this.host.onchange()
    } catch (error) {
      if (this.#job !== job) return
      if (error instanceof JobCancelled) return await this.#assign([], () => this.library.activate(null))
      this.failure = error as Error
      this.library.activate(null)
      this.host.onchange()
    } finally {
      if (this.#job === job) {
        this.#job = null
        this.progress = null
      }
    }
  }
}
