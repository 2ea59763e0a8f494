import type { Catalogue } from '../sv.ts'
import type { Formatter } from '../format.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

const p = (f: Formatter, value: number) =>
  value < 0.001 ? `p < ${f.decimal(0.001, 3)}` : `p = ${f.decimal(value, 3)}`

export const depthMaps: Catalogue['depthMaps'] = {
  place: {
    head: 'Place',
    near: (distance, direction, name) => `${distance} ${direction} of ${name}`,
    directions: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
    flyTo: (name) => `Show ${name} on the map`,
    north: 'N',
    east: 'E',
    area: 'Area',
  },
  bandwidth: 'Bandwidth',
  tooFewPlace: 'too few to judge',
  mayBeChance: 'may be chance',
  moreThanChance: 'more than chance',
  surface: {
    masked: (need, distance) => `Drawn where at least ${need} (nearer counts more) lie within ${distance}.`,
    bandwidth: (distance) => `Bandwidth ${distance}.`,
  },
  notCovered: 'There is nothing to compare with: the data do not cover the comparison period.',
  noPositions: 'No rows of the selection have a position.',
  emerging: {
    unit: 'Time step',
    units: { month: 'Month', quarter: 'Quarter', year: 'Year' },
    slices: (count, unit) => plural(count, unit, `${unit}s`),
    lastSlice: { month: 'the last month', quarter: 'the last quarter', year: 'the last year' },
    tooFew: ({ slices, need, unit }) =>
      `The data cover ${slices} whole ${unit}. At least ${need} time steps are needed: choose a shorter one.`,
    classes: {
      new: 'New',
      consecutive: 'Consecutive',
      intensifying: 'Intensifying',
      persistent: 'Persistent',
      sporadic: 'Sporadic',
      oscillating: 'Oscillating',
      diminishing: 'Diminishing',
      historical: 'Historical',
    },
    inSentence: {
      new: () => 'new',
      consecutive: () => 'consecutive',
      intensifying: () => 'intensifying',
      persistent: () => 'persistent',
      sporadic: () => 'sporadic',
      oscillating: () => 'oscillating',
      diminishing: () => 'diminishing',
      historical: () => 'historical',
    },
    meanings: {
      new: (last) => `Hot for the first time in ${last}.`,
      consecutive: (last) => `In an unbroken run up to ${last}, never before it.`,
      intensifying: () => 'At least 90% of the time, and ever hotter.',
      persistent: () => 'At least 90% of the time, without a trend.',
      sporadic: (last) => `In ${last} and now and then before.`,
      oscillating: (last) => `In ${last}, but sparser than expected at some time.`,
      diminishing: () => 'At least 90% of the time, but ever less so.',
      historical: (last) => `At least 90% of the time, but not in ${last}.`,
    },
    sentence: (f, { places, list, n, noun, period, slices, unit }) =>
      (places === 0
        ? 'No place is denser than chance in the last time step or nearly always'
        : `${f.integer(places)} ${plural(places, 'hotspot', 'hotspots')}: ${list}`) +
      `. ${n} ${noun}, ${period} (${slices} ${unit}).`,
    summary: (places, cells, count) => `${places} (${cells} ${plural(count, 'cell', 'cells')})`,
    heads: {
      incidents: 'count',
      trend: 'trend',
      bySlice:
        'Bars: count by time step, each place on its own scale. Dark: more than chance, grey: may be chance.',
    },
    columns: {
      class: 'Class',
      cells: 'Cells',
      incidents: 'Count',
      hot: 'Hot time steps',
      trend: 'Trend (z)',
      trendP: 'p',
    },
    trend: { up: 'denser', down: 'sparser', none: 'none' },
    spark: (name, values) => `${name}, count by time step: ${values}`,
    legend: 'Places over time',
    few: 'Too few to judge (fewer than 5)',
    notes: (cell) => `Cells of ${cell}, Gi* by time step, FDR 5%.`,
    now: {
      slices: ({ slices, unit, period }) => `${slices} whole ${unit}: ${period}.`,
      ofPeriod: 'The chosen period is sliced.',
      ofAll: (need) =>
        `All of the data are sliced: the chosen period counts only where it holds at least ${need} time steps. The place filter does not count.`,
      leftOut: (periods) =>
        `Left out, since the data do not cover the whole time step or hold less than a tenth of a full one’s rows: ${periods}.`,
      cells: ({ cells, size, n, outside }) =>
        `${cells} cells of ${size}, the same in all time steps. n = ${n}, of which ${outside} outside the study area.`,
      rules:
        'Esri’s eight classes of hot spots. A cell is hot with Gi* z > 0 and q < 0.05 (FDR within the time step, two-sided); the trend is Mann-Kendall on z, two-sided, 5%. Cells of one class that touch are one place; the bars count the whole place, the trend its fullest cell. Unlike Esri’s, no cell reaches back in time.',
    },
  },
  relativeRisk: {
    cases: 'Where is there more of',
    controls: 'than expected from',
    others: 'all others',
    chosen: (names) => `Chosen in the filter: ${names}`,
    commonest: (name) => `Most common: ${name}`,
    tooFew: ({ cases, controls, need }) =>
      `${cases} against ${controls}: at least ${need} of each are needed to say anything.`,
    same: 'The same type on both sides: choose two that differ.',
    sentence: (f, { cases, nCases, controls, nControls, pValue, clear, more, fewer, period }) =>
      `${cases} (${nCases}) and ${controls} (${nControls}) lie ${clear ? 'differently' : 'much alike'}: ${
        clear ? 'more than chance' : 'the difference may be chance'
      } (${p(f, pValue)}). ${
        more + fewer === 0
          ? 'No place differs for certain'
          : `More than expected at ${f.integer(more)} ${plural(more, 'place', 'places')}, fewer at ${f.integer(fewer)}`
      }. ${period}`,
    heads: { cases: 'count', expected: 'expected', ratio: 'ratio', p: 'p' },
    columns: {
      direction: 'Direction',
      cases: 'Count',
      expected: 'Expected',
      controls: 'Of the others',
      ratio: 'Ratio',
      p: 'p (least)',
      surface: 'Surface (km²)',
      verdict: 'Judgement',
    },
    direction: { more: 'more', fewer: 'fewer' },
    groups: { more: 'More than expected', fewer: 'Fewer than expected' },
    few: (count, one) =>
      `At ${count} more ${one ? 'place' : 'places'} p is small, but there are too few to judge (fewer than 5 both counted and expected). They are in the table.`,
    legend: (name) => `${name}: times expected`,
    sides: { less: 'fewer', none: 'as expected', more: 'more' },
    factor: (value) => `×${value}`,
    outline: (f) => `p < ${f.decimal(0.05, 2)} (two-sided)`,
    notes: (permutations) => `${permutations} random labellings, each cell by itself.`,
    now: {
      sides: ({ cases, controls, nCases, nControls }) =>
        `${cases}, n = ${nCases}, against ${controls}, n = ${nControls}. The filters of type and place do not count.`,
      leftOut: ({ untyped, outside }) =>
        `${untyped} without a type and ${outside} outside the map’s surface do not count.`,
      surface: ({ bandwidth, delta, need }) =>
        `Bandwidth ${bandwidth} for both. The densities are scaled to the same total, so that log ratio 0 is "as expected". δ = ${delta} per km², as one crime of the rarer type in the middle of its kernel. Drawn where at least ${need} of both together lie under the kernel (nearer counts more).`,
      tolerance: ({ permutations, seed, cell }) =>
        `${permutations} random labellings (seed ${seed}) in cells of ${cell}. p is two-sided and holds for each cell by itself: one in twenty falls below 0.05 by chance. p of the whole surface is one-sided: at least as large a difference in all.`,
    },
  },
  densityChange: {
    sentence: (f, { now, before, noun, comparison, rises, falls, clear }) =>
      `${now} ${noun} against ${before} in ${comparison}. ` +
      (rises + falls === 0
        ? 'Nowhere do enough lie to compare.'
        : clear === 0
          ? `At the ${plural(rises + falls, 'place', `${f.integer(rises + falls)} places`)} that changed most the change may be chance.`
          : `At ${f.integer(clear)} of the ${f.integer(rises + falls)} places that changed most the change is more than chance.`),
    groups: { rises: 'Largest rise', falls: 'Largest fall' },
    none: {
      rises: 'No place with enough of them has risen.',
      falls: 'No place with enough of them has fallen.',
    },
    range: (lower, upper) => `${lower} to ${upper}`,
    over: (change) => `over ${change}`,
    heads: { before: 'before', now: 'now', interval: '95% CI' },
    columns: {
      direction: 'Direction',
      before: 'Before',
      now: 'Now',
      change: 'Change per km² and year',
      lower: 'CI lower',
      upper: 'CI upper',
      verdict: 'Judgement',
    },
    direction: { rises: 'rise', falls: 'fall' },
    selected: (distance) =>
      `Counts within ${distance}. The places were chosen because they changed most, which the intervals do not allow for. Bold: more than chance.`,
    unknown: 'unknown',
    legend: {
      crime: 'Change, crimes per km² and year',
      event: 'Change, events per km² and year',
      fire: 'Change, fires per km² and year',
      repair: 'Change, repairs per km² and year',
    },
    sides: { less: 'fewer', none: 'equal', more: 'more' },
    scale: 'The same scale both ways.',
    now: {
      periods: ({ now, before, nowYears, beforeYears }) =>
        `Now ${now} (${nowYears} years), before ${before} (${beforeYears} years). The place filter does not count.`,
      surface: ({ n, before, bandwidth, need }) =>
        `n = ${n} now, ${before} before. Bandwidth ${bandwidth} for both, per km² and year. Drawn where at least ${need} of both together lie under the kernel (nearer counts more).`,
      places:
        'The places are the surface’s largest peaks either way, at least two bandwidths apart. The interval is exact (Clopper-Pearson) for the ratio of the counts, two-sided, 95%.',
    },
  },
  patternShift: {
    countBy: 'Count by',
    units: { cells: 'Cells', areas: 'Areas' },
    unit: (unit, size) => (unit === 'areas' ? 'areas' : `cells of ${size}`),
    tooFew: ({ now, before, need }) =>
      `${before} before and ${now} now: at least ${need} of each are needed.`,
    one: { cells: 'cell', areas: 'area' },
    sentence: (f, { shifted, units, unit, s, sRobust, apart, one, clear, before, now, noun, comparison }) =>
      `${shifted} of ${units} ${unit} have another share than in ${comparison} (S = ${f.decimal(s, 2)}, robust ${f.decimal(sRobust, 2)}). The share that changed ${one} is ${f.percent(apart.observed)}: ${
        clear ? 'more than chance' : 'may be chance'
      } (${f.decimal(100 * apart.lower, 0)} to ${f.percent(apart.upper)} if nothing had moved). ${before} → ${now} ${noun}.`,
    groups: { more: 'Larger share than before', fewer: 'Smaller share than before' },
    heads: { before: 'before', now: 'now', share: 'share' },
    share: (before, now) => `${before} → ${now}`,
    columns: {
      unit: 'Cell or area',
      direction: 'Direction',
      before: 'Before',
      now: 'Now',
      shareBefore: 'Share before',
      shareNow: 'Share now',
      lower: 'Interval from',
      upper: 'to',
      verdict: 'Judgement',
    },
    direction: { more: 'larger', fewer: 'smaller' },
    more: (count) => `The ${count} that changed most. All are in the table. `,
    bold: 'Bold: more than chance also where the unit is tested by itself (exact, 95%).',
    legend: 'Share of all, against before',
    classes: {
      more: 'larger, more than chance',
      fewer: 'smaller, more than chance',
      mayBeChance: 'outside the interval, may be chance',
    },
    now: {
      units: ({ units, unit, occupied, outside }) =>
        `${units} ${unit}, ${occupied} with a crime in either period, ${outside} crimes outside. The place filter does not count.`,
      periods: ({ now, before, n, nBefore }) => `Base: ${before}, n = ${nBefore}. Tested: ${now}, n = ${n}.`,
      samples: ({ samples, seed }) =>
        `${samples} draws of 85% of those now, interval 95%, two-sided (seed ${seed}). Robust S leaves out units without a crime in both.`,
      chance: (f, { relabellings, seed, s, pValue }) =>
        `${relabellings} times it was drawn which crimes are before and now (seed ${seed}): robust S is then ${f.decimal(s.lower, 2)}–${f.decimal(s.upper, 2)}, ${f.decimal(s.mean, 2)} on average. The verdict is on the share that changed place, ½ Σ |share − share|: ${p(f, pValue)}, one-sided: so large or larger.`,
      startTimes: 'Whole crimes are counted: start times hold even where times are otherwise shared out.',
    },
  },
}
