/** The acceptance figures of the statistics, run where the product runs; and how other tools differ. */
export { differenceOf, GROUPS } from './check.ts'
export type { Analysis, Check, Figure, FigureName, Group, Source, Tolerance, Unit, Value } from './check.ts'
export { CHECKS } from './checks/index.ts'
export {
  KNOWN_DEVIATIONS,
  measureDeviations,
  type DeviationResult,
  type Measured,
} from './knownDeviations.ts'
export { runChecks, type CheckResult, type FigureResult } from './runChecks.ts'
export { STEPS, verify, type Verification } from './verify.ts'
