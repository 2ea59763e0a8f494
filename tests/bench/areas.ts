import { areaIndex, assignToAreas } from '../../src/analysis/index.ts'
import type { MultiPolygon } from '../../src/domain/grid.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'
import { measure } from './measure.ts'
import { places, type Square } from './places.ts'
import { drawnTogether, tiling } from './tiling.ts'

/** Metres: as far as Sweden is long. */
const GROUND: Square = { x: 200_000, y: 6_100_000, side: 1_000_000 }
const COLUMNS = 77
const ROWS = 78

/** Points into as many areas as Sweden has DeSO: evenly spread, and drawn together as people live. */
export function benchAreas(sizes: readonly number[]): void {
  const rows: string[][] = []
  for (const corners of [100, 200, 300]) {
    const even = tiling(COLUMNS, ROWS, corners, GROUND, 1)
    const draw = drawnTogether(GROUND, 2)
    const drawn: MultiPolygon[] = even.map((area) => area.map((rings) => rings.map((ring) => ring.map(([x, y]) => draw(x!, y!))))) // prettier-ignore
    for (const [ground, areas, move] of [
      ['even', even, (x: number, y: number) => [x, y]],
      ['as people live', drawn, draw],
    ] as const) {
      const build = measure(() => areaIndex(areas))
      for (const n of sizes.filter((size) => size <= 1_000_000)) {
        const points = places(n, 'uniform', GROUND, 3)
        for (let i = 0; i < n; i++)
          [points.x[i], points.y[i]] = move(points.x[i]!, points.y[i]!) as [number, number]
        const { time, processor, allocated, result } = measure(() => assignToAreas(points.x, points.y, areas))
        const found = result.reduce((sum, area) => sum + (area >= 0 ? 1 : 0), 0)
        rows.push([
          ground,
          corners.toString(),
          n.toLocaleString('en'),
          milliseconds(build.time),
          milliseconds(time),
          milliseconds(processor),
          megabytes(allocated),
          megabytes(build.kept),
          `${((100 * found) / n).toFixed(2)} %`,
          load(),
        ])
      }
    }
  }
  printTable(
    `Points into ${(COLUMNS * ROWS).toLocaleString('en')} areas, index and all, one thread (median of 3; of the processor’s time the least)`,
    [
      'ground',
      'corners',
      'points',
      'index alone',
      'time',
      'processor',
      'allocated',
      'index kept',
      'in an area',
      'load 1/5 min',
    ],
    rows,
  )
}
