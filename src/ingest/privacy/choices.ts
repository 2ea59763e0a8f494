import type { PrivacyDecision, PrivacyFinding } from './inspect.ts'

/** Positions to the middle of the cell of a square grid that they stand in. */
export interface GridSnap {
  kind: 'grid'
  /** Metres. */
  cell: number
}

/** Positions moved by a random distance and direction, evenly over the ring: never nearer than `min`, never farther than `max`. */
export interface DonutMask {
  kind: 'donut'
  /** Metres. */
  min: number
  /** Metres. */
  max: number
}

export type Coarsening = GridSnap | DonutMask

/** What a person decided; everything else is as the findings propose. Part of the mapping, hence plain data. */
export interface PrivacyChoices {
  columns: { column: number; decision: PrivacyDecision }[]
  coarsening: Coarsening | null
}

export const NO_CHOICES: Readonly<PrivacyChoices> = { columns: [], coarsening: null }

/** What is done with a column, and who said so. */
export interface DecidedColumn {
  decision: PrivacyDecision
  by: 'default' | 'person'
}

/** A column without a finding is kept, and still looked through while it is read. */
export function decisionFor(
  column: number,
  findings: readonly PrivacyFinding[],
  choices: PrivacyChoices = NO_CHOICES,
): DecidedColumn {
  const chosen = choices.columns.find((choice) => choice.column === column)
  if (chosen) return { decision: chosen.decision, by: 'person' }
  const finding = findings.find((found) => found.column === column)
  return { decision: finding?.proposed ?? 'keep', by: 'default' }
}

/** Columns whose text is not stored by these decisions, those of coarsened coordinates left aside. */
export function droppedColumns(
  findings: readonly PrivacyFinding[] = [],
  choices: PrivacyChoices = NO_CHOICES,
): Set<number> {
  const decided = [...findings, ...choices.columns].map(({ column }) => column)
  return new Set(decided.filter((column) => decisionFor(column, findings, choices).decision === 'drop'))
}

/** The choices with another decision for a column; null takes back what the person decided. */
export function choose(
  choices: PrivacyChoices = NO_CHOICES,
  column: number,
  decision: PrivacyDecision | null,
): PrivacyChoices {
  const others = choices.columns.filter((choice) => choice.column !== column)
  return { ...choices, columns: decision === null ? others : [...others, { column, decision }] }
}

/** Metres that a grid's cell and a ring may have: below, a home is still singled out; above, the street is lost. */
export const GRID_LIMITS = { min: 50, max: 500, recommended: 100 } as const
export const DONUT_LIMITS = { min: 10, max: 1_000, recommended: { min: 30, max: 100 } } as const

/** Why a coarsening cannot be carried out; null where it can. */
export function coarseningFault(coarsening: Coarsening | null): 'cell' | 'ring' | null {
  if (!coarsening) return null
  if (coarsening.kind === 'grid')
    return coarsening.cell >= GRID_LIMITS.min && coarsening.cell <= GRID_LIMITS.max ? null : 'cell'
  const { min, max } = coarsening
  return min >= DONUT_LIMITS.min && max <= DONUT_LIMITS.max && min < max ? null : 'ring'
}
