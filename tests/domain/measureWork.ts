import type { Cause, Measure, Problem } from '../../src/domain/measure.ts'
import { NO_PREVENTION, type Prevention } from '../../src/domain/prevention.ts'

/** A measure with nothing missing; `part` breaks it. */
export function measureWith(part: Partial<Measure> = {}): Measure {
  return {
    id: 'ljus',
    title: 'Ljus',
    kind: 'situational',
    actsOn: 'situation',
    category: 'lighting',
    causes: ['morker'],
    mechanism: '',
    horizon: 'short',
    responsible: 'Gatukontoret',
    start: '2025-06-01',
    geometry: { type: 'Point', coordinates: [18, 58], radius: 50 },
    crimeTypes: [],
    goals: [],
    log: [],
    status: 'ongoing',
    ...part,
  }
}

export const darkness: Cause = { id: 'morker', text: 'Mörkt', kind: 'proximate', problems: ['stold'] }
export const theft: Problem = {
  id: 'stold',
  text: 'Stölder',
  crimeTypes: [],
  period: { from: '2025-01-01', to: '2025-04-30' },
}

export function workWith(part: Partial<Prevention> = {}): Prevention {
  return { ...NO_PREVENTION, problems: [theft], causes: [darkness], measures: [measureWith()], ...part }
}
