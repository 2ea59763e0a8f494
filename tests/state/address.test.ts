import { INCIDENT_KINDS } from '../../src/domain/incident.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../src/domain/selection.ts'
import { decodeAddress, encodeAddress } from '../../src/state/address.ts'
import { DEPTH_METHODS } from '../../src/workers/depth/depthMethods.ts'
import {
  AREA_FIGURES,
  BEFORE_AFTER_MODES,
  CLASS_METHODS,
  DEFAULT_VIEW,
  MAP_MODES,
  SCREENS,
  type ViewSettings,
} from '../../src/state/viewSettings.ts'

const day = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2040, 1, 1) })
const period = fc
  .tuple(day, fc.integer({ min: 1, max: 900 }))
  .map(([from, days]) => ({ from, to: from + days }))
const label = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => text.isWellFormed())
const metres = fc.integer({ min: -9_000_000, max: 9_000_000 })
const ring = fc.array(fc.tuple(metres, metres), { minLength: 4, maxLength: 9 })

const selection: fc.Arbitrary<Selection> = fc.record({
  kind: fc.constantFrom(...INCIDENT_KINDS),
  period: fc.option(period),
  comparison: fc.oneof(
    fc
      .constantFrom(1 as const, 2 as const, 3 as const)
      .map((years) => ({ kind: 'yearsBefore' as const, years })),
    fc.constantFrom(2 as const, 3 as const).map((years) => ({ kind: 'meanOfYears' as const, years })),
    period.map((own) => ({ kind: 'own' as const, period: own })),
  ),
  types: fc.array(fc.oneof(label, fc.constantFrom('', '*', '~')), { maxLength: 5 }),
  hours: fc.option(
    fc.record({
      dayFrom: fc.integer({ min: 0, max: 6 }),
      dayTo: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 0, max: 23 }),
      length: fc.integer({ min: 1, max: 24 }),
    }),
  ),
  timeMethod: fc.constantFrom('start' as const, 'midpoint' as const, 'aoristic' as const),
  place: fc.option(
    fc.oneof(
      fc.array(label, { minLength: 1, maxLength: 4 }).map((ids) => ({ kind: 'areas' as const, ids })),
      fc
        .tuple(
          label,
          fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
        )
        .map(([name, polygon]) => ({
          kind: 'outline' as const,
          label: name,
          polygon: polygon.map((rings) => rings.map((points) => points.map(([x, y]) => [x, y]))),
        })),
    ),
  ),
})

const view: fc.Arbitrary<ViewSettings> = fc.record({
  language: fc.constantFrom('sv' as const, 'en' as const),
  theme: fc.constantFrom('light' as const, 'dark' as const, null),
  screen: fc.constantFrom(...SCREENS),
  areas: fc.record({
    measure: fc.oneof(
      fc.constantFrom(...AREA_FIGURES),
      label.map((id) => `s:${id}` as const),
    ),
    per: fc.constantFrom(1000 as const, 100_000 as const),
    classes: fc.constantFrom(...CLASS_METHODS),
    focus: fc.option(label),
    peers: fc.array(fc.oneof(label, fc.constantFrom('~', '*', '%')), { maxLength: 4 }),
  }),
  mapMode: fc.constantFrom(...MAP_MODES),
  depth: fc.constantFrom(...DEPTH_METHODS, null),
  walk: fc.option(label.filter((id) => id !== '')),
  measure: fc.option(label.filter((id) => id !== '')),
  beforeAfter: fc.constantFrom(...BEFORE_AFTER_MODES),
  bandwidth: fc.option(fc.integer({ min: 10, max: 10_000 })),
  threshold: fc.oneof(
    fc.integer({ min: 2, max: 10 }).map((factor) => ({ kind: 'factor' as const, factor })),
    fc.constantFrom(0.01, 0.02, 0.05).map((share) => ({ kind: 'densest' as const, share })),
  ),
})

describe('the address', () => {
  it('gives back every selection and view that it was given', () => {
    fc.assert(
      fc.property(selection, view, fc.option(fc.constantFrom('demo', 'a1b2c3')), (chosen, shown, dataset) => {
        const address = { dataset, selection: chosen, view: shown }
        expect(decodeAddress('#' + encodeAddress(address))).toEqual(address)
      }),
    )
  })

  it('is empty where nothing is chosen, and short where little is', () => {
    expect(encodeAddress({ dataset: null, selection: EMPTY_SELECTION, view: DEFAULT_VIEW })).toBe('')
    const hours = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }
    const chosen = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'], hours }
    expect(encodeAddress({ dataset: 'demo', selection: chosen, view: DEFAULT_VIEW })).toBe(
      'd=demo&t=misshandel-utomhus&h=4-5.16-5',
    )
  })

  it('leaves damaged parts at their defaults', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('d', 's', 'k', 'p', 'c', 't', 'h', 'm', 'w', 'v', 'b', 'x'),
        (junk, key) => {
          const { selection: chosen, view: shown } = decodeAddress(`#${key}=${junk}`)
          expect(SCREENS).toContain(shown.screen)
          expect(chosen.period === null || chosen.period.from < chosen.period.to).toBe(true)
          expect(shown.bandwidth === null || shown.bandwidth >= 10).toBe(true)
        },
      ),
    )
    expect(decodeAddress('#p=2025-02-30_2025-03-01&h=9-9.99-0&x=f99&w=o:x:1.2')).toEqual(decodeAddress(''))
  })
})
