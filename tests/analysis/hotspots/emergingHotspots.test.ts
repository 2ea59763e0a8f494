import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EMERGING_CLASSES,
  emergingHotspots,
  mannKendall,
  type EmergingClass,
} from '../../../src/analysis/index.ts'

/** One place; one z a slice. */
function classOf(...series: number[]) {
  return emergingHotspots(series.map((z) => [z])).classes[0]
}

describe('emergingHotspots', () => {
  it('names Esri’s eight classes', () => {
    expect(classOf(0, 0, 1, 0, 0, 3)).toBe('new')
    expect(classOf(0, 0, -1, 0, 3, 3)).toBe('consecutive')
    expect(classOf(2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).toBe('intensifying')
    expect(classOf(3, 4, 3, 4, 3, 4, 3, 4, 3, 4)).toBe('persistent')
    expect(classOf(11, 10, 9, 8, 7, 6, 5, 4, 3, 2)).toBe('diminishing')
    expect(classOf(3, 0, 3, 0, 0, 3)).toBe('sporadic')
    expect(classOf(3, 0, -3, 0, 0, 3)).toBe('oscillating')
    expect(classOf(3, 3, 3, 3, 3, 3, 3, 3, 3, 0)).toBe('historical')
    expect(classOf(3, 3, 0, 0, 0, 0)).toBe('none')
    expect(classOf(-3, -3, -3, -3)).toBe('none')
  })

  it('says none outside the study area, and carries the trend', () => {
    const result = emergingHotspots([
      [NaN, 1],
      [NaN, 2],
      [NaN, 3],
      [2, 4],
    ])
    expect(result.classes).toEqual(['none', 'consecutive'])
    expect(result.trendZ[0]).toBeNaN()
    expect(result.trendZ[1]).toBeGreaterThan(0)
    expect(result.slices).toBe(4)
    expect(emergingHotspots([[], []]).classes).toEqual([])
  })

  it('takes another limit, and refuses one slice or unequal ones', () => {
    expect(emergingHotspots([[0], [0], [1.8]], { zLimit: 1.645 }).classes).toEqual(['new'])
    expect(() => emergingHotspots([[1]])).toThrow(/zBySlice.length is 1/)
    expect(() => emergingHotspots([[1], [1, 2]])).toThrow(/zBySlice\[1\].length is 2/)
    expect(() => emergingHotspots([[1], [1]], { zLimit: 0 })).toThrow(/zLimit is 0/)
  })
})

/**
 * Esri's words, class by class, as predicates of their own: h hot, c cold, · neither; `trend` the sign of a significant one. None is made from
 * another's failing.
 */
const ESRI: Record<Exclude<EmergingClass, 'none'>, (slices: string, trend: number) => boolean> = {
  new: (s) => /^[^h]*h$/.test(s),
  consecutive: (s) => /^[^h]*hh+$/.test(s) && share(s) < 0.9,
  intensifying: (s, trend) => s.endsWith('h') && share(s) >= 0.9 && trend > 0,
  persistent: (s, trend) => share(s) >= 0.9 && trend === 0,
  diminishing: (s, trend) => s.endsWith('h') && share(s) >= 0.9 && trend < 0,
  sporadic: (s) => /h[^h]+(.*[^h])?h+$/.test(s) && share(s) < 0.9 && !s.includes('c'),
  oscillating: (s) => s.endsWith('h') && share(s) < 0.9 && s.includes('c'),
  historical: (s) => !s.endsWith('h') && share(s) >= 0.9,
}
const share = (s: string) => [...s].filter((slice) => slice === 'h').length / s.length

describe('emergingHotspots against Esri’s definitions', () => {
  const slices = fc.array(fc.constantFrom('h', 'h', 'h', 'h', 'h', 'h', '·', 'c'), {
    minLength: 2,
    maxLength: 24,
  })
  const Z = { h: [1.96, 9], '·': [-1.95, 1.95], c: [-9, -1.96] } as const

  it('gives the first class whose definition holds, none where none does', () => {
    const seen = new Set<EmergingClass>()
    fc.assert(
      fc.property(
        slices,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 }),
        fc.boolean(),
        (kinds, at, sorted) => {
          const share = kinds.map((kind, t) => {
            const [low, high] = Z[kind as 'h']
            return low + (sorted ? t / kinds.length : at[t]!) * (high - low)
          })
          const result = emergingHotspots(share.map((z) => [z]))
          const trend = result.trendPValue[0]! < 0.05 ? Math.sign(result.trendZ[0]!) : 0
          const text = kinds.join('')
          const fitting = EMERGING_CLASSES.filter((name) => name !== 'none' && ESRI[name](text, trend))
          // The one pair of definitions that overlap in both directions: here such a place is historical.
          const expected = fitting.includes('historical') ? 'historical' : (fitting[0] ?? 'none')
          expect(result.classes[0], text).toBe(expected)
          seen.add(expected)
        },
      ),
      { numRuns: 3000 },
    )
    expect([...seen].sort()).toEqual([...EMERGING_CLASSES].sort())
  })

  it.each([
    // Ninety percent: nine of ten, never eight of nine; ten of eleven.
    ['nine of ten, the last not', [3, 3, 3, 3, 3, 3, 3, 3, 3, 0], 'historical'],
    ['eight of nine, the last not', [3, 3, 3, 3, 3, 3, 3, 3, 0], 'none'],
    ['nine of ten, the first not', [0, 3, 3, 3, 3, 3, 3, 3, 3, 3], 'persistent'],
    ['eight of nine, the first not', [0, 3, 3, 3, 3, 3, 3, 3, 3], 'consecutive'],
    ['eight of ten in one run', [0, 0, 3, 3, 3, 3, 3, 3, 3, 3], 'consecutive'],
    ['one hot slice after cold ones is new, as Esri lists it before oscillating', [-3, -3, 0, 3], 'new'],
    ['a run after cold ones is consecutive', [-3, 0, 3, 3], 'consecutive'],
    ['a break and a cold slice', [3, -3, 3, 3], 'oscillating'],
    ['a break without a cold slice', [3, 0, 3, 3], 'sporadic'],
    ['a hot past that ended early', [3, 3, 0], 'none'],
    ['hot twice of two: all', [3, 3], 'persistent'],
    ['never', [0, 0, 0, 0], 'none'],
    ['at the limit', [0, 0, 1.96], 'new'],
    ['a hair below the limit', [0, 0, 1.9599], 'none'],
  ] as [string, number[], EmergingClass][])('%s', (_, series, expected) => {
    expect(classOf(...series)).toBe(expected)
  })

  it('a historical place stays historical whatever its trend', () => {
    expect(classOf(12, 11, 10, 9, 8, 7, 6, 5, 4, 0)).toBe('historical')
    expect(classOf(4, 5, 6, 7, 8, 9, 10, 11, 12, 0)).toBe('historical')
  })

  it('does not change where other places lie, and takes the level of its trend', () => {
    const rising = [2, 3, 4, 5].map((z) => [z, 0, z])
    expect(emergingHotspots(rising).classes).toEqual(['persistent', 'none', 'persistent'])
    // S = 6, z = 5/√(26/3) = 1.698, p = .089
    expect(emergingHotspots(rising, { level: 0.1 }).classes).toEqual(['intensifying', 'none', 'intensifying'])
  })

  it('takes q-values in place of the limit, and says so', () => {
    const z = [
      [2.5, 2.5],
      [2.5, -2.5],
      [2.5, 2.5],
    ]
    const q = [
      [0.2, 0.01],
      [0.3, 0.01],
      [0.049, 0.01],
    ]
    expect(emergingHotspots(z)).toMatchObject({
      classes: ['persistent', 'oscillating'],
      hotBy: 'z',
      slices: 3,
    })
    expect(emergingHotspots(z, { qBySlice: q })).toMatchObject({
      classes: ['new', 'oscillating'],
      hotBy: 'q',
      classification: 'esri',
    })
    expect(emergingHotspots(z, { qBySlice: q, qLimit: 0.04 }).classes).toEqual(['none', 'oscillating'])
    expect(emergingHotspots([[0], [2]], { qBySlice: [[1], [NaN]] }).classes).toEqual(['none'])
  })

  it('refuses what it cannot read', () => {
    expect(() => emergingHotspots([])).toThrow(/zBySlice.length is 0; allowed: 2 slices or more/)
    expect(() => emergingHotspots([[1], [Infinity]])).toThrow(/is Infinity; allowed: a finite number/)
    expect(() => emergingHotspots([[1], [1]], { level: 0 })).toThrow(/options.level is 0/)
    expect(() => emergingHotspots([[1], [1]], { zLimit: NaN })).toThrow(/options.zLimit is NaN/)
    expect(() => emergingHotspots([[1], [1]], { qLimit: 1 })).toThrow(/options.qLimit is 1/)
    expect(() => emergingHotspots([[1], [1]], { qBySlice: [[1]] })).toThrow(/options.qBySlice.length is 1/)
    expect(() => emergingHotspots([[1], [1]], { qBySlice: [[1], []] })).toThrow(/qBySlice\[1\].length is 0/)
  })
})

