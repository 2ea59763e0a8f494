/**
 * Seeded measurements of the statistics and of the built app, reported and never asserted.
 * npm run bench [-- --only density|change|areas|statistics|peers|effect|triangulation|browser|ingest|project] [-- --rows 1000000] [-- --largest 5000000] [-- --points pairs.f64]
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchAreas } from './areas.ts'
import { benchBrowser } from './browser.ts'
import { benchChangeByChance } from './changeByChance.ts'
import { benchDensity } from './density.ts'
import { benchEffect } from './effect.ts'
import { load } from './figures.ts'
import { benchIngest } from './ingest.ts'
import { benchPeers } from './peers.ts'
import { benchProject } from './project.ts'
import { benchStatistics } from './statistics.ts'
import { benchTriangulation } from './triangulation.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    largest: { type: 'string', default: '5000000' },
    points: { type: 'string' },
  },
})
const sizes = [10_000, 100_000, 1_000_000, 5_000_000].filter((n) => n <= Number(values.largest))
const wanted = (part: string) => values.only === undefined || values.only === part

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}, load 1/5 min ${load()}`,
)
console.log(
  'Growth: b of processor time ~ n^b from the size above. Allocated: heap and array buffers in use right after a run, above those before it (a lower bound where some was collected on the way); kept: after a collection, the result held.',
)
if (wanted('density')) benchDensity(sizes)
if (wanted('density') || wanted('change')) benchChangeByChance()
if (wanted('areas')) benchAreas(sizes)
if (wanted('statistics')) benchStatistics(sizes)
if (wanted('peers')) await benchPeers(sizes, values.points)
if (wanted('effect')) await benchEffect(Number(values.rows))
if (wanted('triangulation')) await benchTriangulation(Number(values.rows))
if (wanted('browser')) await benchBrowser(Number(values.rows))
if (wanted('ingest')) await benchIngest(Number(values.rows))
if (wanted('project')) await benchProject(Number(values.rows))
