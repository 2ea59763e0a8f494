import { densityChangeSignificance, gridFor, type Points } from '../../src/analysis/index.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'
import { measure } from './measure.ts'
import { places, type Pattern } from './places.ts'

/** A town of 5 km, cells of a fifth of the bandwidth, as the map before and after has them. */
const SQUARE = { x: 674_000, y: 6_580_000, side: 5_000 }
const BANDWIDTH = 150
const CELL = 30

const RUNS: { n: number; permutations: number }[] = [
  { n: 2_000, permutations: 9_999 },
  { n: 20_000, permutations: 4_999 },
  { n: 100_000, permutations: 999 },
]

/** Before and after relabelled, cell by cell, as often as the map does it for so many incidents. */
export function benchChangeByChance(): void {
  const extent = {
    minX: SQUARE.x,
    minY: SQUARE.y,
    maxX: SQUARE.x + SQUARE.side,
    maxY: SQUARE.y + SQUARE.side,
  }
  const grid = gridFor(extent, CELL, BANDWIDTH)
  const rows = RUNS.flatMap(({ n, permutations }) =>
    (['uniform', 'clustered'] satisfies Pattern[]).map((pattern) => {
      const points = places(n, pattern, SQUARE, 20_240_601 + n)
      const half = (from: number, to: number): Points => ({
        x: points.x.slice(from, to),
        y: points.y.slice(from, to),
      })
      const { result, time, processor, allocated } = measure(() =>
        densityChangeSignificance(half(0, n / 2), half(n / 2, n), grid, {
          bandwidth: BANDWIDTH,
          yearsBefore: 1,
          yearsAfter: 1,
          fewest: 5,
          permutations,
          seed: 1,
        }),
      )
      return [
        pattern,
        n.toLocaleString('en'),
        permutations.toLocaleString('en'),
        result.tested.toLocaleString('en'),
        result.snapped ? 'cell centres' : 'exact',
        milliseconds(time),
        milliseconds(processor),
        megabytes(allocated),
        load(),
      ]
    }),
  )
  printTable(
    `Change of density against chance, ${grid.columns} x ${grid.rows} cells, bandwidth five cells, one thread (median of 3; of the processor’s time the least)`,
    [
      'points',
      'n',
      'relabellings',
      'tested cells',
      'places',
      'time',
      'processor',
      'allocated',
      'load 1/5 min',
    ],
    rows,
  )
}
