import { describe, expect, it } from 'vitest'
import { conflicts, merged, withObservations } from '../../../src/domain/preventionFile/merge.ts'
import { NO_CONTENT, type FileContent } from '../../../src/domain/preventionFile/records.ts'
import { routesOnWalks, type WalkedRoute } from '../../../src/domain/preventionFile/routesOnWalks.ts'
import type { Cause, Measure } from '../../../src/domain/measure.ts'
import type { SafetyWalk, WalkObservation } from '../../../src/domain/safetyWalk.ts'

const measure = (id: string, title: string, causes: string[] = []) =>
  ({ id, title, causes, goals: [], log: [] }) as unknown as Measure
const cause = (id: string, text: string, problems: string[] = []): Cause => ({
  id,
  text,
  kind: 'proximate',
  problems,
})
const observation = (id: string, text: string) => ({ id, text, lon: 18, lat: 58 }) as WalkObservation
const walk = (id: string, date: string, observations: WalkObservation[] = []): SafetyWalk => ({
  id,
  title: id,
  date,
  startTime: '',
  light: 'dusk',
  route: [],
  participants: { boende: 2 },
  organiser: '',
  observations,
})

describe('entries of an id that is there already', () => {
  const held: FileContent = {
    ...NO_CONTENT,
    measures: [measure('a', 'Lampor'), measure('b', 'Bussar')],
    causes: [cause('mork', 'Mörkt')],
    problems: [{ id: 'p', text: 'Stöld', crimeTypes: [] }],
  }
  const brought: FileContent = {
    ...NO_CONTENT,
    measures: [measure('a', 'Nya lampor', ['mork']), measure('c', 'Grind'), measure('b', 'Bussar')],
    causes: [cause('mork', 'Mycket mörkt', ['p'])],
    problems: [{ id: 'p', text: 'Rån', crimeTypes: [] }],
    activity: [{ id: 's', name: 'Tillsyn', unit: 'st', measure: 'a', months: [] }],
  }

  it('are told where they differ, and only there', () => {
    expect(conflicts(held, brought)).toEqual({
      walks: [],
      measures: ['a'],
      causes: ['mork'],
      problems: ['p'],
      activity: [],
    })
    expect(conflicts(held, held).measures).toEqual([])
  })

  it('take its place as they stand', () => {
    expect(merged(held, brought, 'replace')).toBe(brought)
  })

  it('are kept beside it under ids of their own, which all that names them follows', () => {
    const both = merged({ ...held, measures: [...held.measures, measure('a-2', 'Annan')] }, brought, 'both')
    expect(both.measures.map(({ id }) => id)).toEqual(['a-3', 'c', 'b'])
    expect(both.measures[0]!.causes).toEqual(['mork-2'])
    expect(both.causes).toEqual([cause('mork-2', 'Mycket mörkt', ['p-2'])])
    expect(both.problems[0]!.id).toBe('p-2')
    expect(both.activity[0]!.measure).toBe('a-3')
  })
})

describe('observations for a walk that is there', () => {
  const before = walk('v', '2025-04-09', [observation('1', 'mörkt'), observation('2', 'ljust')])
  const more = walk('x', '2026-01-01', [observation('2', 'trasigt'), observation('3', 'öde')])

  it('join it; those of a known id take its place or come beside it', () => {
    const texts = (of: SafetyWalk) => of.observations.map(({ id, text }) => [id, text])
    expect(texts(withObservations(before, more, 'replace'))).toEqual([
      ['1', 'mörkt'],
      ['2', 'trasigt'],
      ['3', 'öde'],
    ])
    expect(texts(withObservations(before, more, 'both'))).toEqual([
      ['1', 'mörkt'],
      ['2', 'ljust'],
      ['2-2', 'trasigt'],
      ['3', 'öde'],
    ])
    expect(withObservations(before, more, 'both')).toMatchObject({ id: 'v', date: '2025-04-09' })
  })
})

describe('routes beside a table', () => {
  const route = (name: string, time: string): WalkedRoute => ({
    name,
    time,
    line: [
      [18, 58],
      [18.1, 58.1],
    ],
  })
  const words = { date: '', title: '', startTime: '', light: 'dark', organiser: '' }

  it('go to the walk of their day, and a single one to a single walk', () => {
    const two = routesOnWalks(
      [walk('a', '2025-04-09'), walk('b', '2025-11-12')],
      [route('', '2025-11-12T17:00:00Z')],
      words,
    )
    expect(two.map((one) => one.route.length)).toEqual([0, 2])
    expect(routesOnWalks([walk('a', '2025-04-09')], [route('', '')], words)[0]!.route).toHaveLength(2)
  })

  it('that are left become walks of their own where it is known when', () => {
    const alone = routesOnWalks([], [route('Kväll', ''), route('', '2025-01-02T17:00:00Z')], words)
    expect(alone.map(({ id, title, light }) => [id, title, light])).toEqual([
      ['vandring-2025-01-02', '2025-01-02', 'dark'],
    ])
    const dated = routesOnWalks([], [route('Kväll', ''), route('Natt', '')], { ...words, date: '2025-04-09' })
    expect(dated.map(({ id, title }) => [id, title])).toEqual([
      ['vandring-2025-04-09', 'Kväll'],
      ['vandring-2025-04-09-2', 'Natt'],
    ])
  })
})
