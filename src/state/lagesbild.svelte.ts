import type { IncidentColumns } from '../domain/incident.ts'
import { ownPrevention, withOwn } from '../domain/ownPrevention.ts'
import type { Prevention } from '../domain/prevention.ts'
import { NO_REMOVAL, type RowRemoval } from '../domain/rowKeys.ts'
import { EMPTY_SELECTION, type Selection } from '../domain/selection.ts'
import type { Taxonomy, TypeLabel } from '../domain/taxonomy.ts'
import { DatabaseBoot } from '../db/databaseBoot.ts'
import { openBrowserConnection } from '../db/browserConnection.ts'
import type { IncidentBatch } from '../db/dataset.ts'
import { IncidentStore } from '../db/incidentStore.ts'
import type {
  CoarseningEffect,
  LoadBatch,
  LoadOptions,
  Look,
  Mapping,
  Recognised,
  SniffChoices,
  SourceDescription,
  SourceFile,
} from '../ingest/index.ts'
import type { DepthMethod, DepthSettings } from '../workers/depth/depthMethods.ts'
import type { BeforeAfterQuestion } from '../workers/effect/beforeAfterMessages.ts'
import { JobCancelled } from '../workers/jobs.ts'
import { startAnalysisWorker } from '../workers/analysisClient.ts'
import type { ReadRegister, RegisterMapping } from '../ingest/addresses/readRegister.ts'
import type { AddressRegister } from '../ingest/addresses/register.ts'
import { projection } from '../ingest/crs.ts'
import { IngestClient } from '../workers/ingestClient.ts'
import { AnalysisState } from './analysis.svelte.ts'
import { AreaSeriesState } from './areaSeries.svelte.ts'
import { AreasState } from './areas.svelte.ts'
import { decodeAddress, encodeAddress, type Address } from './address.ts'
import { DatasetState, NO_SURROUNDINGS, type Dataset, type Surroundings } from './dataset.svelte.ts'
import { CrimeTypesState } from './crimeTypes.svelte.ts'
import { DepthState } from './depth.svelte.ts'
import { BeforeAfterState, questionOfPlan, questionOfSelection } from './beforeAfter.svelte.ts'
import { EffectState } from './effect.svelte.ts'
import { measureOutlines } from './effectOutlines.ts'
import { DatabaseState } from './database.svelte.ts'
import { fetchDemo } from './demo.ts'
import { demoAreas } from './demoAreas.ts'
import { demoIndicators } from './demoIndicators.ts'
import { FollowUpState } from './followUp.svelte.ts'
import { databaseInfo, joined, layerOf, lessReplaced, nameOf, removalWith } from './layerMaking.ts'
import { layersAfter, layersWithout, removalBy, type OpenPlan } from './layerPlan.ts'
import { datasetId, nextNumber, nextRow, type Layer } from './layers.ts'
import { PreventionState } from './prevention.svelte.ts'
import { ProjectState } from './project.svelte.ts'
import { projectHost } from './projectBridge.svelte.ts'
import { Relabelling } from './relabelling.svelte.ts'
import type { SavedView } from './savedViews.svelte.ts'
import { ScaleState } from './scale.svelte.ts'
import { keptSelection, openingSelection } from './selectionFor.ts'
import { SelectionState, type SelectionChange } from './selection.svelte.ts'
import { TriangulationState } from './triangulation.svelte.ts'
import { UnreportedState } from './unreported.svelte.ts'
import { ViewState, type ViewChange } from './view.svelte.ts'

const NO_LABELS: readonly TypeLabel[] = [{ label: '', typeId: null }]

/** Id of the demo in addresses. */
export const DEMO_ID = 'demo'

interface Identity {
  id: string | null
  name: string
  invented: boolean
  surroundings: Surroundings
}

/** A file, and how it is to be read. */
interface FileToLoad {
  file: SourceFile
  source: SourceDescription
  mapping: Mapping
  register?: AddressRegister | null
}

