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
