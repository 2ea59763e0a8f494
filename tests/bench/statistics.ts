import {
  bandwidthLikelihood,
  findHotspots,
  giStarGrid,
  kernelDensity,
  localMoran,
  nearRepeat,
  queenNeighbours,
  timeOfWeekProfile,
} from '../../src/analysis/index.ts'
import { BANDWIDTH, GRID, SQUARE } from './density.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'
import { growth, measure } from './measure.ts'
import { places } from './places.ts'
import { seeded } from './seeded.ts'

interface Case {
  name: string
  sizes: readonly number[]
  /** What is measured, its input made ready. */
  prepare(n: number): () => unknown
}

const FIRST = Date.UTC(2019, 0, 1)
const HOUR = 3_600_000
const half = (n: number) => places(n, 'half', SQUARE, n)

/** Starts over seven years, lengths up to 40 hours. */
function spans(n: number): { fromUtcMs: Float64Array; toUtcMs: Float64Array } {
  const random = seeded(n)
  const fromUtcMs = Float64Array.from({ length: n }, () => FIRST + Math.floor(random() * 61_000) * HOUR)
  const toUtcMs = fromUtcMs.map((from) => from + random() * 40 * HOUR)
  return { fromUtcMs, toUtcMs }
}

const CASES = (sizes: readonly number[]): Case[] => [
  {
    name: 'Gi* on its own grid, bandwidth 150 m',
    sizes,
    prepare(n) {
      const points = half(n)
      return () => giStarGrid(points, { bandwidth: 150 })
    },
  },
  {
    name: 'hotspots of a density, with Gi*',
    sizes,
    prepare(n) {
      const points = half(n)
      const density = kernelDensity(points, GRID, { kernel: 'quartic', bandwidth: BANDWIDTH })
      const giStar = giStarGrid(points, { bandwidth: 150 })
      return () => findHotspots(density, points, { giStar })
    },
  },
  {
    name: 'hours of the week, aoristic',
    sizes,
    prepare(n) {
      const times = spans(n)
      return () => timeOfWeekProfile(times, { method: 'aoristic', timeZone: 'Europe/Stockholm' })
    },
  },
  {
    name: 'near repeat, 99 permutations',
    sizes: [1_000, 3_000, 10_000, 30_000],
    prepare(n) {
      const points = half(n)
      const { fromUtcMs } = spans(n)
      return () =>
        nearRepeat(points, fromUtcMs, {
          distanceBands: [0, 1, 100, 200, 400],
          timeBandsDays: [0, 7, 14, 28],
          permutations: 99,
          seed: 1,
        })
    },
  },
  {
    name: 'local Moran, n cells, 999 permutations',
    sizes: [1_024, 4_096, 16_384],
    prepare(n) {
      const side = Math.sqrt(n)
      const random = seeded(n)
      const values = Float64Array.from({ length: n }, () => Math.floor(8 * random() ** 3))
      const neighbours = queenNeighbours({ ...GRID, columns: side, rows: side }, { includeSelf: false })
      return () => localMoran(values, neighbours, { rowStandardised: true, permutations: 999, seed: 1 })
    },
  },
  {
    name: 'bandwidth by likelihood, 10 candidates',
    sizes: [1_000, 3_000, 10_000],
    prepare(n) {
      const points = half(n)
      const candidates = Array.from({ length: 10 }, (_, k) => 50 + 40 * k)
      return () => bandwidthLikelihood(points, candidates)
    },
  },
]

/** The other statistics over growing sizes. */
export function benchStatistics(sizes: readonly number[]): void {
  for (const { name, sizes: own, prepare } of CASES(sizes)) {
    const rows: string[][] = []
    let before: { n: number; processor: number } | null = null
    for (const n of own) {
      const { time, processor, allocated, kept } = measure(prepare(n))
      rows.push([
        n.toLocaleString('en'),
        milliseconds(time),
        milliseconds(processor),
        before ? growth(processor, n, before.processor, before.n).toFixed(2) : '',
        megabytes(allocated),
        megabytes(kept),
        load(),
      ])
      before = { n, processor }
    }
    printTable(
      `${name[0].toUpperCase()}${name.slice(1)}; points half clustered, one thread (median of 3; of the processor’s time the least)`,
      ['n', 'time', 'processor', 'growth', 'allocated', 'kept', 'load 1/5 min'],
      rows,
    )
  }
}
