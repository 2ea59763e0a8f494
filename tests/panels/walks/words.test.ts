import { afterEach, describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../../src/domain/period.ts'
import type { WalkObservation } from '../../../src/domain/safetyWalk.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { comparablePair } from '../../../src/panels/walks/comparablePair.ts'
import { readParticipants, rolesOf } from '../../../src/panels/walks/participants.ts'
import { reckonedText, reckoningDay } from '../../../src/panels/walks/reckoningDay.ts'
import { byDate } from '../../../src/panels/walks/shownWalks.ts'
import { statusLine } from '../../../src/panels/walks/walkWords.ts'
import type { Lagesbild } from '../../../src/state/lagesbild.svelte.ts'
import { walks } from '../../../data/walks.ts'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const demo = (id: string) =>
  walks.flatMap(({ observations }) => observations).find((one) => one.id === id) as WalkObservation
const data = (to: string | null) =>
  ({
    data: { current: { summary: { span: to === null ? null : { from: 0, to: parseIsoDate(to) } } } },
  }) as unknown as Lagesbild

afterEach(() => locale.use('sv'))

describe('the day that due dates are held against', () => {
  const today = parseIsoDate('2026-11-22')

  it('is the last day of data that end before today, else today, and is told', () => {
    const past = reckoningDay(data('2026-07-01'), today)
    expect(past).toEqual({ day: parseIsoDate('2026-06-30'), of: 'data' })
    expect(plain(reckonedText(past))).toBe('Räknat till 30 juni 2026, den sista dagen i data.')
    expect(reckoningDay(data('2030-01-01'), today)).toEqual({ day: today, of: 'today' })
    expect(reckoningDay(data(null), today).of).toBe('today')
    expect(reckoningDay({ data: { current: null } } as unknown as Lagesbild, today).of).toBe('today')
  })
})

describe('the line of an observation', () => {
  const today = parseIsoDate('2026-06-30')
  it.each([
    ['v1-11', 'Förfallen: skulle vara klar 31 oktober 2025, 242 dagar sen'],
    ['v1-08', 'Beslutad, klar senast 15 oktober 2026'],
    ['v1-07', 'Åtgärdad 10 juni 2025, men kvar vid återvandringen'],
    ['v1-02', 'Åtgärdad 12 maj 2025, kontrollerad i återvandring'],
    ['v2-07', 'Åtgärdad 2 mars 2026'],
    ['v2-06', 'Ej beslutad'],
    ['v1-03', ''],
  ])('%s says %j', (id, said) => {
    expect(plain(statusLine(demo(id), today))).toBe(said)
  })

  it('gives the reason of a refusal, also in English, and says where there is none', () => {
    expect(statusLine(demo('v1-09'), today)).toMatch(/^Nekad: Fler bänkar prövades 2022/)
    locale.use('en')
    expect(statusLine({ ...demo('v1-09'), decision: { kind: 'refused', reason: ' ' } }, today)).toBe(
      'Refused, no reason given',
    )
  })
})

describe('the two walks that are compared', () => {
  const latest = byDate(walks)
  const elsewhere = {
    ...walks[0],
    id: 'borta',
    date: '2025-12-24',
    route: [],
    observations: [{ ...walks[0].observations[0], lon: 17, lat: 59 }],
  }

  it('are the latest and the one before it on the same ground, or the one asked for and its neighbour', () => {
    const pair = { earlier: walks[0].id, later: walks[1].id }
    expect(comparablePair(latest, null)).toEqual(pair)
    expect(comparablePair(latest, walks[0])).toEqual(pair)
    expect(comparablePair(latest, walks[1])).toEqual(pair)
    expect(comparablePair(byDate([...walks, elsewhere]), null)).toEqual(pair)
  })

  it('are none where no two share ground', () => {
    expect(comparablePair(byDate([...walks, elsewhere]), elsewhere)).toBeNull()
    expect(comparablePair([walks[0]], null)).toBeNull()
  })
})

describe('participants', () => {
  it('are numbers per role; empty rows and nobody are left out', () => {
    const rows = [
      { role: ' boende ', count: '7' },
      { role: 'polis', count: '' },
      { role: 'kommun', count: '0' },
    ]
    expect(readParticipants(rows)).toEqual({ participants: { boende: 7 } })
    expect(readParticipants(rolesOf(walks[0], []))).toEqual({ participants: walks[0].participants })
    expect(rolesOf(null, ['boende'])).toEqual([{ role: 'boende', count: '' }])
  })

  it.each([
    [[{ role: 'boende', count: 'sju' }], { fault: 'count', role: 'boende' }],
    [[{ role: 'boende', count: '-1' }], { fault: 'count', role: 'boende' }],
    [[{ role: ' ', count: '3' }], { fault: 'missing', role: '' }],
    [
      [
        { role: 'polis', count: '1' },
        { role: 'polis', count: '2' },
      ],
      { fault: 'twice', role: 'polis' },
    ],
  ])('of %j are refused', (rows, fault) => {
    expect(readParticipants(rows)).toEqual(fault)
  })
})
