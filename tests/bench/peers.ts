import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { kernelDensity, type Points } from '../../src/analysis/index.ts'
import { BANDWIDTH, GRID, SQUARE } from './density.ts'
import { load, milliseconds, printTable, quantile } from './figures.ts'
import { timed } from './measure.ts'
import { places } from './places.ts'

const ROUNDS = 9
/**
 * Seconds that QGIS's heatmap took for a million points on the same grid, recorded in the reference timings: on the clock, of the
 * processor, and of the latter for its start alone.
 */
const QGIS = { clock: 16.39, processor: 16.37, start: 1.68 }

/**
 * Ours and SciPy's binned FFT in alternation on the same points, computing time against computing time.
 * @param file float64 pairs x, y in the bench's square; instead of points of our own
 */
export async function benchPeers(sizes: readonly number[], file?: string): Promise<void> {
  const rows: string[][] = []
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-peers-'))
  try {
    const missing = spawnSync('python3', ['-c', 'import scipy.signal']).status !== 0
    if (missing) console.log('\nSide by side with SciPy: left out, no python3 with scipy on this machine.')
    else
      for (const pairs of file ? [readPairs(file)] : sizes.map(ownPairs))
        rows.push(await alternate(pairs, folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
  if (rows.length > 0)
    printTable(
      `Quartic, side by side in ${ROUNDS} alternations: exact here, binned and by FFT in SciPy (imports and each one's first run left out; medians on the clock, least of the processor's time)`,
      [
        'n',
        'ours',
        'SciPy',
        'ratio',
        'ours, processor',
        'SciPy, processor',
        'ratio',
        'its imports',
        'SciPy differs / peak',
        'load 1/5 min',
      ],
      rows,
    )
  const million = pointsOf(ownPairs(1_000_000))
  const ours = Math.min(...Array.from({ length: 5 }, () => ourRun(million).processor)) / 1000
  console.log(
    `\nQGIS's heatmap, a million points: ${QGIS.clock} s on the clock, ${QGIS.processor} s of the processor, recorded in the reference timings (another run, on the machine of those). Ours now: ${ours.toFixed(2)} s of the processor, ${(QGIS.processor / ours).toFixed(0)} times as fast (${((QGIS.processor - QGIS.start) / ours).toFixed(0)} without its start).`,
  )
}

function ownPairs(n: number): Float64Array {
  const { x, y } = places(n, 'half', SQUARE, 20_240_601)
  const pairs = new Float64Array(2 * n)
  for (let i = 0; i < n; i++) {
    pairs[2 * i] = x[i]
    pairs[2 * i + 1] = y[i]
  }
  return pairs
}

function readPairs(file: string): Float64Array {
  const bytes = readFileSync(file)
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

function pointsOf(pairs: Float64Array): Points {
  const n = pairs.length / 2
  return {
    x: Float64Array.from({ length: n }, (_, i) => pairs[2 * i]),
    y: Float64Array.from({ length: n }, (_, i) => pairs[2 * i + 1]),
  }
}

function ourRun(points: Points) {
  return timed(() => kernelDensity(points, GRID, { kernel: 'quartic', bandwidth: BANDWIDTH }).values)
}

async function alternate(pairs: Float64Array, folder: string): Promise<string[]> {
  const points = pointsOf(pairs)
  const input = join(folder, 'points.f64')
  const output = join(folder, 'values.f64')
  writeFileSync(input, pairs)
  const script = fileURLToPath(new URL('peers/binned_fft.py', import.meta.url))
  const { originX, originY, cellSize, columns, rows } = GRID
  const numbers = [originX, originY, cellSize, columns, rows, BANDWIDTH].map(String)
  const peer = spawn('python3', [script, input, output, ...numbers], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => peer.once('close', resolve))
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]()
  const answer = async () => String((await answers.next()).value).split(' ').map((seconds) => 1000 * Number(seconds)) // prettier-ignore
  const [imports] = await answer()
  const theirs: number[][] = []
  const ours: number[][] = []
  let values = new Float64Array(0)
  for (let round = 0; round <= ROUNDS; round++) {
    peer.stdin.write('\n')
    theirs.push(await answer())
    const { time, processor, result } = ourRun(points)
    ours.push([time, processor])
    values = result as Float64Array<ArrayBuffer>
  }
  peer.stdin.end()
  await ended
  const binned = readPairs(output)
  const peak = values.reduce((top, value) => Math.max(top, value), 0)
  const worst = values.reduce((most, value, i) => Math.max(most, Math.abs(value - binned[i]) / peak), 0)
  // The first run of each warms up.
  const clock = [ours, theirs].map((runs) => quantile(runs.slice(1).map(([time]) => time), 0.5)) // prettier-ignore
  const processor = [ours, theirs].map((runs) => Math.min(...runs.slice(1).map(([, spent]) => spent)))
  return [
    points.x.length.toLocaleString('en'),
    ...clock.map(milliseconds),
    (clock[0] / clock[1]).toFixed(2),
    ...processor.map(milliseconds),
    (processor[0] / processor[1]).toFixed(2),
    milliseconds(imports),
    `${(100 * worst).toFixed(1)} %`,
    load(),
  ]
}
