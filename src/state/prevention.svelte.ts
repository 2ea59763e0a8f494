import { openEvaluation, type Evaluation } from '../domain/evaluation.ts'
import type { ActivitySeries, Cause, Measure, Problem } from '../domain/measure.ts'
import { NO_PREVENTION, type Prevention } from '../domain/prevention.ts'
import type { SafetyWalk } from '../domain/safetyWalk.ts'

/** Lists whose entries have ids. */
interface Lists {
  walks: SafetyWalk
  problems: Problem
  causes: Cause
  measures: Measure
  activity: ActivitySeries
}

/** Walks, problems, causes, measures and how their effect is judged. Every change replaces a list, so that what follows it can see it. */
export class PreventionState {
  current = $state.raw<Prevention>(NO_PREVENTION)

  constructor(private readonly onchange: () => void = () => undefined) {}

  get walks(): readonly SafetyWalk[] {
    return this.current.walks
  }

  get measures(): readonly Measure[] {
    return this.current.measures
  }

  get causes(): readonly Cause[] {
    return this.current.causes
  }

  get problems(): readonly Problem[] {
    return this.current.problems
  }

  get activity(): readonly ActivitySeries[] {
    return this.current.activity
  }

  measure(id: string | null): Measure | null {
    return this.measures.find((measure) => measure.id === id) ?? null
  }

  walk(id: string | null): SafetyWalk | null {
    return this.walks.find((walk) => walk.id === id) ?? null
  }

  /** How the measure's effect is judged, as far as it has been settled. */
  evaluation(measure: string): Evaluation {
    return this.current.evaluations.find((one) => one.measure === measure) ?? openEvaluation(measure)
  }

  /** Takes the place of all there is. */
  replace(prevention: Prevention): void {
    this.current = prevention
    this.onchange()
  }

  /** Adds an entry; one of the same id gives way in its place. */
  put<Name extends keyof Lists>(name: Name, entry: Lists[Name]): void {
    this.putAll(name, [entry])
  }

  putAll<Name extends keyof Lists>(name: Name, entries: readonly Lists[Name][]): void {
    const byId = new Map<string, Lists[Name]>()
    for (const one of this.current[name] as readonly Lists[Name][]) byId.set(one.id, one)
    for (const one of entries) byId.set(one.id, one)
    this.#set({ [name]: [...byId.values()] })
  }

  remove(name: keyof Lists, id: string): void {
    const left = (this.current[name] as readonly { id: string }[]).filter((one) => one.id !== id)
    const evaluations = this.current.evaluations.filter(
      ({ measure }) => name !== 'measures' || measure !== id,
    )
    this.#set({ [name]: left, evaluations })
  }

  /** Settles part of how a measure's effect is judged. */
  evaluate(measure: string, part: Partial<Omit<Evaluation, 'measure'>>): void {
    const settled = { ...this.evaluation(measure), ...part }
    const others = this.current.evaluations.filter((one) => one.measure !== measure)
    this.#set({ evaluations: [...others, settled] })
  }

  /** Lets everything about how the measure's effect is judged be proposed again. */
  forgetEvaluation(measure: string): void {
    this.#set({ evaluations: this.current.evaluations.filter((one) => one.measure !== measure) })
  }

  noteProcess(field: string, text: string): void {
    const processNotes = { ...this.current.processNotes, [field]: text }
    if (text === '') delete processNotes[field]
    this.#set({ processNotes })
  }

  #set(part: Partial<Prevention>): void {
    this.current = { ...this.current, ...part }
    this.onchange()
  }
}
