import { CRIME_TYPES_MARK } from '../../domain/crimeTypesFile.ts'
import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import { proposeAddressColumns } from '../../ingest/addresses/addressColumns.ts'
import { DEFAULT_LOWEST } from '../../ingest/addresses/matchLevels.ts'
import type { ReadRegister, RegisterMapping } from '../../ingest/addresses/readRegister.ts'
import { middleOfRegister } from '../../ingest/addresses/register.ts'
import { profileColumns } from '../../ingest/columnProfile.ts'
import { metricCrsFor } from '../../ingest/crs.ts'
import { IngestError } from '../../ingest/errors.ts'
import { saysWhenOrWhere } from '../../ingest/mapping.ts'
import type {
  Look,
  Mapping,
  Preview,
  SniffChoices,
  SourceDescription,
  SourceFile,
} from '../../ingest/index.ts'
import { preview } from '../../ingest/preview.ts'
import type { OpenPlan } from '../../state/layerPlan.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { AreaFilesClient, type AreaFilesReader } from '../../workers/areaFilesClient.ts'
import { firstPlan, mappingLike, planChoices, plannedOn, type PlanWish } from './layers/planChoices.ts'
import { PreventionFilesClient, type PreventionFiles } from '../../workers/preventionFilesClient.ts'
import { PreventionIntake } from '../prevention/preventionIntake.svelte.ts'
import { AreaIntake } from './areas/areaIntake.svelte.ts'
import { failureSentence, IntakeError } from './failureSentence.ts'

/** What a file is taken for. */
export type FileKind = 'incidents' | 'areas' | 'population' | 'walks' | 'measures'

/** The part of the state that taking over a file needs. */
export type IntakeApp = Pick<
  Lagesbild,
  'look' | 'recognise' | 'readRegister' | 'openFile' | 'cancelLoading' | 'areas' | 'prevention' | 'welcome'
> & {
  data: Pick<Lagesbild['data'], 'current' | 'library' | 'loading' | 'failure'>
  view: Pick<Lagesbild['view'], 'show' | 'panelOpen'>
  crimeTypes: Pick<Lagesbild['crimeTypes'], 'open' | 'current'>
}

/** A file of addresses with places, for the file that is looked at. */
export interface OpenedRegister {
  file: SourceFile
  /** Null until it is read the first time. */
  read: ReadRegister | null
  busy: boolean
  error: Error | null
}

/** A file of incidents that is looked at and not yet loaded. Replaced as a whole, never changed. */
export interface Opening {
  file: SourceFile
  /** The person's corrections of how the file is written. */
  choices: SniffChoices
  description: SourceDescription
  mapping: Mapping
  preview: Preview
  /** What it can become beside what is loaded, and what it shall become. */
  plans: readonly OpenPlan[]
  plan: OpenPlan
  /** Where rows without a position are placed by their address. */
  register?: OpenedRegister | null
  /** It is being looked at anew. */
  busy: boolean
  /** It is being loaded. */
  loading: boolean
  error: Error | null
}

/**
 * Takes over chosen and dropped files: incidents are shown as they would be read before they are loaded, areas and population
 * are added to what is loaded. Until a load is through, what was on the screen stays.
 */
export class FileIntake {
  opening = $state.raw<Opening | null>(null)
  /** Name of the file that is being looked at. */
  looking = $state.raw<string | null>(null)
  /** The file that could not be taken over. */
  failure = $state.raw<{ name: string; error: Error } | null>(null)
  /** What came of the file that was taken over last. */
  outcome = $state.raw<(() => string) | null>(null)
  /** The layer that the next file was asked for. */
  wish: PlanWish | null = null
  /** Number of the request that holds; the answers to earlier ones are dropped. */
  #turn = 0
  /** The corrections that the description on the screen was made with. */
  #applied: SniffChoices = {}

  /** Polygons and the tables that go with them. */
  readonly areaFiles: AreaIntake

  /** Walks, measures and routes. */
  readonly prevention: PreventionIntake

  constructor(
    private readonly app: IntakeApp,
    private readonly areaReader: AreaFilesReader = new AreaFilesClient(),
    preventionFiles: PreventionFiles = new PreventionFilesClient(),
  ) {
    const tell = (outcome: () => string) => (this.outcome = outcome)
    this.prevention = new PreventionIntake({ app, tell }, preventionFiles)
    this.areaFiles = new AreaIntake({
      app,
      reader: areaReader,
      tell,
    })
  }

  /** A file is looked at in a form. */
  get open(): boolean {
    return this.opening !== null || this.areaFiles.open || this.prevention.open
  }

  get busy(): boolean {
    return this.looking !== null
  }