/** The whole of what is loaded, chosen and shown; the panels talk to this and to nothing below it. */
export class Lagesbild {
  readonly crimeTypes = new CrimeTypesState(() => void this.#relabel())
  readonly data = new DatasetState()
  readonly view: ViewState
  readonly selection: SelectionState
  readonly analysis: AnalysisState
  readonly scale = new ScaleState()
  readonly depth: DepthState
  readonly effect: EffectState
  readonly beforeAfter: BeforeAfterState
  readonly areaSeries: AreaSeriesState
  readonly unreported: UnreportedState
  readonly followUp: FollowUpState
  readonly triangulation: TriangulationState
  readonly database: DatabaseState
  readonly areas: AreasState
  readonly prevention = new PreventionState(() => this.#askEffect())
  readonly project: ProjectState = new ProjectState(projectHost(this))
  /** The first visit: the demo lies dimmed behind the invitation to drop a file. */
  welcome = $state(false)
  /** An address that belongs to a file that is not loaded yet. */
  awaited = $state.raw<Address | null>(null)

  #worker = startAnalysisWorker()
  #relabelling: Relabelling
  #ingest: IngestClient | null = null
  /** Number of the load that holds: one that begins overtakes those before it. */
  #turn = 0
  /** What reads the file that is being loaded. */
  #loadsWith: IngestClient | null = null
  /** Resolves when the file that was last loaded is in, or is not. */
  #fileSettled: Promise<unknown> = Promise.resolve()
  /** The demo's own walks and measures, as it brought them. */
  #demoWork: Prevention | null = null

  constructor() {
    this.analysis = new AnalysisState(this.#worker, (surface) => this.scale.follow(surface))
    this.depth = new DepthState(this.#worker)
    this.effect = new EffectState(this.#worker)
    this.beforeAfter = new BeforeAfterState(this.#worker)
    this.areaSeries = new AreaSeriesState(this.#worker)
    this.unreported = new UnreportedState(this.#worker)
    this.followUp = new FollowUpState(this.#worker)
    this.triangulation = new TriangulationState(this.#worker)
    this.selection = new SelectionState((change) => this.#changed(change))
    this.view = new ViewState((change) => this.#changed(change))
    const boot = new DatabaseBoot(openBrowserConnection)
    this.database = new DatabaseState(boot, new IncidentStore(() => boot.connection()), this.#worker)
    this.areas = new AreasState(this.data.library, {
      worker: this.#worker,
      database: this.database,
      dataset: () => this.data.current,
      onchange: () => this.#areasChanged(),
    })
    const { crimeTypes, data, selection, analysis, database } = this
    this.#relabelling = new Relabelling({
      crimeTypes,
      data,
      selection,
      analysis,
      database,
      worker: this.#worker,
    })
    window.addEventListener('popstate', () => this.#readAddress())
  }

  /** What is chosen and how it is shown. */
  get address(): Address {
    const { committed: selection } = this.selection
    return { dataset: this.data.current?.id ?? null, selection, view: this.view.settings }
  }

  get taxonomy(): Taxonomy {
    return this.crimeTypes.current.taxonomy
  }

  /** What the address asks for, or the demo with the invitation. */
  async start(): Promise<void> {
    const address = decodeAddress(location.hash)
    this.view.restore(address.view)
    await this.project.kept.look()
    if (address.dataset !== null && this.project.kept.holds(address.dataset)) {
      this.awaited = address
      if (await this.project.open({ kind: 'kept' })) return
    }
    if (address.dataset === DEMO_ID) return this.openDemo(address)
    this.welcome = true
    if (address.dataset) this.awaited = address
    await this.openDemo(null, true)
  }

  /** Bandwidth in metres, as chosen or by default for the data's extent. */
  get bandwidth(): number {
    return this.view.settings.bandwidth ?? this.data.current?.summary.defaultBandwidth ?? 150
  }

  async openDemo(address: Address | null = null, behind = false): Promise<void> {
    // Of its own: a file that is looked at meanwhile neither waits for it nor stops it.
    const reader = new IngestClient()
    try {
      const demo = await fetchDemo()
      const { description, mapping: proposed } = await reader.look(demo.incidents)
      const mapping = { ...proposed, timeZone: demo.timeZone }
      if (behind) {
        // Who opens a project or a file meanwhile does not wait for the demo, and has no use for it then.
        await this.project.settled
        await this.#fileSettled
        if (!this.welcome) return
      }
      const { name, surroundings } = demo
      const identity = { id: DEMO_ID, name, invented: true, surroundings }
      await this.#load({ file: demo.incidents, source: description, mapping }, identity, reader)
      this.#demoWork = demo.prevention
      // Walks and measures that were taken in while the demo was on its way stay.
      this.prevention.replace(behind ? withOwn(demo.prevention, this.prevention.current) : demo.prevention)
      if (!behind) this.welcome = false
      this.project.begin()
      this.selection.restore(address?.selection ?? demoSelection(demo.surroundings))
      this.#relabelling.dropUnknown()
      const areas = demoAreas(demo.areas, demo.name, this.data.current!.crs)
      this.data.library.putTable(demoIndicators(demo.indicators, areas))
      await this.areas.take(areas)
      this.#writeAddress(behind || address ? 'replace' : 'push')
    } catch (error) {
      this.#loadFailed('Exempelköping', error as Error)
    } finally {
      reader.cancel()
    }
  }

  /** Leaves the invitation for the demo behind it. */
  enterDemo(): void {
    this.welcome = false
    this.awaited = null
    if (this.data.current?.id === DEMO_ID) this.#writeAddress('push')
    else void this.openDemo()
  }

  /** Looks at a file and says how it would be read. */
  describe(file: SourceFile, choices: SniffChoices = {}): Promise<SourceDescription> {
    return this.#startIngest().sniff(file, choices)
  }

  /** Looks at a file, proposes what its columns mean and reads its first rows so. */
  look(file: SourceFile, choices: SniffChoices = {}): Promise<Look> {
    return this.#startIngest().look(file, choices)
  }

  /** What the mapping's coarsening of places would do to the density. */
  tryCoarsening(
    file: SourceFile,
    source: SourceDescription,
    mapping: Mapping,
    options: Pick<LoadOptions, 'register' | 'onProgress' | 'signal'>,
  ): Promise<CoarseningEffect | null> {
    return this.#startIngest().tryCoarsening(file, source, mapping, options)
  }

  /** What a file is for, by its content. */
  recognise(file: SourceFile): Promise<Recognised> {
    return this.#startIngest().recognise(file)
  }

  /** A file of addresses with places, by a mapping or by what its columns say. */
  readRegister(file: SourceFile, mapping: RegisterMapping | null): Promise<ReadRegister> {
    return this.#startIngest().register(file, mapping)
  }

  /** Loads a file as the only layer, or as the plan says beside the layers that are there; what fails or is cancelled changes nothing. */
  openFile(
    file: SourceFile,
    source: SourceDescription,
    mapping: Mapping,
    plan: OpenPlan = { as: 'all' },
    register: AddressRegister | null = null,
  ): Promise<void> {
    const opening = this.#openFile(file, source, mapping, plan, register)
    this.#fileSettled = opening
    return opening
  }

  async #openFile(
    file: SourceFile,
    source: SourceDescription,
    mapping: Mapping,
    plan: OpenPlan,
    register: AddressRegister | null,
  ): Promise<void> {
    const read = { file, source, mapping, register }
    try {
      const before = this.data.current
      if (plan.as !== 'all' && before) {
        const dataset = await this.#load(read, before, this.#startIngest(), plan)
        return this.#stayWith(before, dataset)
      }
      const identity = {
        id: null,
        name: file.name,
        invented: false,
        surroundings: NO_SURROUNDINGS,
      }
      const given = before?.id === DEMO_ID ? await this.#workOfDemo() : null
      const dataset = await this.#load(read, identity, this.#startIngest())
      // The demo's story is of the demo town; what a person has entered or imported stays.
      if (given) this.prevention.replace(ownPrevention(this.prevention.current, given))
      this.welcome = false
      this.project.begin()
      const awaited = this.awaited?.dataset === dataset.id ? this.awaited : null
      if (awaited || !this.awaited?.dataset?.startsWith(dataset.id.slice(0, 16))) this.awaited = null
      if (awaited) this.view.restore(awaited.view)
      else this.view.restore({ ...this.view.settings, screen: 'situation', bandwidth: null })
      this.selection.restore(awaited?.selection ?? openingSelection(dataset.summary))
      this.#relabelling.dropUnknown()
      await this.areas.follow(dataset)
      this.#writeAddress('push')
    } catch (error) {
      this.#loadFailed(file.name, error as Error)
    }
  }

  /** What the demo brings; null where it cannot be had, and nothing can be told apart from it. */
  async #workOfDemo(): Promise<Prevention | null> {
    // The demo of a project that was kept did not bring it here.
    this.#demoWork ??= await fetchDemo().then(
      ({ prevention }) => prevention,
      () => null,
    )
    return this.#demoWork
  }

  /** A copy of the incidents' columns. */
  copyColumns(): Promise<IncidentColumns> {
    return this.#worker.start('snapshot', null).result
  }

  /**
   * Takes over the data of a project. Rows come in runs; until the last is in, what was there stays.
   * @param begin called just before the data hold
   */
  async takeProject(
    project: Omit<Dataset, 'summary'>,
    runs: AsyncIterable<IncidentBatch>,
    begin: () => void,
  ): Promise<void> {
    const holds = this.#overtake()
    await this.#worker.start('begin', null).result
    const batches: IncidentBatch[] = []
    try {
      const taken: Promise<null>[] = []
      for await (const batch of runs) {
        holds()
        taken.push(this.#worker.start('append', { columns: batch.columns }).result)
        batches.push(batch)
      }
      await Promise.all(taken)
      holds()
    } catch (error) {
      // What was staged is let go of, unless another load stages its own.
      if (!(error instanceof JobCancelled)) await this.#worker.start('begin', null).result
      throw error
    }
    begin()
    await this.#commit(project, project.layers, project.labels, null, batches)
  }

  /** Shows a project that has been taken over, as it was left or as the address asks. */
  showProject(left: Address): void {
    const awaited = this.awaited?.dataset === this.data.current?.id ? this.awaited : null
    this.awaited = null
    this.welcome = false
    this.data.failure = null
    this.#show(awaited ?? left, 'push')
  }

  /** Shows a saved view; language and theme stay. */
  openView(saved: SavedView): void {
    const { selection, view } = this.project.views.addressOf(saved, this.data.current?.id ?? null)
    const { language, theme } = this.view.settings
    this.#show({ selection, view: { ...view, language, theme } }, 'push')
  }

  #show({ selection, view }: Pick<Address, 'selection' | 'view'>, how: 'push' | 'replace'): void {
    this.view.lookAt(null)
    this.view.restore(view)
    this.selection.restore(selection)
    this.#relabelling.dropUnknown()
    this.#ask('exact')
    this.#askDepth()
    this.#writeAddress(how)
  }

  /** Takes a layer's rows out; the last layer stays. */
  async removeLayer(id: string): Promise<void> {
    const before = this.data.current
    const layer = before?.layers.find((one) => one.id === id)
    if (!before || !layer || before.layers.length === 1) return
    const holds = this.#overtake()
    try {
      const removal: RowRemoval = { ...NO_REMOVAL, ranges: [layer.range] }
      await this.#worker.start('begin', null).result
      holds()
      const dataset = await this.#commit(before, layersWithout(id, before.layers), before.labels, removal, [])
      this.#stayWith(before, dataset)
    } catch (error) {
      this.#loadFailed(layer.fileName, error as Error)
    }
  }

  renameLayer(id: string, name: string): void {
    const { current } = this.data
    if (!current) return
    const layers = current.layers.map((layer) => (layer.id === id ? { ...layer, name } : layer))
    this.data.current = { ...current, layers }
    this.database.extend(databaseInfo(current, layers, this.taxonomy), NO_REMOVAL, [])
    void this.areas.renew()
  }

  cancelLoading(): void {
    this.#ingest?.cancel()
    this.#overtake()
  }

  /**
   * Ends the load that is under way, so that two never mix their rows.
   * @returns throws JobCancelled once a later load has begun; to be called after each wait
   */
  #overtake(): () => void {
    const turn = ++this.#turn
    this.#loadsWith?.cancel()
    this.#loadsWith = null
    this.data.loading = null
    return () => {
      if (turn !== this.#turn) throw new JobCancelled()
    }
  }

  /** What counts by area is computed anew. */
  #areasChanged(): void {
    this.#ask('exact')
    this.depth.forget()
    this.effect.forget()
    this.beforeAfter.reset()
    this.areaSeries.forget()
    this.#askDepth()
  }

  async #load(
    { file, source, mapping, register }: FileToLoad,
    identity: Identity,
    reader: IngestClient,
    plan: OpenPlan = { as: 'all' },
  ): Promise<Dataset> {
    const before = plan.as === 'all' ? null : this.data.current
    const read = before ? { ...mapping, metric: before.crs } : mapping
    const rowFrom = before ? nextRow(before.layers) : 1
    const batches: LoadBatch[] = []
    this.project.cancel()
    const holds = this.#overtake()
    this.data.failure = null
    this.data.loading = { name: file.name, fraction: 0, rows: 0 }
    await this.#worker.start('begin', null).result
    holds()
    this.#loadsWith = reader
    const taken: Promise<null>[] = []
    const report = await reader.load(file, source, read, {
      into: before ? joined(before, plan, rowFrom) : undefined,
      register: register ?? null,
      onProgress: ({ bytes, totalBytes, rows }) => {
        this.data.loading = { name: file.name, fraction: totalBytes > 0 ? bytes / totalBytes : null, rows }
      },
      onBatch: (batch) => {
        taken.push(this.#worker.start('append', { columns: batch.columns }).result)
        batches.push(batch)
      },
    })
    await Promise.all(taken)
    holds()
    const number = nextNumber(before?.layers ?? [])
    const added = layerOf(number, rowFrom, { report, mapping: read, source, batches })
    const removal = removalWith(removalBy(plan, before?.layers ?? []), report)
    const layers = lessReplaced(layersAfter(plan, before?.layers ?? [], added), removal)
    const labels = batches.at(-1)?.labels ?? before?.labels ?? NO_LABELS
    const base = before ?? { ...identity, timeZone: read.timeZone, crs: read.metric }
    return this.#commit(base, layers, labels, removal, batches)
  }

  /** Makes the staged rows part of the data set, or the whole of it where nothing is removed from one. */
  async #commit(
    base: Identity & Pick<Dataset, 'timeZone' | 'crs'>,
    layers: readonly Layer[],
    labels: readonly TypeLabel[],
    removal: RowRemoval | null,
    batches: IncidentBatch[],
  ): Promise<Dataset> {
    const turn = this.#turn
    const { timeZone, crs, invented, surroundings } = base
    const types = this.crimeTypes.current
    const classed = [...this.crimeTypes.classify(labels)]
    const { sensitive } = this.crimeTypes
    const ranges = layers.map(({ range }) => range)
    const request = { labels: classed, sensitive, timeZone, crs, ranges, onto: removal }
    const summary = await this.#worker.start('load', request).result
    const dataset: Dataset = {
      id: base.id === DEMO_ID ? DEMO_ID : datasetId(layers),
      name: base.id === DEMO_ID ? base.name : nameOf(layers),
      invented,
      timeZone,
      crs,
      labels: classed,
      summary,
      layers: layers.map((layer, i) => ({ ...layer, kinds: summary.layerKinds[i] ?? layer.kinds })),
      surroundings,
    }
    this.analysis.reset()
    this.depth.reset()
    this.effect.reset()
    this.beforeAfter.reset()
    this.areaSeries.forget()
    this.unreported.forget()
    this.scale.reset()
    this.data.current = dataset
    if (turn === this.#turn) this.data.loading = null
    const info = databaseInfo(dataset, layers, this.taxonomy)
    const rows = batches.map((batch) => ({ ...batch, labels: classed }))
    if (removal) this.database.extend(info, removal, rows)
    else this.database.fill(info, rows)
    if (this.crimeTypes.current !== types) void this.#relabel()
    return dataset
  }

  /** Keeps what is chosen and looked at, as far as it holds, once layers have come or gone. */
  #stayWith(before: Dataset, dataset: Dataset): void {
    this.view.lookAt(null)
    const awaited = this.awaited?.dataset === dataset.id ? this.awaited : null
    if (awaited) {
      this.awaited = null
      this.view.restore(awaited.view)
    }
    const kept = keptSelection(this.selection.committed, before.summary, dataset.summary)
    this.selection.restore(awaited?.selection ?? kept)
    this.#relabelling.dropUnknown()
    void this.areas.follow(dataset)
    this.#writeAddress('push')
  }

  #startIngest(): IngestClient {
    this.#ingest ??= new IngestClient()
    return this.#ingest
  }

  #loadFailed(name: string, error: Error): void {
    // Who cancelled it, or overtook it, has said what holds now.
    if (error instanceof JobCancelled || error.name === 'AbortError') return
    this.data.loading = null
    this.data.failure = { name, error }
  }

  /** Classes the loaded rows by the present crime types; what counts by type is computed anew. */
  async #relabel(): Promise<void> {
    try {
      if (!(await this.#relabelling.run())) return
    } catch (error) {
      if (!(error instanceof JobCancelled)) this.analysis.failure = error as Error
      return
    }
    this.depth.reset()
    this.effect.forget()
    this.beforeAfter.reset()
    this.areaSeries.forget()
    this.#ask('exact')
    this.#askDepth()
    this.#writeAddress('replace')
  }

  #changed(change: SelectionChange | ViewChange): void {
    if (change === 'commit' || change === 'look') this.#writeAddress('push')
    if (change !== 'look') this.#ask(change === 'preview' ? 'preview' : 'exact')
    if (change !== 'preview') this.#askDepth()
  }

  /** Sets how a deepening analysis is made, and makes it. */
  changeDepth<M extends DepthMethod>(method: M, part: Partial<DepthSettings[M]>): void {
    this.depth.change(method, part)
    this.#askDepth()
  }

  /** A deepening analysis is computed only while it is looked at, and so are the areas' years. */
  #askDepth(): void {
    const { screen, depth } = this.view.settings
    if (this.data.current && this.data.areas.length > 0 && screen === 'areas')
      this.areaSeries.ask(this.selection.committed)
    if (this.data.current && screen === 'depth' && depth)
      this.depth.ask(depth, this.selection.committed, this.bandwidth)
    this.#askEffect()
  }

  /** The effect of measures, too, only while it is looked at. */
  #askEffect(): void {
    const { screen, measure } = this.view.settings
    if (!this.data.current || screen !== 'effect') return
    const { breaks } = this.crimeTypes.current
    this.effect.ask(measure, measureOutlines(this.prevention, breaks, projection(this.data.current.crs)))
  }

  /** What the map before and after would show now: of the open measure, else of what is chosen. */
  get beforeAfterQuestion(): BeforeAfterQuestion | null {
    const { current } = this.data
    const { screen, measure, beforeAfter } = this.view.settings
    if (!current || screen !== 'effect' || beforeAfter === 'off') return null
    const { committed } = this.selection
    if (measure === null) return questionOfSelection(committed, current.summary.span, this.bandwidth)
    const { plan } = this.effect
    return plan && questionOfPlan(plan, committed, this.bandwidth)
  }

  #ask(precision: 'preview' | 'exact'): void {
    if (!this.data.current) return
    this.analysis.ask(
      this.selection.current,
      { bandwidth: this.bandwidth, threshold: this.view.settings.threshold },
      precision,
    )
  }

  #writeAddress(how: 'push' | 'replace'): void {
    if (this.welcome) return
    const hash = '#' + encodeAddress(this.address)
    if (hash === location.hash) return
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hash)
  }

  /** Back and forward undo and redo. */
  #readAddress(): void {
    const address = decodeAddress(location.hash)
    if (address.dataset !== null && address.dataset !== this.data.current?.id) {
      if (address.dataset === DEMO_ID) void this.openDemo(address)
      else this.awaited = address
      return
    }
    this.view.restore(address.view)
    this.selection.restore(address.selection)
    this.#relabelling.dropUnknown()
    this.#ask('exact')
    this.#askDepth()
  }
}

/** The demo opens on the handbook's story: the problem picture of outdoor assaults. */
function demoSelection(surroundings: Surroundings): Selection {
  return { ...EMPTY_SELECTION, period: surroundings.problemPicture, types: ['misshandel-utomhus'] }
}
