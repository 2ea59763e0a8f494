import type { EffectEvidence, EffectJudgement, ReasonCode } from '../../analysis/index.ts'
import { amount, pText } from './effectText.ts'
import { reasonSentence, type ReasonContext } from './reasonWords.ts'

/** One line of the checks: several passed ones share a line. */
export interface CheckLine {
  kind: 'passed' | 'caution' | 'withholds'
  text: string
}

/**
 * What was checked and how it went: what holds the verdict back, what is to be borne in mind, what passed. The first reason of a withheld
 * judgement is left out: it stands in the verdict.
 */
export function checkLines(
  judgement: EffectJudgement,
  evidence: Pick<EffectEvidence, 'history' | 'otherMeasures' | 'counts'>,
  context: ReasonContext,
): CheckLine[] {
  const { reasons, verdict } = judgement
  const spoken = verdict === 'withheld' ? reasons.slice(1) : reasons
  const lines = spoken.map((reason): CheckLine => ({
    kind: reason.severity,
    text: reasonSentence(reason, judgement, context),
  }))
  const passed = passedChecks(judgement, evidence, context)
  return [...(passed.length > 0 ? [{ kind: 'passed' as const, text: passed.join(' ') }] : []), ...lines]
}

function passedChecks(
  judgement: EffectJudgement,
  { history, counts }: Pick<EffectEvidence, 'history' | 'counts'>,
  { texts, format: f }: ReasonContext,
): string[] {
  const say = texts.effect.checks
  const spoke = (...codes: ReasonCode[]) => judgement.reasons.some(({ code }) => codes.includes(code))
  const { days } = judgement
  const zones = Object.values(counts).filter(Boolean).length
  return [
    judgement.verdict !== 'withheld' &&
      judgement.maryland === 3 &&
      say.preTrend(pText(f, judgement.preTrend.pValue)),
    history &&
      !spoke('regression-to-mean', 'already-changing') &&
      say.noPeak({
        before: f.integer(counts.target.before),
        history: amount(f, (history.target / history.days) * days.before),
      }),
    zones > 1 && !spoke('zones-overlap') && say.apart,
    !spoke('season-mismatch', 'periods-misplaced') && say.season,
    !spoke('data-break') && say.noBreak,
    !spoke('concurrent-measures') && say.alone,
  ].filter((text): text is string => !!text)
}
