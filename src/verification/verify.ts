import { CHECKS } from './checks/index.ts'
import { KNOWN_DEVIATIONS, measureDeviations, type DeviationResult } from './knownDeviations.ts'
import { runChecks, type CheckResult } from './runChecks.ts'

export interface Verification {
  checks: CheckResult[]
  deviations: DeviationResult[]
  /** How long all of it took. */
  milliseconds: number
}

/** How many steps {@link verify} takes. */
export const STEPS = CHECKS.length + KNOWN_DEVIATIONS.length

/**
 * Runs every check and measures the deviations.
 * @param pause called after each step with the steps that are done; what it throws ends the run
 */
export async function verify(pause: (done: number) => Promise<void>): Promise<Verification> {
  const started = performance.now()
  const checks: CheckResult[] = []
  const deviations: DeviationResult[] = []
  for (const result of runChecks()) {
    checks.push(result)
    await pause(checks.length)
  }
  for (const result of measureDeviations()) {
    deviations.push(result)
    await pause(checks.length + deviations.length)
  }
  return { checks, deviations, milliseconds: performance.now() - started }
}
