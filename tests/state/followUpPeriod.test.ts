import { describe, expect, it } from 'vitest'
import { isoDate, parseIsoDate, type Period } from '../../src/domain/period.ts'
import type { Problem } from '../../src/domain/measure.ts'
import { followUpPeriod } from '../../src/state/followUpPeriod.ts'

const days = (from: string, to: string): Period => ({ from: parseIsoDate(from), to: parseIsoDate(to) + 1 })
const SPAN = days('2023-01-01', '2026-06-30')
const NO_STORY = { problemPicture: null, followUp: null }

const proposed = (
  period: Problem['period'],
  span: Period | null = SPAN,
  story: typeof NO_STORY | object = NO_STORY,
) => {
  const problem: Problem = { id: 'p', text: '', crimeTypes: ['klotter'], period }
  const found = followUpPeriod(problem, span, { ...NO_STORY, ...story })
  return found && `${isoDate(found.from)}_${isoDate(found.to - 1)}`
}

describe('the period a problem is followed up over', () => {
  it('is the one that the story names for its own problem picture', () => {
    const story = {
      problemPicture: days('2025-01-01', '2025-04-30'),
      followUp: days('2026-02-01', '2026-03-31'),
    }
    expect(proposed({ from: '2025-01-01', to: '2025-04-30' }, SPAN, story)).toBe('2026-02-01_2026-03-31')
    expect(proposed({ from: '2025-01-01', to: '2025-03-31' }, SPAN, story)).toBe('2026-01-01_2026-03-31')
  })

  it('is the same dates in the last later year that the data reach over', () => {
    expect(proposed({ from: '2025-01-01', to: '2025-04-30' })).toBe('2026-01-01_2026-04-30')
    expect(proposed({ from: '2024-06-01', to: '2025-05-31' })).toBe('2025-06-01_2026-05-31')
    expect(proposed({ from: '2024-05-01', to: '2024-08-31' })).toBe('2025-05-01_2025-08-31')
    expect(proposed({ from: '2024-02-01', to: '2024-02-29' })).toBe('2026-02-01_2026-02-28')
  })

  it('is the last twelve months where the problem has no period, or none of a later year is in the data', () => {
    expect(proposed(undefined)).toBe('2025-07-01_2026-06-30')
    expect(proposed({ from: '2025-08-01', to: '2025-12-31' })).toBe('2025-07-01_2026-06-30')
    expect(proposed({ from: '2025-05-01', to: '2025-01-31' })).toBe('2025-07-01_2026-06-30')
  })

  it('is none without data, or without a year before it', () => {
    expect(proposed({ from: '2025-01-01', to: '2025-04-30' }, null)).toBeNull()
    expect(proposed({ from: '2025-01-01', to: '2025-04-30' }, days('2026-01-01', '2026-06-30'))).toBeNull()
  })
})
