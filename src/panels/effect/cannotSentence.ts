import type { NoEvaluation } from '../../workers/effect/effectMessages.ts'
import type { Words } from './effectText.ts'

/** Why nothing can be counted for a measure, and what to do. */
export function cannotSentence(cannot: NoEvaluation, { texts, format: f }: Words): string {
  const say = texts.effect.cannot
  switch (cannot.code) {
    case 'nothing-after':
      return say[cannot.code]({ end: f.day(cannot.dataEnd - 1), from: f.day(cannot.afterFrom) })
    case 'over-too-soon':
      return say[cannot.code]({ end: f.day(cannot.end - 1), from: f.day(cannot.afterFrom) })
    case 'nothing-before':
      return say[cannot.code]({ begin: f.day(cannot.dataStart), start: f.day(cannot.start) })
    case 'empty-place': {
      const { zones } = texts.effect
      return say[cannot.code](cannot.zone === 'displacement' ? zones.displacement(null) : zones[cannot.zone])
    }
    default:
      return say[cannot.code]
  }
}
