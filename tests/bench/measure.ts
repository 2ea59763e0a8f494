import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { quantile } from './figures.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export interface Measurement<T> {
  result: T
  /** Milliseconds on the clock: the median of the runs after the first. */
  time: number
  /** Milliseconds of the processor, all threads: the least of those runs, since a busy machine only adds. */
  processor: number
  /** Bytes of heap and array buffers in use right after a run, above those before it: what it allocated, less what was collected on the way. */
  allocated: number
  /** Bytes still in use after a collection, while the result is held. */
  kept: number
}

/** Runs once to warm up, `runs` times for the time, and once between two collections for the bytes. */
export function measure<T>(run: () => T, runs = 3): Measurement<T> {
  run()
  const times = Array.from({ length: runs }, () => timed(run))
  const before = inUse(true)
  const result = run()
  const allocated = inUse(false) - before
  const kept = Math.max(0, inUse(true) - before)
  return {
    result,
    time: quantile(
      times.map(({ time }) => time),
      0.5,
    ),
    processor: Math.min(...times.map(({ processor }) => processor)),
    allocated: Math.max(allocated, kept),
    kept,
  }
}

/** Milliseconds of one run, on the clock and of the processor. */
export function timed<T>(run: () => T): { time: number; processor: number; result: T } {
  const usage = process.cpuUsage()
  const start = performance.now()
  const result = run()
  const time = performance.now() - start
  const { user, system } = process.cpuUsage(usage)
  return { time, processor: (user + system) / 1000, result }
}

/** Bytes of heap and array buffers; buffers are given back a collection later. */
function inUse(afterCollection: boolean): number {
  if (afterCollection) for (let k = 0; k < 3; k++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The exponent b by which time grows as nᵇ from one size to the next. */
export function growth(time: number, n: number, timeBefore: number, nBefore: number): number {
  return Math.log(time / timeBefore) / Math.log(n / nBefore)
}
