import fc from 'fast-check'
import { judgeEffect, type EffectEvidence, type EffectJudgement } from '../../../src/analysis/index.ts'
import { createFormatter, type Language } from '../../../src/i18n/format.ts'
import { en } from '../../../src/i18n/en.ts'
import { sv } from '../../../src/i18n/sv.ts'
import type { VerdictContext } from '../../../src/panels/effect/verdictWords.ts'
import { PAPER, PERIODS, START } from '../../analysis/compare/evidence.ts'

const TITLES: Record<string, string> = { patrull: 'Fredagspass', bussar: 'Nattbussar' }

/** How a verdict is told in a test: nouns and names without figures, so that every figure in a sentence is the judgement's. */
export function contextOf(language: Language, noun?: string): VerdictContext {
  const texts = language === 'sv' ? sv : en
  const { zones } = texts.effect
  return {
    texts,
    format: createFormatter(language),
    noun: noun ?? (language === 'sv' ? 'Stöld ur fordon' : 'Theft from vehicle'),
    measureName: (id) => TITLES[id] ?? null,
    zoneName: (zone) => (zone === 'displacement' ? zones.displacement(null) : zones[zone]),
  }
}

const pairs = (max: number) => fc.record({ before: fc.nat(max), after: fc.nat(max) })
const year = { from: START - 365, to: START }

/** Evidence of every sort: with and without each place, all guards in and out of force, counts from none to many. */
export const evidences: fc.Arbitrary<EffectEvidence> = fc
  .record({
    target: fc.oneof(pairs(12), pairs(400)),
    control: fc.option(fc.oneof(pairs(12), pairs(500)), { nil: undefined }),
    displacement: fc.option(pairs(200), { nil: undefined }),
    displacementControl: fc.option(pairs(200), { nil: undefined }),
    baselineDays: fc.constantFrom(100, 500, 1461),
    chosenForPeak: fc.constantFrom<EffectEvidence['chosenForPeak']>(true, false, 'unknown'),
    history: fc.option(
      fc.record({ days: fc.constantFrom(365, 1096), target: fc.nat(900), control: fc.nat(900) }),
      { nil: undefined },
    ),
    breaks: fc.constantFrom<EffectEvidence['breaks']>(
      [],
      [],
      [{ kind: 'category', day: START + 3 }],
      [{ kind: 'reporting', day: START - 30 }],
    ),
    overlaps: fc.constantFrom<{
      overlaps: { zones: ['target', 'control']; squareMetres: number; share: number }[]
    }>(
      { overlaps: [] },
      { overlaps: [] },
      { overlaps: [{ zones: ['target', 'control'], squareMetres: 412, share: 0.2 }] },
    ),
    otherMeasures: fc.constantFrom<EffectEvidence['otherMeasures']>(
      [],
      [],
      [{ id: 'patrull', touches: ['target'] }],
      [
        { id: 'bussar', touches: ['target', 'control'] },
        { id: 'okänd', touches: ['displacement'] },
      ],
    ),
    periods: fc.constantFrom(
      PERIODS,
      PERIODS,
      { before: [year], after: [{ from: START, to: START + 181 }] },
      { before: [year], after: [{ from: START - 20, to: START + 300 }] },
    ),
    spread: fc.constantFrom(0, 1, 2),
  })
  .map(({ overlaps, target, control, displacement, displacementControl, history, spread, ...rest }) => ({
    ...rest,
    counts: {
      target,
      ...(control && { control }),
      ...(displacement && { displacement }),
      ...(displacementControl && { displacementControl }),
    },
    measureStart: START,
    zones: overlaps,
    ...(history && { history }),
    ...(spread > 0 && control && { series: seriesOf(target, control, spread) }),
  }))

/** Months that add up to about the counts: even, or gathered in every other month, the control's in those between. */
function seriesOf(
  target: { before: number; after: number },
  control: { before: number; after: number },
  spread: number,
) {
  const share = (total: number, odd: number) =>
    Array.from({ length: 12 }, (_, m) =>
      Math.round((total / 12) * (spread === 1 ? 1 : m % 2 === odd ? 2 : 0)),
    )
  return {
    target: [...share(target.before, 0), ...share(target.after, 0)],
    control: [...share(control.before, 1), ...share(control.after, 1)],
    post: Array.from({ length: 24 }, (_, m) => (m < 12 ? 0 : 1)),
  }
}

export const judgements: fc.Arbitrary<EffectJudgement> = evidences.map((evidence) => judgeEffect(evidence))

export const judged = (more: Partial<EffectEvidence> = {}) => judgeEffect({ ...PAPER, ...more })
