import type { AreaRow } from './areaFigures.ts'

/** As many as jämförbara kommuner usually are compared with. */
const PROPOSED = 5

/**
 * The areas most like one: nearest in population and in inhabitants per km², both as logarithms in their standard deviations over all
 * areas. Where the population is unknown, the surface stands for it; where neither tells areas apart, all others are peers.
 * @param focus index into the rows
 * @returns indices into the rows, the most alike first
 */
export function proposePeers(rows: readonly AreaRow[], focus: number): number[] {
  const others = rows.map((_, i) => i).filter((i) => i !== focus)
  const sides = sidesOf(rows, focus)
  if (sides.length === 0) return others
  const distance = (i: number) => sides.reduce((sum, side) => sum + (side[i] - side[focus]) ** 2, 0)
  return others
    .filter((i) => sides.every((side) => Number.isFinite(side[i])))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, PROPOSED)
}

/** Standardised logarithms of what areas are alike by; those that the area in focus lacks, or that all share, are left out. */
function sidesOf(rows: readonly AreaRow[], focus: number): Float64Array[] {
  const people = rows.map(({ population }) => Math.log(population ?? NaN))
  const ground = rows.map(({ area }) => Math.log(area.surface))
  const candidates = Number.isFinite(people[focus])
    ? [people, people.map((population, i) => population - ground[i])]
    : [ground]
  return candidates
    .map(standardised)
    .filter((side): side is Float64Array => side !== null && Number.isFinite(side[focus]))
}

function standardised(values: readonly number[]): Float64Array | null {
  const known = values.filter(Number.isFinite)
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length)
  return spread > 1e-9 ? Float64Array.from(values, (value) => (value - mean) / spread) : null
}
