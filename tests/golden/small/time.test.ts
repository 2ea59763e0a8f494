import { expect, it } from 'vitest'
import { cusum, localToUtcMs, timeOfWeekProfile } from '../../../src/analysis/index.ts'
import { cases, expectClose, python, r, spans } from './read.ts'

const zone = 'Europe/Stockholm'
const fromUtcMs = spans().map(({ from }) => localToUtcMs(from, zone))
const toUtcMs = spans().map(({ to }) => (to ? localToUtcMs(to, zone) : NaN))

/** Python's zoneinfo, hour by hour; R's POSIXlt, second by second. Both nights of 2024 are among the spans. */
it('starts and shares of the small spans by hour of the week', () => {
  const start = timeOfWeekProfile({ fromUtcMs, toUtcMs }, { method: 'start', timeZone: zone })
  const shared = timeOfWeekProfile({ fromUtcMs, toUtcMs }, { method: 'aoristic', timeZone: zone })
  expect(shared).toMatchObject({ n: 60, unknown: 0 })
  for (const { time_of_week: peer } of [python, r]) {
    expect(Array.from(start.counts)).toEqual(peer.start)
    expectClose(shared.counts, peer.aoristic, 1e-11, 1)
  }
})

it('cusum', () => {
  const { series, ...options } = cases.cusum
  expectClose(cusum(series, options), python.cusum, 1e-12, 1)
})
