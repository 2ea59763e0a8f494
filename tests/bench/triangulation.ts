import type { TypeLabel } from '../../src/domain/taxonomy.ts'
import { isoDate } from '../../src/domain/period.ts'
import type { WalkObservation } from '../../src/domain/safetyWalk.ts'
import { SWEREF99_TM } from '../../src/ingest/index.ts'
import { AnalysisEngine } from '../../src/workers/engine/analysisEngine.ts'
import { triangulate } from '../../src/workers/triangulation/triangulate.ts'
import { FIRST_DAY, incidents, TYPES } from './effect.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'

/** Walks of forty points in dark, dusk and daylight over incidents through the worker's engine; what is longest between two breaths is how long a cancel waits. */
export async function benchTriangulation(rows: number): Promise<void> {
  const labels: TypeLabel[] = [{ label: '', typeId: null }, ...TYPES.map((id) => ({ label: id, typeId: id }))]
  const columns = incidents(rows)
  const engine = new AnalysisEngine({ columns, labels, timeZone: 'Europe/Stockholm', crs: SWEREF99_TM })
  const walks = (['dark', 'dusk', 'daylight'] as const).map((light, k) => ({
    id: light,
    date: isoDate(FIRST_DAY + 365 * (4 + k)),
    light,
    route: [],
    observations: Array.from({ length: 40 }, (_, i): WalkObservation => {
      const at = 100 * i * Math.floor(rows / 4_000)
      return {
        id: String(i),
        lon: columns.lon[at]!,
        lat: columns.lat[at]!,
        feels: i % 2 ? 'unsafe' : 'safe',
        category: 'lighting',
        text: '',
      }
    }),
  }))
  let breathed = performance.now()
  let longest = 0
  let held = 0
  const context = {
    progress: () => {},
    breathe: () => {
      longest = Math.max(longest, performance.now() - breathed)
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      held = Math.max(held, heapUsed + arrayBuffers)
      breathed = performance.now()
      return Promise.resolve()
    },
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  const started = performance.now()
  const { dense, densities } = await triangulate(
    engine,
    {
      types: [...TYPES],
      distance: 100,
      matchLight: true,
      bandwidth: 150,
      threshold: { kind: 'factor', factor: 5 },
      walks,
      measures: [],
    },
    context,
  )
  printTable(
    `Walks held against ${rows.toLocaleString('en')} incidents, one thread, once (${densities.length} densities of ${densities.map(({ n }) => Math.round(n).toLocaleString('en')).join(', ')} crimes, ${dense.length} hotspots)`,
    ['walks', 'time', 'longest between breaths', 'most held above the data', 'load 1/5 min'],
    [
      [
        String(walks.length),
        milliseconds(performance.now() - started),
        milliseconds(longest),
        megabytes(held - heapUsed - arrayBuffers),
        load(),
      ],
    ],
  )
}
