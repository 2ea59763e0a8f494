import type { Check } from '../check.ts'
import { areaChecks } from './areas.ts'
import { chanceChecks } from './chance.ts'
import { densityChecks } from './density.ts'
import { effectChecks } from './effect.ts'
import { patternChecks } from './pattern.ts'
import { timeChecks } from './time.ts'

/** Every acceptance figure, in the order of the page. */
export const CHECKS: readonly Check[] = [
  ...densityChecks,
  ...chanceChecks,
  ...patternChecks,
  ...timeChecks,
  ...areaChecks,
  ...effectChecks,
]