  /** Why the file could not be taken over, as a sentence. */
  get error(): string | null {
    return this.failure && failureSentence(this.failure.error, locale)
  }

  /** What came of the file that was taken over last, as a sentence. */
  get message(): string | null {
    return this.outcome && this.outcome()
  }

  dismiss(): void {
    this.failure = null
    this.outcome = null
  }

  async take(file: SourceFile, what: FileKind = 'incidents'): Promise<void> {
    if (this.opening?.loading) this.app.cancelLoading()
    const turn = ++this.#turn
    this.dismiss()
    this.looking = file.name
    try {
      const takeOver = await this.#look(file, what)
      if (turn === this.#turn) takeOver()
    } catch (error) {
      if (turn === this.#turn && !isCancelled(error))
        this.failure = { name: file.name, error: error as Error }
    } finally {
      if (turn === this.#turn) this.looking = null
    }
  }

  /** Leaves the file; what was on the screen before comes back. */
  cancel(): void {
    this.#turn++
    const ownWork = this.opening?.loading || (this.busy && !this.app.data.loading)
    if (ownWork) this.app.cancelLoading()
    if (this.busy) this.areaReader.cancel()
    this.looking = null
    this.opening = null
    this.areaFiles.cancel()
    this.prevention.cancel()
  }

  /** Reads the file anew with corrections; where that fails, what held before still holds. */
  async changeChoice(part: SniffChoices): Promise<void> {
    const before = this.opening
    if (!before || before.loading) return
    const turn = ++this.#turn
    const choices = { ...before.choices, ...part }
    this.#show({ choices, busy: true, error: null })
    try {
      const found = await this.app.look(before.file, choices)
      if (turn !== this.#turn) return
      const mapping = keptMapping(before, found, part)
      const { description } = found
      this.#applied = choices
      const error = unmapped(found)
      const register = mapping.addresses ? before.register : null
      this.#show({ description, mapping, register, busy: false, error })
      this.#readSample()
    } catch (error) {
      if (turn !== this.#turn) return
      this.#show({ choices: this.#applied, busy: false, error: isCancelled(error) ? null : (error as Error) })
    }
  }

  /** The one correction that needs no new reading. */
  changeDecimalComma(decimalComma: boolean): void {
    if (!this.opening) return
    const description = { ...this.opening.description, decimalComma }
    this.#show({ description })
    this.#readSample()
  }

  changeMapping(part: Partial<Mapping>): void {
    if (!this.opening) return
    const mapping = { ...this.opening.mapping, ...part }
    this.#show({ mapping, error: null })
    this.#readSample()
  }

  /** Takes a file of addresses with places, by a mapping or by what its columns say; rows without a position get one by it. */
  async takeRegister(file: SourceFile, mapping: RegisterMapping | null = null): Promise<void> {
    const before = this.opening
    if (!before || before.loading) return
    const kept = before.register?.file === file ? before.register.read : null
    this.#show({ register: { file, read: kept, busy: true, error: null } })
    const asked = this.opening?.register
    let register: OpenedRegister
    try {
      const read = await this.app.readRegister(file, mapping)
      register = { file, read, busy: false, error: null }
    } catch (error) {
      register = { file, read: kept, busy: false, error: isCancelled(error) ? null : (error as Error) }
    }
    if (!this.opening || this.opening.register !== asked) return
    this.#show({ register })
    this.changeMapping(placedBy(this.opening, register))
  }

  /** Lets go of the register. */
  dropRegister(): void {
    this.#show({ register: null })
    this.changeMapping({ addresses: null })
  }

  choosePlan(plan: OpenPlan): void {
    this.#show({ plan })
  }

  async load(): Promise<void> {
    const opened = this.opening
    if (!opened || opened.loading || opened.busy) return
    const { file, description, mapping, plan } = opened
    if (!saysWhenOrWhere(mapping)) return this.#show({ error: new IngestError('nothingMapped', {}) })
    const turn = ++this.#turn
    const before = this.app.data.current
    this.#show({ loading: true, error: null })
    await this.app.openFile(file, description, mapping, plan, opened.register?.read?.register)
    if (turn !== this.#turn) return
    const { current, failure } = this.app.data
    if (current !== before) {
      this.opening = null
      return
    }
    this.app.data.failure = null
    this.#show({ loading: false, error: failure?.error ?? null })
  }

  /** Ends the load and goes back to how the file is read. */
  cancelLoad(): void {
    this.app.cancelLoading()
  }

  /** Reads the sample as the opening now has it. */
  #readSample(): void {
    if (!this.opening) return
    const { description, mapping, register } = this.opening
    this.#show({ preview: preview(description, mapping, register?.read?.register) })
  }

  #show(part: Partial<Opening>): void {
    if (this.opening) this.opening = { ...this.opening, ...part }
  }

  /** Looks at a file and gives what is to be done with it. */
  async #look(file: SourceFile, what: FileKind): Promise<() => void> {
    if (what === 'population') return (await this.#areaTable(file, true))!
    if (what === 'areas') return this.#areas(file)
    if (what === 'walks' || what === 'measures') return this.#prevention(file, what)
    const recognised = await this.app.recognise(file)
    switch (recognised.kind) {
      case 'areas':
        return this.#areas(file)
      case 'routes':
        return this.#prevention(file, null)
      case 'walks':
      case 'measures':
        return this.#prevention(file, recognised.kind)
      case 'own':
        if (recognised.what === CRIME_TYPES_MARK) return this.#crimeTypes(file)
        throw new IntakeError('unknownOwn')
      case 'incidents': {
        const found = await this.app.look(file, {})
        return (await this.#insteadOf(found, file)) ?? (() => this.#open(file, found))
      }
    }
  }

  /** Crime types hold at once, or are offered on their own screen. */
  async #crimeTypes(file: SourceFile): Promise<() => void> {
    const { crimeTypes, view } = this.app
    const holds = await crimeTypes.open(file)
    return () => {
      if (holds) this.outcome = () => locale.texts.crimeTypes.file.opened({ name: file.name })
      this.opening = null
      this.app.welcome = false
      view.show('types')
    }
  }

  #open(file: SourceFile, found: Look): void {
    this.areaFiles.cancel()
    this.prevention.cancel()
    this.#applied = {}
    const { current } = this.app.data
    const { firstDay, lastDay } = found.preview
    const period = firstDay === null || lastDay === null ? null : { from: firstDay, to: lastDay + 1 }
    const plans = planChoices(current, found.description, period)
    const plan = firstPlan(plans, this.wish, current?.layers ?? [])
    this.wish = null
    const state = { busy: false, loading: false, error: unmapped(found) }
    this.opening = { file, choices: {}, ...found, plans, plan, ...state }
    const like = current && plannedOn(plan, current.layers)
    if (like) this.changeMapping(mappingLike(like, found.description, found.mapping))
    this.app.view.panelOpen = true
  }

  /** Walks or measures, or a route for the walks that are looked at. */
  async #prevention(file: SourceFile, wished: FileSubject | null): Promise<() => void> {
    const takeOver = await this.prevention.lookAt(file, wished)
    return () => {
      this.opening = null
      this.areaFiles.cancel()
      takeOver()
    }
  }

  async #areas(file: SourceFile): Promise<() => void> {
    const takeOver = await this.areaFiles.lookAtAreas(file)
    return () => {
      this.opening = null
      this.prevention.cancel()
      takeOver()
    }
  }

  async #areaTable(file: SourceFile, asked: boolean): Promise<(() => void) | null> {
    const takeOver = await this.areaFiles.lookAtTable(file, asked)
    if (!takeOver) return null
    return () => {
      this.opening = null
      this.prevention.cancel()
      takeOver()
    }
  }

