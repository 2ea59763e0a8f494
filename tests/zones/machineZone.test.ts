import { expect, it } from 'vitest'
import { localToUtcMs } from '../../src/analysis/index.ts'

/** Minutes behind UTC in January and July, as Date gives them. */
const offsets: Record<string, [number, number]> = {
  UTC: [0, 0],
  'America/New_York': [300, 240],
}

it('the machine of this leg really is where the leg says', () => {
  const leg = process.env.LAGESBILD_TEST_ZONE ?? ''
  expect(Object.keys(offsets)).toContain(leg)
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(leg)
  expect([new Date(2024, 0, 15).getTimezoneOffset(), new Date(2024, 6, 15).getTimezoneOffset()]).toEqual(
    offsets[leg],
  )
  expect(new Date(2024, 6, 15, 12).getTime()).toBe(Date.UTC(2024, 6, 15, 12) + offsets[leg]![1] * 60_000)
})

it('a time in Stockholm is the same instant here', () => {
  expect(localToUtcMs('2024-07-15T12:00', 'Europe/Stockholm')).toBe(Date.UTC(2024, 6, 15, 10))
  expect(localToUtcMs('2024-01-15T12:00', 'Europe/Stockholm')).toBe(Date.UTC(2024, 0, 15, 11))
})