describe('mannKendall', () => {
  it('refuses values that are not finite, and lies in its bounds', () => {
    expect(() => mannKendall([1, NaN, 2])).toThrow(/series\[1\] is NaN; allowed: a finite number/)
    expect(() => mannKendall([Infinity])).toThrow(RangeError)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 }), (series) => {
        const { s, z, pValue } = mannKendall(series)
        const most = (series.length * (series.length - 1)) / 2
        expect(Math.abs(s)).toBeLessThanOrEqual(most)
        expect(z === 0 || Math.sign(z) === Math.sign(s)).toBe(true)
        expect(pValue > 0 && pValue <= 1).toBe(true)
        // Only the order counts.
        expect(mannKendall(series.map((v) => Math.exp(v))).z).toBe(z)
      }),
    )
  })

  it('by hand: 5 rising values, S = 10, Var 50/3', () => {
    const { s, z, pValue } = mannKendall([1, 2, 3, 4, 5])
    expect(s).toBe(10)
    expect(z).toBeCloseTo(9 / Math.sqrt(50 / 3), 12)
    expect(pValue).toBeCloseTo(0.0275, 4)
  })

  it('corrects for ties: (1, 1, 2, 3): S = 5, Var (4·3·13 − 2·1·9)/18', () => {
    const { s, z } = mannKendall([1, 1, 2, 3])
    expect(s).toBe(5)
    expect(z).toBeCloseTo(4 / Math.sqrt(138 / 18), 12)
  })

  it('is 0 and 1 where all are equal or too few', () => {
    expect(mannKendall([4, 4, 4, 4])).toEqual({ s: 0, z: 0, pValue: 1, sided: 'two' })
    expect(mannKendall([1, 2]).pValue).toBe(1)
    expect(mannKendall([]).pValue).toBe(1)
  })

  it('turns with the series', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 25 }), (series) => {
        expect(mannKendall([...series].reverse()).z).toBeCloseTo(-mannKendall(series).z, 12)
      }),
    )
  })
})
