import { KIND_CODES, type IncidentKind } from '../../domain/incident.ts'
import type { Period } from '../../domain/period.ts'
import { within, type EffectIndex } from './effectIndex.ts'

/** Days of the record before a measure, by what they count for. */
export class DaysBefore {
  readonly #first: number
  /** 0 not of the record, 1 of the record, 3 of the period before too. */
  readonly #flags: Uint8Array
  readonly #month: Int16Array
  readonly months: number

  /**
   * @param months whole ones; those of the record before the measure are compared
   * @param record days of comparable record before the measure
   */
  constructor(record: Period, before: readonly Period[], months: readonly Period[]) {
    this.#first = record.from
    const length = Math.max(0, record.to - record.from)
    this.#flags = new Uint8Array(length)
    this.#month = new Int16Array(length).fill(-1)
    for (let i = 0; i < length; i++) this.#flags[i] = within(record.from + i, before) ? 3 : 1
    const kept = months.filter(({ from, to }) => from >= record.from && to <= record.to)
    kept.forEach(({ from, to }, k) => this.#month.fill(k, from - record.from, to - record.from))
    this.months = kept.length
  }

  /**
   * Incidents in the period before and in the whole record.
   * @param items the first n of them, places in `day`
   */
  count(items: Uint32Array, n: number, day: Int32Array): { before: number; baseline: number } {
    let [before, baseline] = [0, 0]
    for (let i = 0; i < n; i++) {
      const flag = this.#flags[day[items[i]!]! - this.#first]
      if (flag === undefined) continue
      if (flag > 0) baseline++
      if (flag === 3) before++
    }
    return { before, baseline }
  }

  /** Incidents by month of the record. */
  monthly(items: Uint32Array, n: number, day: Int32Array): number[] {
    const sums = new Array<number>(this.months).fill(0)
    for (let i = 0; i < n; i++) {
      const month = this.#month[day[items[i]!]! - this.#first]
      if (month !== undefined && month >= 0) sums[month]!++
    }
    return sums
  }

  /** Incidents of the period before by type group, of one kind; items are places in the grid of all. */
  mix(index: EffectIndex, kind: IncidentKind, items: Uint32Array, n: number): Float64Array {
    const { columns, grouping } = index.engine
    const sums = new Float64Array(grouping.groups.length)
    const code = KIND_CODES[kind]
    for (let i = 0; i < n; i++) {
      const row = index.all.item[items[i]!]!
      if (columns.kind[row] === code && this.#flags[columns.day[row]! - this.#first] === 3)
        sums[grouping.groupOfType[columns.type[row]!]!]!++
    }
    return sums
  }
}
