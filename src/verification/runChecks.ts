import * as ownAnalysis from '../analysis/index.ts'
import { differenceOf, type Analysis, type Check, type Figure, type Value } from './check.ts'
import { CHECKS } from './checks/index.ts'

export interface FigureResult extends Figure {
  /** null where the check broke off. */
  obtained: Value | null
  /** In the terms of the tolerance. */
  difference: number
  passed: boolean
}

/** A check with what it gave; plain data. */
export interface CheckResult extends Omit<Check, 'obtain' | 'figures'> {
  figures: FigureResult[]
  passed: boolean
  /** The message of what was thrown, where something was. */
  error: string | null
}

/** Runs checks one after another, a result each: between two of them the caller can breathe, report and stop. */
export function* runChecks(
  analysis: Analysis = ownAnalysis,
  checks: readonly Check[] = CHECKS,
): Generator<CheckResult, void, void> {
  for (const check of checks) yield runCheck(check, analysis)
}

function runCheck({ obtain, figures, ...check }: Check, analysis: Analysis): CheckResult {
  let values: readonly Value[] = []
  let error: string | null = null
  try {
    values = obtain(analysis)
    if (values.length !== figures.length)
      error = `${values.length} values for ${figures.length} figures of ${check.id}`
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown)
  }
  const results = figures.map((figure, k): FigureResult => {
    const difference = differenceOf(figure, values[k])
    return {
      ...figure,
      obtained: values[k] ?? null,
      difference,
      passed: difference <= figure.tolerance.size,
    }
  })
  return {
    ...check,
    figures: results,
    error,
    passed: error === null && results.every(({ passed }) => passed),
  }
}
