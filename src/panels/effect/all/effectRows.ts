import { adjustPValues, type EffectJudgement, type Reason } from '../../../analysis/index.ts'
import type { Measure, MeasureCategory } from '../../../domain/measure.ts'
import type { EvaluationFigures, NoEvaluation } from '../../../workers/effect/effectMessages.ts'

/** A false discovery rate of this share is let pass (methods.md). */
export const FALSE_DISCOVERY = 0.05

/** What came of one measure: judged against a control, told without one, withheld, or not even counted. */
export type EffectStanding =
  | {
      kind: 'net'
      /** Net of the control: ratio after/before beyond the control's, with its interval. */
      ratio: number
      lower: number
      upper: number
      pValue: number
      /** Corrected for all tests that were made. */
      qValue: number
      /** Which test it is; measures that share one were judged by the very same incidents. */
      test: string
      /** Still told from chance after that. */
      clear: boolean
      /** Some rose next to it, and that anything was won on the whole is not shown. */
      movedAll: boolean
    }
  | {
      kind: 'uncompared'
      change: number
      lower: number
      upper: number
      verdict: 'fell' | 'rose' | 'no-clear-change'
    }
  | { kind: 'withheld'; reason: Reason }
  | { kind: 'uncounted'; cannot: NoEvaluation }

export interface EffectRow {
  id: string
  title: string
  category: MeasureCategory
  social: Measure['kind']
  /** null where nothing was counted. */
  before: number | null
  after: number | null
  /** Ids of the measures that the change is shared with. */
  together: readonly string[]
  standing: EffectStanding
}

/** Which measures are shown. */
export interface EffectFilter {
  kind: Measure['kind'] | null
  category: MeasureCategory | null
}

/**
 * All measures, those judged against a control first, from the greatest fall to the greatest rise; then those without one, those withheld and
 * those that could not be counted. The correction for many comparisons (Benjamini & Hochberg 1995) is over all that were judged against a
 * control, whatever is shown; measures that were judged by the very same incidents are one test.
 */
export function effectRows(
  measures: readonly Measure[],
  all: readonly EvaluationFigures[],
  uncounted: readonly { id: string; cannot: NoEvaluation }[],
): EffectRow[] {
  const figures = new Map(all.map((one) => [one.id, one.judgement]))
  const why = new Map(uncounted.map(({ id, cannot }) => [id, cannot]))
  const testOf = new Map(all.map((one) => [one.id, testKey(one)]))
  const tests = new Map(
    all.flatMap(({ id, judgement }) =>
      isNet(judgement) ? [[testOf.get(id)!, judgement.net.pValue] as const] : [],
    ),
  )
  const adjusted = adjustPValues([...tests.values()], 'fdr-bh')
  const qValues = new Map([...tests.keys()].map((test, i) => [test, adjusted[i]!]))
  const rows = measures.flatMap((measure): EffectRow[] => {
    const judgement = figures.get(measure.id)
    const test = testOf.get(measure.id) ?? measure.id
    const cannot = why.get(measure.id)
    const shared = { id: measure.id, title: measure.title, category: measure.category, social: measure.kind }
    if (cannot)
      return [{ ...shared, before: null, after: null, together: [], standing: { kind: 'uncounted', cannot } }]
    if (!judgement) return []
    return [
      {
        ...shared,
        ...judgement.counts.target,
        together: judgement.reasons.find((one) => one.code === 'concurrent-measures')?.data.ids ?? [],
        standing: standingOf(judgement, test, qValues.get(test) ?? 1),
      },
    ]
  })
  const order = { net: 0, uncompared: 1, withheld: 2, uncounted: 3 }
  const size = ({ standing }: EffectRow) =>
    standing.kind === 'net' ? standing.ratio : standing.kind === 'uncompared' ? standing.change : 0
  return rows.sort((a, b) => order[a.standing.kind] - order[b.standing.kind] || size(a) - size(b))
}

/** The same for two measures of the same periods whose places and controls had the same incidents, month by month: one test, not two. */
function testKey({ evidence: { counts, periods, series } }: EvaluationFigures): string {
  return JSON.stringify([counts.target, counts.control, periods, series])
}

/** Titles of the measures that share a test, one list a test. */
export function sharedTests(rows: readonly EffectRow[]): string[][] {
  const titles = new Map<string, string[]>()
  for (const { standing, title } of rows)
    if (standing.kind === 'net') titles.set(standing.test, [...(titles.get(standing.test) ?? []), title])
  return [...titles.values()].filter((sharing) => sharing.length > 1)
}

function isNet(judgement: EffectJudgement): judgement is Extract<EffectJudgement, { maryland: 3 }> {
  return judgement.verdict !== 'withheld' && judgement.maryland === 3
}

function standingOf(judgement: EffectJudgement, test: string, qValue: number): EffectStanding {
  if (judgement.verdict === 'withheld') return { kind: 'withheld', reason: judgement.reasons[0]! }
  if (!isNet(judgement)) {
    const { change, changeInterval, verdict } = judgement.target
    return { kind: 'uncompared', change, lower: changeInterval.lower, upper: changeInterval.upper, verdict }
  }
  const { net, displacement, onTheWhole } = judgement
  return {
    kind: 'net',
    ratio: net.ratio,
    lower: net.interval.lower,
    upper: net.interval.upper,
    pValue: net.pValue,
    qValue,
    test,
    clear: qValue < FALSE_DISCOVERY,
    movedAll: displacement.verdict === 'moved' && onTheWhole !== 'fewer',
  }
}

export function passes(row: EffectRow, { kind, category }: EffectFilter): boolean {
  return (kind === null || row.social === kind) && (category === null || row.category === category)
}

/** How many were judged against a control, by how many tests, and how many of them chance does not explain. */
export function tallyOf(rows: readonly EffectRow[]): {
  judged: number
  tests: number
  clear: number
  moved: number
} {
  const net = rows.flatMap(({ standing }) => (standing.kind === 'net' ? [standing] : []))
  return {
    judged: net.length,
    tests: new Set(net.map(({ test }) => test)).size,
    clear: net.filter(({ clear }) => clear).length,
    moved: net.filter(({ clear, movedAll }) => clear && movedAll).length,
  }
}
