import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustPValues } from '../../../src/analysis/index.ts'

const P = [0.01, 0.04, 0.03, 0.005, 0.5]

describe('adjustPValues', () => {
  // R 4.2.2: p.adjust(c(.01,.04,.03,.005,.5), "BH"), "BY", "bonferroni"
  it('agrees with R p.adjust', () => {
    const close = (values: number[]) => values.map((v) => expect.closeTo(v, 12))
    expect(Array.from(adjustPValues(P, 'none'))).toEqual(P)
    expect(Array.from(adjustPValues(P, 'bonferroni'))).toEqual(close([0.05, 0.2, 0.15, 0.025, 1]))
    expect(Array.from(adjustPValues(P, 'fdr-bh'))).toEqual(close([0.025, 0.05, 0.05, 0.025, 0.5]))
    const harmonic = 1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5
    expect(Array.from(adjustPValues(P, 'fdr-by'))).toEqual(
      close([0.025 * harmonic, 0.05 * harmonic, 0.05 * harmonic, 0.025 * harmonic, 1]),
    )
  })

  it('does not count tests that were not made', () => {
    expect(Array.from(adjustPValues([NaN, 0.02, NaN, 0.04], 'bonferroni'))).toEqual([NaN, 0.04, NaN, 0.08])
    expect(adjustPValues([], 'fdr-bh')).toHaveLength(0)
    expect(adjustPValues([0.3], 'fdr-by')[0]).toBe(0.3)
  })

  it('refuses what is no p or method', () => {
    expect(() => adjustPValues([0.1, 1.5], 'fdr-bh')).toThrow(/p\[1\] is 1.5; allowed: 0 to 1/)
    expect(() => adjustPValues([0.1], 'holm' as 'none')).toThrow(RangeError)
  })

  it('equals the definition: the least m·p/k over all tests at least as large', () => {
    const ps = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(ps, (p) => {
        const made = p.filter((v) => !Number.isNaN(v))
        const q = adjustPValues(p, 'fdr-bh')
        const by = adjustPValues(p, 'fdr-by')
        const harmonic = made.reduce((sum, _, k) => sum + 1 / (k + 1), 0)
        p.forEach((value, i) => {
          if (Number.isNaN(value)) return expect(q[i]).toBeNaN()
          const steps = made
            .filter((other) => other >= value)
            .map((other) => (made.length * other) / made.filter((v) => v <= other).length)
          expect(q[i]).toBeCloseTo(Math.min(1, ...steps), 12)
          expect(by[i]).toBeCloseTo(Math.min(1, harmonic * Math.min(...steps)), 12)
        })
      }),
    )
  })

  it('leaves its input as it is, and refuses negatives and infinity', () => {
    const p = Float64Array.from([0.04, 0.01])
    adjustPValues(p, 'fdr-bh')
    expect(Array.from(p)).toEqual([0.04, 0.01])
    expect(() => adjustPValues([-0.1], 'none')).toThrow(/p\[0\] is -0.1/)
    expect(() => adjustPValues([Infinity], 'bonferroni')).toThrow(/p\[0\] is Infinity/)
    expect(Array.from(adjustPValues([0.2, 0.2, 0.2], 'fdr-bh'))).toEqual([0.2, 0.2, 0.2])
  })

  it('keeps order, never falls below p and stays within 1', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(
        ps,
        fc.constantFrom('bonferroni' as const, 'fdr-bh' as const, 'fdr-by' as const),
        (p, method) => {
          const q = adjustPValues(p, method)
          for (let i = 0; i < p.length; i++) {
            expect(q[i]! >= p[i]! * (1 - 1e-12) && q[i]! <= 1).toBe(true)
            for (let j = 0; j < p.length; j++) if (p[i]! < p[j]!) expect(q[i]).toBeLessThanOrEqual(q[j]!)
          }
        },
      ),
    )
  })
})
