import type { Point } from '../frame.ts'
import type { District } from './districts.ts'
import type { Grid } from './grid.ts'
import { bridges, mainRoads, type Road } from './roads.ts'
import { contains, distanceToLine, type Shape } from './shape.ts'

const SAMPLE = 8

/** The lines of a district's grid that are streets: runs inside `free`, each with its name. */
export function gridStreets(
  district: District,
  grid: Grid,
  free: (point: Point) => boolean,
  nameFor: (suffix: 'gatan' | 'vägen') => string,
): Road[] {
  const roads: Road[] = []
  const villas = (district.patterns.villa ?? 0) > 4
  for (const axis of ['ns', 'ew'] as const) {
    const lines = axis === 'ns' ? grid.columns + 1 : grid.rows + 1
    const steps = axis === 'ns' ? grid.rows : grid.columns
    const corner = (k: number, s: number) => (axis === 'ns' ? grid.corner(k, s) : grid.corner(s, k))
    const isStreet = (k: number, s: number) => (axis === 'ns' ? grid.nsStreet(k, s) : grid.ewStreet(s, k))
    const whole = Array.from({ length: lines }, (_, k) => [corner(k, 0), corner(k, steps)])
    const named = new Map<number, string>()
    for (const wanted of district.named.filter((n) => n.axis === axis)) {
      const distances = whole.map((line) => distanceToLine(wanted.through, line))
      named.set(distances.indexOf(Math.min(...distances)), wanted.name)
    }
    for (let k = 0; k < lines; k++) {
      const runs: Point[][] = []
      let run: Point[] = []
      const end = () => {
        if (run.length > 1 && Math.hypot(run.at(-1)![0] - run[0]![0], run.at(-1)![1] - run[0]![1]) > 45)
          runs.push(run)
        run = []
      }
      for (let s = 0; s < steps; s++) {
        const [a, b] = [corner(k, s), corner(k, s + 1)]
        if (!isStreet(k, s)) {
          end()
          continue
        }
        const n = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / SAMPLE))
        for (let i = 0; i <= n; i++) {
          const point: Point = [a[0] + ((b[0] - a[0]) * i) / n, a[1] + ((b[1] - a[1]) * i) / n]
          if (free(point)) run.push(point)
          else end()
        }
      }
      end()
      if (runs.length === 0) continue
      const name = named.get(k) ?? nameFor(villas ? 'vägen' : 'gatan')
      for (const points of runs)
        roads.push({ name, class: 'minor', width: district.street, line: [points[0]!, points.at(-1)!] })
    }
  }
  return roads
}

/** Whether a point lies on a main road's or bridge's carriageway (a grid line there is no street of its own). */
export function onMainRoad(point: Point): boolean {
  return [...mainRoads, ...bridges].some((road) => distanceToLine(point, road.line) < road.width * 0.3)
}

/** Footpaths through a park: two lines that cross at its middle. */
export function parkPaths(ring: Point[], shape: Shape): Road[] {
  const n = ring.length
  const middle = (k: number): Point => {
    const [a, b] = [ring[k % n]!, ring[(k + 1) % n]!]
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  }
  const centre: Point = [ring.reduce((s, p) => s + p[0], 0) / n, ring.reduce((s, p) => s + p[1], 0) / n]
  if (!contains(shape, centre)) return []
  return [0, Math.floor(n / 2)].map((k) => ({ name: '', class: 'path', width: 4, line: [middle(k), centre] }))
}
