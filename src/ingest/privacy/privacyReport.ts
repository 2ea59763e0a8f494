import type { Coarsening, DecidedColumn } from './choices.ts'
import type { PrivacyKind } from './kinds.ts'

/** What the guard found in a column and did with it. No value of it, nor a part of one. */
export interface ColumnReport extends DecidedColumn {
  /** Name of the column. */
  column: string
  /** Fractions are of the cells of the sample. */
  kinds: { kind: PrivacyKind; share: number }[]
  /** The column was read for a time, a place or a type, whose result is kept. */
  used: boolean
  /** Cells in which something was hidden while the file was read. */
  masked: number
}

/** What coarsening did to the density: exact quartic densities of true and moved positions on one grid. */
export interface CoarseningEffect {
  /** Metres: radius of the quartic kernel, and side of a cell. */
  bandwidth: number
  cell: number
  /** Positions compared. */
  n: number
  /** The densest place's density after, as a fraction of before. */
  peakRatio: number
  /** Largest difference anywhere, as a fraction of the true peak. */
  largestDifference: number
  /** Pearson's r over the cells in which either has any. */
  correlation: number
  /** Fraction of the densest 5 % of cells (of those with any density) that are still among the densest as many. */
  topCellsKept: number
  /** Metres that positions were moved by. */
  meanDisplacement: number
  largestDisplacement: number
}

export interface PrivacyReport {
  /** Columns with a finding, a decision of a person, or a masked cell, in the file's order. */
  columns: ColumnReport[]
  /** Rows that were left out and whose text is not kept, because their cells do not fit the columns. */
  textlessRows: number
  coarsening: {
    method: Coarsening
    /** Columns with coordinates that are not stored. */
    dropped: string[]
    effect: CoarseningEffect | null
  } | null
}
