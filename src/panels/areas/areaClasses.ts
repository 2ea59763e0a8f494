import { ckmeans } from 'simple-statistics'
import type { ClassMethod } from '../../state/viewSettings.ts'

/** As many as the amount scale has colours. */
const CLASSES = 6

/** Round widths of a class, times a power of ten. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]

/**
 * Lower bounds of at most six classes, rising. `equal` cuts in round, equal steps; `quantile` puts as many areas in each class;
 * `natural` makes the classes as narrow as they can be (ckmeans, Wang & Song 2011: the optimum of Jenks's natural breaks). The bounds of the
 * latter two are the roundest numbers that part the same areas.
 * @param fromZero the first class begins at 0, as an amount's does
 * @returns null where nothing can be shown: no values, or amounts that are all 0
 */
export function classBreaks(
  values: readonly number[],
  method: ClassMethod,
  fromZero: boolean,
): number[] | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const [least, most] = [sorted[0], sorted[sorted.length - 1]]
  if (fromZero && most <= 0) return null
  if (method === 'equal') return fromZero ? equalFromZero(most) : equalWithin(least, most)
  const groups = method === 'quantile' ? quantileGroups(sorted) : ckmeans(sorted, fewest(sorted))
  const breaks = [fromZero ? 0 : roundUp(-Infinity, least)]
  for (let k = 1; k < groups.length; k++) {
    const below = groups[k - 1]
    breaks.push(roundUp(below[below.length - 1], groups[k][0]))
  }
  return breaks
}

/** The class of a value; below the first bound it is the first. */
export function classOf(value: number, breaks: readonly number[]): number {
  return Math.max(0, breaks.filter((lowest) => value >= lowest).length - 1)
}

/** Six equal classes from zero in round steps, the last one holding the highest. */
function equalFromZero(most: number): number[] {
  const power = Math.floor(Math.log10(most / 5))
  const step = STEPS.flatMap((round) => [round * 10 ** (power - 1), round * 10 ** power]).reduce(
    (best, candidate) => (candidate * 5 <= most && candidate > best ? candidate : best),
    0,
  )
  return Array.from({ length: CLASSES }, (_, i) => tidy(i * step))
}

/** Equal round steps over values that do not begin at zero: shares and means of surveys. */
function equalWithin(least: number, most: number): number[] {
  if (least === most) return [least]
  const power = Math.floor(Math.log10((most - least) / CLASSES))
  const steps = [1, 2, 2.5, 5, 10, 20].map((round) => round * 10 ** power)
  const step = steps.find((width) => Math.floor(most / width) - Math.floor(least / width) < CLASSES)!
  const first = Math.floor(least / step)
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, i) => tidy((first + i) * step))
}

/** Runs of as many values each; equal values stay together. */
function quantileGroups(sorted: readonly number[]): number[][] {
  const groups: number[][] = []
  let from = 0
  for (let k = 1; k <= CLASSES; k++) {
    let to = Math.round((k * sorted.length) / CLASSES)
    while (to > from && to < sorted.length && sorted[to] === sorted[to - 1]) to++
    if (to > from) groups.push(sorted.slice(from, to))
    from = Math.max(from, to)
  }
  return groups
}

function fewest(sorted: readonly number[]): number {
  return Math.min(CLASSES, new Set(sorted).size)
}

/** The number of fewest digits that is above `low` and not above `high`. */
function roundUp(low: number, high: number): number {
  if (high === 0) return 0
  for (let digits = 1; digits <= 15; digits++) {
    const step = 10 ** (Math.floor(Math.log10(Math.abs(high))) + 1 - digits)
    const candidate = tidy(Math.floor(high / step) * step)
    if (candidate > low && candidate <= high) return candidate
  }
  return high
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
