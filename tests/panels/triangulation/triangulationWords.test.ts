import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_CRIME_TYPES } from '../../../src/domain/crimeTypes.ts'
import { parseIsoDate } from '../../../src/domain/period.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { howNotes } from '../../../src/panels/triangulation/howNotes.ts'
import { triangulationCounts } from '../../../src/panels/triangulation/triangulationCounts.ts'
import { crimesUnsorted, outdoorGroups } from '../../../src/panels/triangulation/triangulationQuestion.ts'
import { triangulationRows } from '../../../src/panels/triangulation/triangulationRows.ts'
import type { Lagesbild } from '../../../src/state/lagesbild.svelte.ts'
import type { TriangulationSettings } from '../../../src/state/triangulation.svelte.ts'
import type { SafetyWalk, WalkObservation } from '../../../src/domain/safetyWalk.ts'
import type {
  DensityUsed,
  ObservationResult,
  TriangulationResult,
} from '../../../src/workers/triangulation/triangulationMessages.ts'

afterEach(() => locale.use('sv'))

const group = (typeId: string | null, label: string, crime: number) => ({
  id: typeId ?? label,
  typeId,
  label,
  kinds: { crime, event: 0, fire: 0, repair: 0 },
})
const appWith = (...groups: ReturnType<typeof group>[]) =>
  ({
    data: { current: { summary: { groups } } },
    taxonomy: DEFAULT_CRIME_TYPES.taxonomy,
  }) as unknown as Lagesbild

const used = (part: Partial<DensityUsed>): DensityUsed => ({
  types: [],
  light: 'dark',
  period: { from: parseIsoDate('2024-12-01'), to: parseIsoDate('2025-12-01') },
  reach: 'whole',
  n: 40,
  withoutLight: 0,
  judged: true,
  threshold: 12,
  ...part,
})
const found = (part: Partial<ObservationResult>): ObservationResult => ({
  walk: 'w',
  id: 'a',
  class: 'unsafeLittle',
  undecided: false,
  density: 0,
  near: 0,
  ...part,
})
const result = (part: Partial<TriangulationResult>): TriangulationResult => ({
  densities: [used({})],
  observations: [found({})],
  dense: [],
  unmentioned: [],
  measures: [],
  ...part,
})
const answer = (
  types: string[],
  settings: TriangulationSettings['types'],
  part: Partial<TriangulationResult> = {},
) => ({
  settings: { types: settings, distance: 100, matchLight: true },
  request: {
    types,
    distance: 100,
    matchLight: true,
    bandwidth: 150,
    threshold: { kind: 'factor', factor: 5 } as const,
    walks: [],
    measures: [],
  },
  result: result(part),
})

describe('which crimes were counted', () => {
  it('are those of the street, named, with how many are sorted neither way', () => {
    const app = appWith(
      group('cykelstold', 'Cykelstöld', 70),
      group(null, 'Eget slag', 30),
      group(null, '', 2),
    )
    expect(outdoorGroups(app)).toEqual(['cykelstold'])
    expect(crimesUnsorted(app)).toBe(32)
    const notes = howNotes(app, answer(['cykelstold'], 'outdoor'))
    expect(notes).toContain('Brott utomhus: Cykelstöld.')
    expect(notes).toContain(locale.texts.triangulation.how.unsorted('32'))
  })

  it('are never called outdoor crimes where the data have none of those types and all are counted', () => {
    const app = appWith(group(null, 'Eget slag', 30))
    for (const language of ['sv', 'en'] as const) {
      locale.use(language)
      const { triangulation } = locale.texts
      const notes = howNotes(app, answer(outdoorGroups(app), 'outdoor'))
      expect(notes).toContain(triangulation.types.none)
      expect(notes).not.toContain(triangulation.how.outdoor(triangulation.types.all))
      expect(notes).not.toContain(triangulation.how.unsorted('30'))
    }
  })

  it('are told by what the answer was asked for, not by what is chosen since', () => {
    const app = appWith(group('cykelstold', 'Cykelstöld', 70))
    expect(howNotes(app, answer(['cykelstold'], { type: 'cykelstold' }))).toContain(
      'Räknade brott: Cykelstöld.',
    )
    expect(howNotes(app, answer([], 'all'))).toContain('Räknade brott: alla brott.')
    expect(howNotes(app, answer([''], { type: '' }))).toContain('Räknade brott: Typ ej angiven.')
  })

  it('are not told as few where the data do not reach to the walk at all', () => {
    const notes = howNotes(
      appWith(group('cykelstold', 'Cykelstöld', 70)),
      answer(['cykelstold'], 'outdoor', { densities: [used({ reach: 'none', n: 0, judged: false })] }),
    )
    const { how } = locale.texts.triangulation
    const told = { period: locale.format.period(used({}).period), light: 'i mörker' }
    expect(notes).toContain(how.unreached(told))
    expect(notes.join(' ')).not.toContain('n = 0')
    expect(notes).not.toContain(how.partial(told.period))
  })
})

describe('the sentence', () => {
  const seen = (id: string, feels: 'safe' | 'unsafe'): WalkObservation => ({
    id,
    lon: 18,
    lat: 58,
    feels,
    category: 'lighting',
    text: '',
  })
  const walk = (observations: WalkObservation[]) =>
    ({ id: 'w', date: '2025-12-01', light: 'dark', route: [], observations }) as unknown as SafetyWalk
  const said = (answered: TriangulationResult, ...observations: WalkObservation[]) => {
    const rows = triangulationRows(answered, [walk(observations)], [])
    return locale.texts.triangulation.sentence(locale.format, triangulationCounts(answered, rows))
  }

  it('says of points that cannot be judged that they cannot, not that all felt safe and all is mentioned', () => {
    const answered = result({
      densities: [used({ judged: false, n: 3 })],
      observations: [found({ id: 'a', class: 'unjudged' }), found({ id: 'b', class: 'unjudged' })],
    })
    expect(said(answered, seen('a', 'unsafe'), seen('b', 'safe'))).toBe(
      '1 otrygg punkt kan inte bedömas. Brotten är för få för att säga var det är mycket.',
    )
    locale.use('en')
    expect(said(answered, seen('a', 'unsafe'), seen('b', 'safe'))).toBe(
      '1 unsafe point cannot be judged. The crimes are too few to say where there is much.',
    )
  })

  it('says that no place has much crime, not that each has been mentioned, where there is none', () => {
    expect(said(result({}), seen('a', 'unsafe'))).toBe(
      '0 av 1 otrygg punkt ligger där det anmäls mycket brott. Ingen plats har mycket brott.',
    )
  })
})
