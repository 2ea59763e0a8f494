import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../domain/crimeTypes.ts'
import {
  parseCrimeTypes,
  readCrimeTypes,
  refuseLarge,
  writeCrimeTypes,
  type CrimeTypesFile,
} from '../domain/crimeTypesFile.ts'
import { mergeCrimeTypes } from '../domain/mergeCrimeTypes.ts'
import { sensitiveTypeIds, type TypeLabel } from '../domain/taxonomy.ts'
import { classifier, classify, type Classifier } from '../domain/typeClassifier.ts'

/** Steps that can be undone. */
const MOST_STEPS = 100

/**
 * How offences are classed, as the person has it: for what is loaded and for the next file. Nothing of it is kept but by the person:
 * {@link toJSON} is what a file, a project or the machine may remember.
 */
export class CrimeTypesState {
  current = $state.raw<CrimeTypes>(DEFAULT_CRIME_TYPES)
  #past = $state.raw<readonly CrimeTypes[]>([])
  #future = $state.raw<readonly CrimeTypes[]>([])
  readonly canUndo: boolean = $derived(this.#past.length > 0)
  readonly canRedo: boolean = $derived(this.#future.length > 0)
  /** Nothing but the handbook's types: there is nothing to remember. */
  readonly isDefault: boolean = $derived(sameJson(this.current, DEFAULT_CRIME_TYPES))
  /** Why each label is read as it is. */
  readonly read: Classifier = $derived(classifier(this.current))
  readonly sensitive: string[] = $derived([...sensitiveTypeIds(this.current.taxonomy)])
  /** A file that was read while there were changes of one's own: to be added to them, or to take their place. */
  offered = $state.raw<{ name: string; types: CrimeTypes } | null>(null)
  /** Types whose filter was lifted, by their names, because they are gone. */
  lifted = $state.raw<readonly string[]>([])

  /** @param onchange told once the new types hold */
  constructor(private readonly onchange: () => void) {}

  /** Takes over edited types; one step to undo. An edit that changes nothing is none. */
  edit(next: CrimeTypes): void {
    if (sameJson(next, this.current)) return
    this.#past = [...this.#past, this.current].slice(-MOST_STEPS)
    this.#future = []
    this.#hold(next)
  }

  undo(): void {
    const before = this.#past.at(-1)
    if (!before) return
    this.#past = this.#past.slice(0, -1)
    this.#future = [this.current, ...this.#future]
    this.#hold(before)
  }

  redo(): void {
    const [after, ...rest] = this.#future
    if (!after) return
    this.#past = [...this.#past, this.current]
    this.#future = rest
    this.#hold(after)
  }

  /** The handbook's default; can be undone. */
  reset(): void {
    this.edit(DEFAULT_CRIME_TYPES)
  }

  /** Takes over types that were read from a file. */
  takeOver(types: CrimeTypes, how: 'merge' | 'replace'): void {
    this.offered = null
    this.edit(how === 'merge' ? mergeCrimeTypes(this.current, types) : types)
  }

  /** Labels with the types that they are read as now. */
  classify(labels: readonly TypeLabel[]): readonly TypeLabel[] {
    return classify(labels, this.read)
  }

  /**
   * Reads a file. It holds at once where there is nothing of one's own to lose, else it is offered.
   * @returns whether it holds
   * @throws CrimeTypesError where it cannot be read; nothing is changed
   */
  async open(file: { name: string; size: number; text(): Promise<string> }): Promise<boolean> {
    refuseLarge(file.size)
    const { name } = file
    const types = parseCrimeTypes(await file.text())
    if (!this.isDefault && !sameJson(types, this.current)) {
      this.offered = { name, types }
      return false
    }
    this.takeOver(types, 'replace')
    return true
  }

  toJSON(): CrimeTypesFile {
    return writeCrimeTypes(this.current)
  }

  /** Takes over what {@link toJSON} gave, of this version or an older one; the editor's history starts anew. @throws CrimeTypesError */
  fromJSON(value: unknown): void {
    const types = readCrimeTypes(value)
    this.#past = []
    this.#future = []
    if (!sameJson(types, this.current)) this.#hold(types)
  }

  #hold(types: CrimeTypes): void {
    this.lifted = []
    this.current = types
    this.onchange()
  }
}

function sameJson(a: CrimeTypes, b: CrimeTypes): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
