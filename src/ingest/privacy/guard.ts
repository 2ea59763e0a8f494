import type { Mapping } from '../mapping.ts'
import type { SourceDescription } from '../source.ts'
import { decisionFor, NO_CHOICES, type DecidedColumn } from './choices.ts'
import { coordinateColumns } from './coordinateColumns.ts'
import { profilePrivacy, type PrivacyFinding } from './inspect.ts'
import type { CoarseningEffect, PrivacyReport } from './privacyReport.ts'
import { hideIn, type ColumnScan } from './scan.ts'
import { typeOfDropped } from './typeOfDropped.ts'
import { usedColumns } from './usedColumns.ts'

interface GuardedColumn extends DecidedColumn {
  finding: PrivacyFinding | null
  /** Null where nothing is looked for: a person kept the column knowingly, or it is not stored. */
  scan: ColumnScan | null
  stored: boolean
  masked: number
}

/**
 * Stands between the reader and everything that keeps: what a row may be read for is read from its cells as they stood, and what leaves
 * are its cells as {@link clean} gives them. Without a person's word, columns are dropped or looked through as the findings propose.
 */
export class PrivacyGuard {
  /** Numbers of the columns whose text is stored. */
  readonly stored: number[]
  private readonly columns: GuardedColumn[]
  private readonly coordinates: ReadonlySet<number>
  private textlessRows = 0

  constructor(
    private readonly description: SourceDescription,
    private readonly mapping: Mapping,
  ) {
    const profile = profilePrivacy(description)
    const findings = description.privacy ?? profile.flatMap(({ finding }) => finding ?? [])
    const choices = mapping.privacy ?? NO_CHOICES
    this.coordinates = new Set(choices.coarsening ? coordinateColumns(description, mapping) : [])
    this.columns = description.columns.map((_, column) => {
      const finding = findings.find((found) => found.column === column) ?? null
      const decided = decisionFor(column, findings, choices)
      const knowing = decided.decision === 'keep' && decided.by === 'person'
      const also = decided.decision === 'mask' ? (finding?.kinds.map(({ kind }) => kind) ?? []) : []
      const { numbersByChance } = profile[column] ?? { numbersByChance: false }
      return {
        ...decided,
        finding,
        stored: decided.decision !== 'drop' && !this.coordinates.has(column),
        scan: decided.decision === 'drop' || knowing ? null : { also, numbersByChance },
        masked: 0,
      }
    })
    this.stored = this.columns.flatMap(({ stored }, column) => (stored ? [column] : []))
  }

  /**
   * Before a row is read: its type becomes a label that is kept, so what is personal is taken out of it. A type column that is dropped
   * still says which type of the taxonomy a row is, and nothing else.
   */
  prepare(cells: string[]): void {
    const { type } = this.mapping
    const text = type === null ? undefined : cells[type]
    if (type === null || !text) return
    const { decision } = this.columns[type]
    if (decision === 'drop') cells[type] = typeOfDropped(text)
    else this.hide(cells, type)
  }

  /** After a row was read: leaves in its cells only what may be kept. */
  clean(cells: string[]): void {
    const width = Math.min(cells.length, this.columns.length)
    for (let column = 0; column < width; column++) {
      if (cells[column] === '') continue
      if (!this.columns[column].stored) cells[column] = ''
      else this.hide(cells, column)
    }
  }

  /**
   * The cells of a row that is left out as they may be kept. Where its cells do not fit the columns, no one can say which of them
   * are personal: with anything dropped, none is kept.
   */
  cleanRejected(cells: string[], fits: boolean): string[] {
    if (fits) {
      this.clean(cells)
      return cells
    }
    if (this.stored.length < this.columns.length) {
      this.textlessRows++
      return []
    }
    return cells.map((text) => hideIn(text, { also: [], numbersByChance: false }))
  }

  /** What a message may say of a cell. */
  cleanValue(column: number, value: string): string | null {
    const { stored, scan } = this.columns[column]
    if (!stored) return null
    return scan ? hideIn(value, scan) : value
  }

  /** What was found and done; to be asked when the last row is through. */
  report(effect: CoarseningEffect | null): PrivacyReport {
    const used = new Set(usedColumns(this.mapping))
    const { coarsening } = this.mapping.privacy ?? NO_CHOICES
    const columns = this.columns.flatMap(({ finding, decision, by, masked }, column) =>
      finding || by === 'person' || masked > 0
        ? [
            {
              column: this.description.columns[column],
              kinds: finding?.kinds.map(({ kind, share }) => ({ kind, share })) ?? [],
              decision,
              by,
              used: used.has(column),
              masked,
            },
          ]
        : [],
    )
    const dropped = [...this.coordinates].map((column) => this.description.columns[column])
    return {
      columns,
      textlessRows: this.textlessRows,
      coarsening: coarsening && { method: coarsening, dropped, effect },
    }
  }

  private hide(cells: string[], column: number): void {
    const guarded = this.columns[column]
    if (!guarded.scan) return
    const text = cells[column]
    const hidden = hideIn(text, guarded.scan)
    if (hidden === text) return
    cells[column] = hidden
    guarded.masked++
  }
}
