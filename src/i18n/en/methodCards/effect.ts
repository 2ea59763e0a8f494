import type { effectMethods as sv } from '../../sv/methodCards/effect.ts'
import type { MethodTexts } from '../../sv/methodCards/texts.ts'

/** Method cards: what the judgement of a measure rests on. */
export const effectMethods = {
  percentChange: {
    title: 'Percent change',
    question: 'By how many percent has the count changed?',
    terms: ['count before and after', 'length of the periods', 'ratio of the rates'],
    unit: 'Percent.',
    defaults: 'Weighted by the length of the periods. Exact 95% interval from the rate ratio.',
    reading: 'Always read with the counts. An interval above zero points to a rise, below zero to a fall.',
    notWhen: [
      'when the count before is 0: there is no percent of nothing',
      'on fewer than ten: a single incident can make ten percent',
      'to judge a measure without a control',
    ],
  },
  rateRatio: {
    title: 'Rate ratio',
    question: 'How many times higher or lower is the rate after?',
    terms: [
      'count before and after',
      'length of the periods, or the population',
      'quantile of the beta distribution',
      '0.05',
    ],
    unit: 'Ratio: 1 is unchanged.',
    defaults:
      'Given the total, the count after is binomial. Clopper-Pearson gives the exact 95% interval. p is exact and two-sided: outcomes no more likely than the one observed.',
    reading: 'Where the interval holds 1 the difference may be chance.',
    notWhen: [
      'when incidents come in series: the interval is too narrow',
      'when something other than the measure changed at the same time',
      'when the period after was chosen for being low',
    ],
  },
  poissonZ: {
    title: 'Poisson z',
    question: 'Which changes in a long list are worth a closer look?',
    terms: [
      'earlier level and new count, over equal time',
      'near standard normal where x₀ is a well-known level',
    ],
    unit: 'Standard deviations.',
    defaults: 'Flag at ±3, not ±2, since many rows are looked at.',
    reading: 'A way to sort the list. Use the exact interval to make a statement.',
    notWhen: [
      'for periods of different length',
      'when both counts are very small: take the E-test',
      'when the earlier one is a single year’s count: z then spreads by the root of 2 and overstates',
    ],
  },
  eTest: {
    title: 'E-test',
    question: 'Do two small counts differ more than chance gives?',
    terms: [
      'count before and after, over equal time',
      'common level if nothing has changed',
      'all outcomes of two counts',
      'probability of a difference at least as large, two-sided',
    ],
    unit: 'p, 0 to 1.',
    defaults: 'Equal periods. Both levels are estimated as half the sum. p = 1 where the counts are equal.',
    reading:
      'Small p: the difference is unusual if the level is unchanged. It is not the probability that the measure worked.',
    notWhen: [
      'for periods of different length: take the rate ratio',
      'for many tests without adjusting',
      'when incidents belong together, as a night’s series of burglaries',
    ],
  },
  weightedDisplacementDifference: {
    title: 'WDD',
    question: 'How many fewer were there at the place and round it, beyond what happened in the control?',
    terms: [
      'count in the target area, before (0) and after (1)',
      'count in the control area',
      'count in the surroundings, where crime may have moved',
      'count in the control of the surroundings',
      'weight of the area: 1, or surface or harm',
      'standard error; the variance of a count is the count itself',
    ],
    unit: 'Incidents (weighted where weights are used).',
    defaults:
      'Weight 1. Two-sided 95% interval by the normal approximation. Where the periods differ in length, the counts before are scaled to the time after. Without surroundings their part is 0.',
    reading:
      'Below zero: fewer. Where the interval holds zero it may be chance. Level 3 on the Maryland scale, and no more.',
    notWhen: [
      'when the areas overlap, or the control did not follow the target before',
      'when fewer than 5 are expected',
      'when the place was chosen for a peak: it often falls anyway',
      'with less than a year before',
    ],
  },
  weightedDisplacementQuotient: {
    title: 'WDQ',
    question: 'Did the crime move to the surroundings, or did the gain spread there?',
    terms: [
      'count in the target area',
      'count in the surroundings',
      'count in the control area',
      'before and after',
    ],
    unit: 'Ratio.',
    defaults:
      'Read only where the target did better than the control (denominator below 0). It has no interval.',
    reading: 'Above 0: the gain spread. Below 0: some moved. Below −1: more moved than was gained.',
    notWhen: [
      'when the target did not do better than the control: the ratio is meaningless',
      'for small counts: it jumps, and says nothing of chance',
      'alone: read it beside the WDD',
    ],
  },
  relativeEffectSize: {
    title: 'Relative effect',
    question: 'Did the target area do better than the control?',
    terms: ['count in the target before and after', 'count in the control before and after', '1.96 for 95%'],
    unit: 'Ratio: above 1 the target did better.',
    defaults: '95% interval on the logarithm, the variance of each count being the count.',
    reading:
      'Where the interval holds 1 the difference may be chance. Real counts spread more, so the interval is too narrow rather than too wide.',
    notWhen: [
      'when a count is 0: the interval has no bound',
      'when the control is unlike the target',
      'when the effect may have spread to the control',
    ],
  },
  differenceInDifferences: {
    title: 'Difference in differences',
    question: 'Did the areas with the measure change more than the control, with every time step counted?',
    terms: [
      'count expected in area i and time step t',
      '1 for areas with the measure, else 0',
      '1 from the start of the measure, else 0',
      'exposure, such as days or surface',
      'the effect: ratio beyond the change of the control',
      'overdispersion: 1 for Poisson counts, above 1 where they spread more',
    ],
    unit: 'Ratio: 1 is no difference.',
    defaults:
      'Poisson regression with log link. The standard error grows by the root of φ where φ is above 1 (quasi-Poisson). The trends before are tested with three time steps or more.',
    reading:
      'Holds if both groups would have moved alike. A small p of the trends before speaks against it. A large one does not prove it.',
    notWhen: [
      'when the groups moved apart already before',
      'with a few areas followed for long: time steps hang together and the standard error is too small',
      'when recording or coding changed in one of the groups',
      'when a group has no incident before or after',
    ],
  },
  changeByChance: {
    title: 'Change against chance',
    question: 'Where did the density change by more than chance can do?',
    terms: [
      'change at the centre of the cell, per km² and year',
      'density before and after, per km²',
      'density of both periods together',
      'length of the periods in years',
      'number before, after and together',
      'the change when before and after are drawn anew among the places',
      'mean of all relabellings: the change of the whole town',
      'number of relabellings',
    ],
    unit: 'Incidents per km² and year; p between 0 and 1.',
    defaults:
      'Places stay, and which of them are before or after is drawn anew from a fixed seed: 9,999 times up to 5,000 incidents, 4,999 up to 50,000, else 999. Two-sided. False discoveries are held to 5% over all tested cells (FDR). Cells with fewer than 5 under the kernel are not tested.',
    reading:
      'Striped may be chance. Whole, with a rim, changed more in that direction than the whole town did. A change that is alike everywhere does not show here.',
    notWhen: [
      'to show that a measure worked: that is tested against the control area',
      'when positions were set in different ways in the periods',
      'when one event gives many incidents at once: they are not independent',
    ],
  },
} satisfies Record<keyof typeof sv, MethodTexts>
