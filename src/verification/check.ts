import type * as analysisModule from '../analysis/index.ts'

/** The public face of the statistics, so that a wrong one can be put in its place. */
export type Analysis = typeof analysisModule

export const GROUPS = ['density', 'chance', 'pattern', 'time', 'areas', 'effect'] as const
export type Group = (typeof GROUPS)[number]

export type Unit =
  'none' | 'perKm2' | 'metres' | 'share' | 'incidents' | 'cells' | 'minutes' | 'days' | 'rate'

/** Words of a catalogue, or a cell, an area or an hour of the week (0 = Monday 00-01) by its number. */
export type FigureName = string | { cell: number } | { area: number } | { hour: number }

/** How far off a figure may be; relative to the expected value, as a fraction. */
export interface Tolerance {
  kind: 'absolute' | 'relative'
  size: number
}

export type Value = number | string

export interface Figure {
  name: FigureName
  expected: Value
  /** Words must be equal. */
  tolerance: Tolerance
}

/**
 * Where the expected figures come from: print, another program (name, version, call), arithmetic that is written out, or the
 * definition evaluated term by term in the check itself.
 */
export interface Source {
  kind: 'published' | 'program' | 'hand' | 'definition'
  text: string
}

export interface Check {
  id: string
  group: Group
  /** The function that is put to the test, as src/analysis exports it. */
  method: string
  unit: Unit
  source: Source
  figures: readonly Figure[]
  /** One value for each figure, in their order; made now, by the analysis that is given. */
  obtain(analysis: Analysis): readonly Value[]
}

/** A figure that may be off by so much. For printed figures: half of the last digit. */
export function within(name: FigureName, expected: number, size: number): Figure {
  return { name, expected, tolerance: { kind: 'absolute', size } }
}

/** A figure that may be off by such a share of itself. */
export function relatively(name: FigureName, expected: number, size: number): Figure {
  return { name, expected, tolerance: { kind: 'relative', size } }
}

/** A figure or a word that must be just this: counts, classes, dates. */
export function exactly(name: FigureName, expected: Value): Figure {
  return { name, expected, tolerance: { kind: 'absolute', size: 0 } }
}

/** How far off a value is, in the terms of the tolerance; Infinity for what cannot be compared. */
export function differenceOf({ expected, tolerance }: Figure, obtained: Value | undefined): number {
  if (obtained === expected) return 0
  if (typeof expected !== 'number' || typeof obtained !== 'number') return Infinity
  const off = Math.abs(obtained - expected) / (tolerance.kind === 'relative' ? Math.abs(expected) : 1)
  return Number.isNaN(off) ? Infinity : off
}
