import type { EffectJudgement, Level3Judgement, PlaceChange, Reason } from '../../analysis/index.ts'
import { amount, endsInPercent, percentChanged, type Words } from './effectText.ts'
import { reasonSentence, type ReasonContext } from './reasonWords.ts'

type VerdictTexts = Words['texts']['effect']['verdict']

/** What the verdict is of. */
export interface VerdictContext extends ReasonContext {
  /** "Stöld ur fordon": what is counted, to begin a sentence with. */
  noun: string
}

/** The verdict as it stands over the figures: the first sentence, and what goes with it. */
export interface VerdictWords {
  headline: string
  rest: string[]
}

/** A control that moved less than this, and not clearly, is told to be unchanged; one that may have moved more is not. */
const UNCHANGED = 0.1
/** Nor where its interval reaches farther than this: so few do not show that nothing happened. */
const UNCHANGED_WITHIN = { lower: -1 / 3, upper: 1 / 2 }
/** No net gain "as much" is said only where target and ring together come within this share of the target's own change. */
const AS_MUCH = 0.25

/**
 * The verdict of one judgement in words, and nothing that the judgement does not say: below level 3 of the Maryland scale no effect, of a
 * withheld judgement counts and the reason alone.
 */
export function verdictWords(judgement: EffectJudgement, context: VerdictContext): VerdictWords {
  if (judgement.verdict === 'withheld') return withheldWords(judgement, context)
  const say = context.texts.effect.verdict
  const { target, control, verdict } = judgement
  const headline = say.change[verdict]({
    noun: context.noun,
    before: count(target.before, context),
    after: count(target.after, context),
    change: intervalText(target, judgement, context),
  })
  const rest = [
    judgement.maryland === 3 && control && controlSentence(control, verdict, context),
    ...(judgement.maryland === 3
      ? effectSentences(judgement, context)
      : [say.level2[verdict === 'no-clear-change' ? 'unclear' : 'changed']]),
    judgement.attribution === 'measures-together' && say.together(concurrentNames(judgement, context)),
    displacementSentence(judgement, context),
    judgement.maryland === 3 && unsureOfWhole(judgement) && say.wholeUnsure,
  ]
  return { headline, rest: rest.filter((sentence): sentence is string => !!sentence) }
}

/** "−47 %, 95 % KI −58 till −33": the change of a place with its interval. */
export function intervalText(
  { change, changeInterval }: PlaceChange,
  { days, level }: Pick<EffectJudgement, 'days' | 'level'>,
  { texts, format: f }: Words,
): string {
  return texts.effect.verdict.interval({
    change: percentChanged(f, change) ?? '–',
    level: f.percent(level),
    ...endsInPercent(f, changeInterval),
    perDay: !equalDays({ days }),
  })
}

/** Periods within half a per cent of each other, a leap day's worth, are compared as they are. */
export function equalDays({ days }: Pick<EffectJudgement, 'days'>): boolean {
  return Math.abs(days.after / days.before - 1) < 0.005
}

function withheldWords(judgement: EffectJudgement, context: VerdictContext): VerdictWords {
  const say = context.texts.effect.verdict
  const [first] = judgement.reasons
  const { before, after } = judgement.counts.target
  return {
    headline: withheldTitle(first, say.withheld),
    rest: [
      say.counts({ noun: context.noun, before: count(before, context), after: count(after, context) }),
      reasonSentence(first, judgement, context),
    ],
  }
}

/** Each guard that can withhold has its title; the others only ever caution. */
function withheldTitle(first: Reason, titles: VerdictTexts['withheld']): string {
  switch (first.code) {
    case 'regression-to-mean':
      return titles[first.code][first.data.direction]
    case 'too-few':
    case 'zones-overlap':
    case 'data-break':
    case 'baseline-short':
    case 'season-mismatch':
    case 'periods-misplaced':
      return titles[first.code]
    default:
      throw new RangeError(`${first.code} withholds no verdict`)
  }
}

function controlSentence(
  { verdict, before, after, change, changeInterval }: PlaceChange,
  target: PlaceChange['verdict'],
  context: VerdictContext,
): string {
  const say = context.texts.effect.verdict.control
  const narrow = changeInterval.lower > UNCHANGED_WITHIN.lower && changeInterval.upper < UNCHANGED_WITHIN.upper // prettier-ignore
  if (verdict === 'no-clear-change' && Math.abs(change) < UNCHANGED && narrow) return say.unchanged
  return say[verdict]({
    before: count(before, context),
    after: count(after, context),
    change: percentChanged(context.format, change),
    also: verdict === target,
  })
}

function effectSentences(judgement: Level3Judgement, { texts }: VerdictContext): string[] {
  const say = texts.effect.verdict.effect
  const { effect, verdict, attribution, displacement, onTheWhole } = judgement
  if (effect !== 'reduction') return [say[effect]]
  const together = attribution === 'measures-together'
  const movedAll = displacement.verdict === 'moved' && onTheWhole !== 'fewer'
  return [
    ...(verdict === 'fell' ? [] : [say.fewerThanControl]),
    together ? say.reductionTogether : movedAll ? say.reductionHere : say.reduction,
  ]
}

function displacementSentence(
  judgement: Exclude<EffectJudgement, { verdict: 'withheld' }>,
  context: VerdictContext,
): string | null {
  const say = context.texts.effect.verdict.displacement
  const { displacement } = judgement
  if (displacement.verdict === 'not-assessed')
    return displacement.why === 'no-zone' && judgement.verdict === 'fell' ? say['not-assessed'] : null
  if (displacement.verdict === 'none-seen') {
    const { target, days } = judgement
    const fell = (target.before * days.after) / days.before - target.after
    return say[displacement.detectable > fell ? 'none-detectable' : 'none-seen']
  }
  if (displacement.verdict !== 'moved') return say[displacement.verdict]
  const more = amount(context.format, displacement.difference)
  if (judgement.maryland !== 3) return say.moved.alone(more)
  if (judgement.onTheWhole === 'fewer') return say.moved.fewer(more)
  if (judgement.onTheWhole === 'more') return say.moved.more(more)
  const { estimate, local } = judgement.weightedDisplacementDifference
  return Math.abs(estimate) <= AS_MUCH * Math.abs(local.estimate)
    ? say.moved['no-gain']
    : say.moved.part(more)
}

/** A reduction in the target that target and ring together do not show, though nothing was seen to move. */
function unsureOfWhole({ effect, onTheWhole, displacement }: Level3Judgement): boolean {
  return effect === 'reduction' && onTheWhole !== 'fewer' && displacement.verdict === 'none-seen'
}

function concurrentNames({ reasons }: EffectJudgement, { format, measureName }: VerdictContext): string {
  const found = reasons.find((one) => one.code === 'concurrent-measures')
  const names = found?.data.ids.map(measureName).filter((name) => name !== null) ?? []
  return format.list(names)
}

const count = (value: number, { format }: Words) => format.integer(value)
