import { describe, expect, it } from 'vitest'
import type { SafetyWalk, WalkObservation } from '../../src/domain/safetyWalk.ts'
import {
  newObservationId,
  newWalkId,
  withObservation,
  withoutObservation,
} from '../../src/domain/walkEntry.ts'
import { walks } from '../../data/walks.ts'

const observation = (id: string): WalkObservation => ({ ...walks[0].observations[0], id })

describe('entering a walk', () => {
  it('gives ids that nothing else has', () => {
    expect(newWalkId('2026-05-04', walks)).toBe('vandring-2026-05-04')
    expect(newWalkId('2025-04-09', walks)).toBe('vandring-2025-04-09-2')
    const again: SafetyWalk = { ...walks[0], id: 'vandring-2025-04-09-2' }
    expect(newWalkId('2025-04-09', [...walks, again])).toBe('vandring-2025-04-09-3')
    expect(newObservationId(walks[0])).toBe('vandring-2025-04-09-18')
    const gap = { ...walks[0], observations: [observation('vandring-2025-04-09-2')] }
    expect(newObservationId(gap)).toBe('vandring-2025-04-09-3')
  })

  it('puts an observation last, or in its own place, and changes nothing that was there', () => {
    const before = structuredClone(walks[0])
    const more = withObservation(walks[0], observation('ny'))
    expect(more.observations.at(-1)?.id).toBe('ny')
    const changed = withObservation(more, { ...observation('v1-02'), text: 'Ändrad.' })
    expect(changed.observations.map(({ id }) => id)).toEqual(more.observations.map(({ id }) => id))
    expect(changed.observations[1].text).toBe('Ändrad.')
    expect(withoutObservation(more, 'ny')).toEqual(before)
    expect(walks[0]).toEqual(before)
  })
})
