import { describe, expect, it } from 'vitest'
import * as analysis from '../../src/analysis/index.ts'
import type { Analysis, Check } from '../../src/verification/check.ts'
import { CHECKS } from '../../src/verification/checks/index.ts'
import { runChecks, type CheckResult } from '../../src/verification/runChecks.ts'

const only = (check: Check, using: Analysis = analysis): CheckResult => [...runChecks(using, [check])][0]!

describe('every check of the verification page holds', () => {
  it.each(CHECKS.map((check) => [check.group, check.id, check] as const))('%s: %s', (_, __, check) => {
    const { error, figures } = only(check)
    expect(error).toBeNull()
    expect(figures.filter(({ passed }) => !passed)).toEqual([])
    expect(figures.length).toBeGreaterThan(0)
  })

  it('has an id of its own, and expects figures that are numbers or words', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length)
    for (const { figures, id, source } of CHECKS) {
      expect(source.text, id).not.toBe('')
      for (const { expected, tolerance } of figures) {
        expect(Number.isNaN(expected), id).toBe(false)
        expect(tolerance.size, id).toBeGreaterThanOrEqual(0)
      }
    }
  })
})

describe('a check can fail', () => {
  const failing = (wrong: Partial<Analysis>) =>
    [...runChecks({ ...analysis, ...wrong })].filter(({ passed }) => !passed)

  it('says which figure is off, by how much, and lets all others stand', () => {
    // The constant of QGIS until February 2025.
    const failed = failing({
      kernelDensity: (...given) => {
        const density = analysis.kernelDensity(...given)
        return { ...density, values: density.values.map((value) => value * 7.25) }
      },
    })
    const one = failed.find(({ id }) => id === 'quarticOne')!
    expect(one).toMatchObject({ passed: false, error: null })
    expect(one.figures.map(({ passed }) => passed)).toEqual([false, false, true, true])
    expect(one.figures[0]!.difference).toBeCloseTo(6.25, 9)
    expect(new Set(failed.map(({ method }) => method))).toEqual(new Set(['kernelDensity']))
  })

  it('sees a slip in any method: each check fails when its method is a little wrong', () => {
    const shifted = (value: unknown): unknown => {
      if (typeof value === 'number') return value + 0.01 * (Math.abs(value) + 1)
      if (typeof value === 'boolean') return !value
      if (typeof value === 'string') return value === 'known' ? value : `${value}?`
      if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, (x) => shifted(x))
      if (Array.isArray(value)) return value.map(shifted)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shifted(part)]))
    }
    const blind = CHECKS.filter((check) => {
      const method = check.method as keyof Analysis
      const own = analysis[method] as (...given: unknown[]) => unknown
      const wrong = { ...analysis, [method]: (...given: unknown[]) => shifted(own?.(...given)) } as Analysis
      return only(check, wrong).passed
    })
    // One counts what lies below 5 %, which so little does not move; the other is of the domain, not of the analysis.
    expect(blind.map(({ id }) => id)).toEqual(['giStarDiscoveries', 'windowPastMidnight'])
  })

  it('shows a check that throws as failed, with its message, and goes on', () => {
    const failed = failing({
      eTest: () => {
        throw new RangeError('before is NaN; allowed: a whole number')
      },
    })
    expect(failed.map(({ id }) => id)).toEqual(['eTest'])
    expect(failed[0]!.error).toBe('before is NaN; allowed: a whole number')
    expect(failed[0]!.figures.map(({ obtained, passed }) => [obtained, passed])).toEqual(
      Array(3).fill([null, false]),
    )
  })

  it('takes a missing value, NaN and a word in place of a number for failures', () => {
    const check = CHECKS.find(({ id }) => id === 'poissonZ')!
    const given = (values: (number | string)[]) => only({ ...check, obtain: () => values })
    expect(given([NaN]).passed).toBe(false)
    expect(given(['2']).passed).toBe(false)
    expect(given([])).toMatchObject({ passed: false, error: '0 values for 1 figures of poissonZ' })
    expect(given([2]).passed).toBe(true)
  })
})
