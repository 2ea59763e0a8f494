import { KIND_CODES, MISSING_DAY, type IncidentColumns, type IncidentKind } from '../../domain/incident.ts'
import type { Period } from '../../domain/period.ts'

/**
 * One byte per incident; a bit is set where the incident fails that clause of the selection. A view that shows what all
 * the *other* filters leave masks its own bit away. Changing one filter is one pass over one byte column.
 */
export const CLAUSE = { period: 1, types: 2, hours: 4, place: 8, kind: 16, comparison: 32 } as const
export type Clause = keyof typeof CLAUSE

export class ClauseFlags {
  /** Bits of {@link CLAUSE} that each incident fails. */
  readonly failed: Uint8Array

  constructor(private readonly columns: IncidentColumns) {
    this.failed = new Uint8Array(columns.length)
  }

  kind(kind: IncidentKind): void {
    const code = KIND_CODES[kind]
    const { failed, columns } = this
    for (let i = 0; i < failed.length; i++)
      failed[i] = columns.kind[i] === code ? failed[i]! & ~CLAUSE.kind : failed[i]! | CLAUSE.kind
  }

  /** Incidents without a date pass only where no period is chosen. */
  period(period: Period | null): void {
    this.#days(CLAUSE.period, period ? [period] : null)
  }

  /** The comparison's periods; none means that nothing is compared with. */
  comparison(periods: readonly Period[]): void {
    this.#days(CLAUSE.comparison, periods)
  }

  /** `chosen` has a flag per type index; null = all types. */
  types(chosen: Uint8Array | null): void {
    const { failed, columns } = this
    for (let i = 0; i < failed.length; i++)
      failed[i] = !chosen || chosen[columns.type[i]!] ? failed[i]! & ~CLAUSE.types : failed[i]! | CLAUSE.types
  }

  /** `weights` holds each incident's share in the chosen hours; null = all hours. */
  hours(weights: Float32Array | null): void {
    this.#where(CLAUSE.hours, weights)
  }

  /** `inside` has a flag per incident; null = everywhere. */
  place(inside: Uint8Array | null): void {
    this.#where(CLAUSE.place, inside)
  }

  #where(bit: number, passes: ArrayLike<number> | null): void {
    const { failed } = this
    for (let i = 0; i < failed.length; i++)
      failed[i] = !passes || passes[i]! > 0 ? failed[i]! & ~bit : failed[i]! | bit
  }

  #days(bit: number, periods: readonly Period[] | null): void {
    const { failed, columns } = this
    const { day } = columns
    if (!periods) {
      for (let i = 0; i < failed.length; i++) failed[i] = failed[i]! & ~bit
      return
    }
    if (periods.length === 1) {
      const { from, to } = periods[0]!
      for (let i = 0; i < failed.length; i++) {
        const d = day[i]!
        failed[i] = d >= from && d < to && d !== MISSING_DAY ? failed[i]! & ~bit : failed[i]! | bit
      }
      return
    }
    for (let i = 0; i < failed.length; i++) {
      const d = day[i]!
      const passes = periods.some((period) => d >= period.from && d < period.to)
      failed[i] = passes ? failed[i]! & ~bit : failed[i]! | bit
    }
  }
}
