/**
 * Seeded measurements of the built app and of the density, reported and never asserted.
 * npm run bench [-- --rows 1000000] [-- --only density|browser]
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchBrowser } from './browser.ts'
import { benchDensity } from './density.ts'
import { load } from './figures.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, only: { type: 'string' } },
})
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}, load 1/5 min ${load()}`,
)
if (values.only !== 'browser') benchDensity([10_000, 100_000, 1_000_000])
if (values.only !== 'density') await benchBrowser(Number(values.rows))
