import { afterEach, expect, it, vi } from 'vitest'
import { finish, kernelDensity, kernelDensitySteps, part, type Steps } from '../../src/analysis/index.ts'
import { JobCancelled, type JobContext } from '../../src/workers/jobs.ts'
import { runSteps } from '../../src/workers/runSteps.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 300, rows: 300 }
const options = { kernel: 'quartic', bandwidth: 100 } as const
const coordinates = (factor: number) => Float64Array.from({ length: 60_000 }, (_, i) => (i * factor) % 3000)
const points = { x: coordinates(7.13), y: coordinates(11.71) }

/** A clock of the test's own, moved on by the work it pretends to do: what else the machine does is of no matter. */
let clock = 0
const ownClock = () => vi.spyOn(performance, 'now').mockImplementation(() => clock)
afterEach(() => vi.restoreAllMocks())

function* slow(pieces: number, milliseconds: number, done: number[]): Steps<string> {
  for (let piece = 1; piece <= pieces; piece++) {
    clock += milliseconds
    done.push(piece)
    yield piece / pieces
  }
  return 'whole'
}

/** Milliseconds of the processor. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A job's side: keeps what is told, and is cancelled at a breath of choice. */
function contextOf(cancelAt = Infinity): JobContext & { told: [number, string][]; breaths: number[] } {
  const told: [number, string][] = []
  const breaths: number[] = []
  return {
    told,
    breaths,
    progress: (fraction, stage) => told.push([fraction, stage]),
    async breathe() {
      breaths.push(clock)
      if (breaths.length >= cancelAt) throw new JobCancelled()
    },
  }
}

it('finish gives the same as the pieces, and a part its share of the whole', () => {
  function* two(): Steps<string> {
    const first = yield* part(slow(2, 0, []), 0, 0.5)
    const second = yield* part(slow(2, 0, []), 0.5, 1)
    return first + second
  }
  expect(finish(two())).toBe('wholewhole')
  expect([...two()]).toEqual([0.25, 0.5, 0.75, 1])
})

it('breathes every 25 ms and tells its progress within its range', async () => {
  ownClock()
  const context = contextOf()
  expect(await runSteps(slow(30, 5, []), context, 'density', { from: 0.5, to: 0.7 })).toBe('whole')
  expect(context.breaths.map((at) => at - context.breaths[0]!)).toEqual([0, 25, 50, 75, 100, 125])
  expect(context.told.map(([, stage]) => stage)).toEqual(context.breaths.map(() => 'density'))
  const fractions = [5, 10, 15, 20, 25, 30].map((piece) => expect.closeTo(0.5 + (0.2 * piece) / 30, 12))
  expect(context.told.map(([fraction]) => fraction)).toEqual(fractions)
})

it('does not breathe for what is done at once', async () => {
  ownClock()
  const context = contextOf()
  await runSteps(slow(100, 0, []), context, 'density')
  expect(context.breaths).toEqual([])
})

it('stops where the job was cancelled', async () => {
  ownClock()
  const done: number[] = []
  const job = runSteps(slow(100, 5, done), contextOf(2), 'density')
  await expect(job).rejects.toBeInstanceOf(JobCancelled)
  expect(done).toHaveLength(10)
})

it.each(['quartic', 'gaussian'] as const)(
  '%s: a cancelled density ends soon, a whole one is the same',
  async (kernel) => {
    const small = { x: points.x.subarray(0, 20_000), y: points.y.subarray(0, 20_000) }
    const wanted = { ...options, kernel, bandwidth: kernel === 'quartic' ? 100 : 20 }
    const pieces = kernelDensitySteps(small, grid, wanted)
    const whole = await runSteps(pieces, contextOf(), 'density')
    expect(whole).toEqual(kernelDensity(small, grid, wanted))

    let longest = 0
    let count = 0
    let before = spent()
    for (const fraction of kernelDensitySteps(points, grid, wanted)) {
      expect(fraction).toBeGreaterThanOrEqual(0)
      expect(fraction).toBeLessThanOrEqual(1)
      longest = Math.max(longest, spent() - before)
      count++
      before = spent()
    }
    expect(count).toBeGreaterThan(20)
    // Generous, for a slow machine: what matters is that no piece is the whole.
    expect(longest).toBeLessThan(400)
    await expect(
      runSteps(kernelDensitySteps(points, grid, { ...wanted, bandwidth: 300 }), contextOf(1), 'density'),
    ).rejects.toBeInstanceOf(JobCancelled)
  },
)

it('goes in pieces also where all points lie in one place, and with edge correction', () => {
  const n = 60_000
  const heap = { x: new Float64Array(n).fill(1501), y: new Float64Array(n).fill(1502) }
  const studyArea = [[[[0, 0], [3000, 0], [3000, 3000], [0, 3000], [0, 0]]]] // prettier-ignore
  const pieces = (wanted: Parameters<typeof kernelDensitySteps>[2]) =>
    [...kernelDensitySteps(heap, grid, wanted)].length
  expect(pieces({ kernel: 'gaussian', bandwidth: 50 })).toBeGreaterThan(4)
  expect(pieces({ kernel: 'gaussian', bandwidth: 5 })).toBeGreaterThan(4)
  expect(pieces({ ...options, edgeCorrection: { studyArea } })).toBeGreaterThan(50 + pieces(options))
})

it('refuses bad input before the first piece', () => {
  expect(() => kernelDensitySteps(points, grid, { ...options, bandwidth: 0 })).toThrow(/bandwidth is 0/)
})
