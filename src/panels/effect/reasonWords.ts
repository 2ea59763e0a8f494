import type { EffectJudgement, Reason, ZoneName } from '../../analysis/index.ts'
import { amount, duration, pText, type Words } from './effectText.ts'

/** What a guard found, as sentences. Of a withheld judgement nothing is said in percent, and nothing that could pass for its verdict. */
export interface ReasonContext extends Words {
  /** Titles of measures by id. */
  measureName: (id: string) => string | null
  zoneName: (zone: ZoneName) => string
}

export function reasonSentence(reason: Reason, judgement: EffectJudgement, context: ReasonContext): string {
  const { texts, format: f } = context
  const say = texts.effect.reasons
  const days = (n: number) => texts.effect.time.days(n, f.integer(n))
  const names = (ids: readonly string[]) =>
    f.list(ids.map(context.measureName).filter((name) => name !== null))
  switch (reason.code) {
    case 'periods-misplaced': {
      const { overlapDays, beforeDaysWithMeasure, afterDaysWithoutMeasure } = reason.data
      const some = (n: number) => (n > 0 ? days(n) : null)
      return say[reason.code]({
        overlap: some(overlapDays),
        before: some(beforeDaysWithMeasure),
        after: some(afterDaysWithoutMeasure),
      })
    }
    case 'zones-overlap': {
      const [a, b] = reason.data.zones.map(context.zoneName)
      return say[reason.code]({ a, b, squareMetres: f.integer(reason.data.squareMetres) })
    }
    case 'baseline-short': {
      const { days: found, needed, wanted } = reason.data
      return reason.severity === 'withholds'
        ? say[reason.code].withholds({ days: days(found), needed: days(needed) })
        : say[reason.code].caution({ days: duration(context, found), wanted: duration(context, wanted) })
    }
    case 'too-few':
      return tooFew(reason.data, context)
    case 'regression-to-mean':
      return regression(reason, judgement, context)
    case 'already-changing':
      return say[reason.code][reason.data.change < 0 ? 'fell' : 'rose']
    case 'data-break':
      return say[reason.code][reason.data.kind](f.day(reason.data.day))
    case 'season-mismatch':
      return say[reason.code](days(Math.round(reason.data.share * judgement.days.after)))
    case 'concurrent-measures':
      return say[reason.code](names(reason.data.ids))
    case 'measures-in-zone':
      return say[reason.code]({ zone: context.zoneName(reason.data.zone), names: names(reason.data.ids) })
    case 'control-too-few': {
      const { expectedBefore, expectedAfter, needed } = reason.data
      return say[reason.code]({
        before: amount(f, expectedBefore),
        after: amount(f, expectedAfter),
        needed: f.integer(needed),
      })
    }
    case 'control-level-differs':
      return say[reason.code]({
        ratio: Number.isFinite(reason.data.ratio) ? ratioText(context, reason.data.ratio) : '∞',
        factor: f.integer(reason.data.factor),
      })
    case 'pre-trend-differs':
      return say[reason.code](pText(f, reason.data.pValue))
    case 'pre-trend-untested':
      return say[reason.code]({ steps: f.integer(reason.data.steps), needed: f.integer(reason.data.needed) })
    case 'overdispersed':
      return say[reason.code](f.decimal(reason.data.dispersion, 1))
    case 'selection-unknown':
    case 'no-control':
    case 'dispersion-unknown':
    case 'displacement-without-control':
      return say[reason.code]
  }
}

/** What is missing, and how long it would take at this level. */
function tooFew(
  { expectedBefore, expectedAfter, needed, daysNeeded }: Extract<Reason, { code: 'too-few' }>['data'],
  context: ReasonContext,
): string {
  const { texts, format: f } = context
  const say = texts.effect.reasons['too-few']
  const counts = say.counts({
    before: amount(f, expectedBefore),
    after: amount(f, expectedAfter),
    needed: f.integer(needed),
  })
  const { before, after } = daysNeeded
  const time =
    before === null || after === null
      ? say.noTime
      : say.time({ before: duration(context, before), after: duration(context, after) })
  return `${counts} ${time}`
}

function regression(
  { data, severity }: Extract<Reason, { code: 'regression-to-mean' }>,
  judgement: EffectJudgement,
  { texts, format: f }: ReasonContext,
): string {
  const say = texts.effect.reasons['regression-to-mean']
  const { direction, declared, before, after, history } = data
  const stoodOut =
    history === null
      ? say.declaredAlone
      : [
          say[direction]({ before: amount(f, before), history: amount(f, history) }),
          declared && direction === 'peak' ? say.declared : '',
        ]
          .filter(Boolean)
          .join(' ')
  if (severity === 'withholds') return `${stoodOut} ${say.wayBack}`
  const beyond = judgement.verdict === (direction === 'peak' ? 'fell' : 'rose') && history !== null
  return `${stoodOut} ${beyond ? say.beyond(amount(f, after)) : say.expected}`
}

function ratioText({ format: f }: Words, ratio: number): string {
  return f.decimal(ratio, ratio < 1 ? 2 : 1)
}