  /** A dropped table without dates and positions may be one of areas. */
  async #insteadOf({ mapping }: Look, file: SourceFile): Promise<(() => void) | null> {
    return saysWhenOrWhere(mapping) ? null : this.#areaTable(file, false)
  }
}

/** What the person has mapped holds as long as the columns are the same ones. */
function keptMapping(before: Opening, { description, mapping: proposed }: Look, part: SniffChoices): Mapping {
  const { mapping } = before
  const onlyLetters = Object.keys(part).every((key) => key === 'encoding')
  if (onlyLetters && description.columns.length === before.description.columns.length) return mapping
  return { ...proposed, timeZone: mapping.timeZone, kind: { ...proposed.kind, whole: mapping.kind.whole } }
}

/** What a person has to say before a table can be loaded in which nothing reads as a date or a place. */
function unmapped({ description, mapping }: Look): Error | null {
  return saysWhenOrWhere(mapping)
    ? null
    : new IngestError('noDateOrPosition', { columns: description.columns })
}

/** How the rows are placed by a register: by the addresses of the file, in the metres of its own places or else of the register's. */
function placedBy(opening: Opening, { read }: OpenedRegister): Partial<Mapping> {
  const { mapping, description } = opening
  const columns = mapping.addresses?.columns ?? proposeAddressColumns(profileColumns(description))
  if (!read?.register || !columns) return { addresses: null }
  const middle = mapping.position ? null : middleOfRegister(read.register)
  return {
    addresses: { columns, lowest: mapping.addresses?.lowest ?? DEFAULT_LOWEST },
    ...(middle && { metric: metricCrsFor(...middle) }),
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
