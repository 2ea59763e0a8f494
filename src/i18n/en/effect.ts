import type { Catalogue } from '../sv.ts'

const LEVEL_3 = '(level\u00a03 on the Maryland scale)'
const LEVEL_2 = '(level\u00a02 on the Maryland scale)'
const bracketed = (change: string | null) => (change === null ? '' : ` (${change})`)

export const effect: Catalogue['effect'] = {
  title: 'Effect',
  back: 'All measures',
  openIt: 'Open the measure',
  cannot: {
    'no-place': 'The measure has no place on the map. Draw it or type it in, and it can be judged.',
    'no-start': 'The measure has no start date. Enter it, and it can be judged.',
    cancelled: 'The measure was cancelled: there is nothing to judge.',
    'no-dates': 'The crimes in the file have no dates: before and after cannot be told apart.',
    'empty-place': (zone) => `${zone}: the area is empty. Draw it again.`,
    'nothing-after': (p) =>
      `The data end on ${p.end}, and the time after the measure is counted from ${p.from}. At least four weeks are needed, better a year.`,
    'over-too-soon': (p) =>
      `The measure ended on ${p.end}, and the time with it is counted from ${p.from}. At least four weeks are needed, better a year.`,
    'nothing-before': (p) =>
      `The data begin on ${p.begin} and the measure on ${p.start}. At least four weeks before are needed, better a year.`,
  },
  matched: {
    'whole-years': 'Whole years before and after.',
    'same-dates': 'The same dates a year before.',
    'equal-months': 'As many months before as after.',
    settled: 'The periods were set by hand or given.',
    'after-short': (days) => `The data hold only ${days} after the measure.`,
    'no-year-before': (days) =>
      `The same dates a year before are missing: the data begin ${days} before the measure.`,
  },
  computing: 'Counting before and after',
  failed: 'It could not be counted',
  verdict: {
    label: 'Verdict',
    noun: { crime: 'Reported crimes', event: 'Events' },
    interval: (p) =>
      `${p.change}, ${p.level}\u00a0CI\u00a0${p.lower} to\u00a0${p.upper}${p.perDay ? ', counted per day' : ''}`,
    change: {
      fell: (p) => `${p.noun} fell from ${p.before} to ${p.after} (${p.change}).`,
      rose: (p) => `${p.noun} rose from ${p.before} to ${p.after} (${p.change}).`,
      'no-clear-change': (p) =>
        `${p.noun} went from ${p.before} to ${p.after} (${p.change}): the difference may be chance.`,
    },
    control: {
      unchanged: 'In the control area it was unchanged.',
      fell: (p) =>
        `In the control area it ${p.also ? 'also ' : ''}fell, from ${p.before} to ${p.after}${bracketed(p.change)}.`,
      rose: (p) =>
        `In the control area it ${p.also ? 'also ' : ''}rose, from ${p.before} to ${p.after}${bracketed(p.change)}.`,
      'no-clear-change': (p) =>
        `In the control area no clear change is seen (from ${p.before} to ${p.after}).`,
    },
    effect: {
      reduction: `The result speaks for an effect ${LEVEL_3}.`,
      reductionHere: `At the place itself the result speaks for an effect ${LEVEL_3}.`,
      reductionTogether: `The result speaks for an effect of the measures together ${LEVEL_3}.`,
      fewerThanControl: 'There were fewer than the control area lets expect.',
      increase: `There were more than the control area lets expect ${LEVEL_3}.`,
      'not-shown': `Against the control area the difference may be chance: no effect is shown ${LEVEL_3}.`,
    },
    level2: {
      changed: `Without a comparable area it can be said that the count changed, not why ${LEVEL_2}.`,
      unclear: `Without a comparable area nothing more can be said ${LEVEL_2}.`,
    },
    together: (names) =>
      names
        ? `At the same time: ${names}. What is due to which measure cannot be said.`
        : 'Other measures went on here at the same time: what is due to which cannot be said.',
    displacement: {
      'none-seen': 'No displacement is seen.',
      'none-detectable':
        'No displacement is seen, but had all of it moved next to it, that would not have been told from chance.',
      moved: {
        'no-gain': 'What went away here came up as much next to it: no net gain.',
        part: (more) => `Next to it there were ${more} more than expected: a net gain is not shown.`,
        fewer: (more) => `Next to it there were ${more} more than expected, but fewer on the whole.`,
        more: (more) => `Next to it there were ${more} more than expected: more on the whole.`,
        alone: (more) => `Next to it there were ${more} more than expected: some may have moved there.`,
      },
      diffusion: 'Next to it, too, there were fewer than expected.',
      'too-few': 'Next to it there are too few to say whether any moved.',
      'not-assessed': 'The surroundings are not counted: whether any moved is not judged.',
    },
    wholeUnsure: 'With the ring counted in, the net may be chance.',
    withheld: {
      'too-few': 'Too few to judge.',
      'regression-to-mean': {
        peak: 'No verdict: the period before was a peak.',
        trough: 'No verdict: the period before was unusually low.',
      },
      'zones-overlap': 'No verdict: the areas overlap.',
      'data-break': 'No verdict: the statistics changed between the periods.',
      'baseline-short': 'No verdict: too short a time before the measure.',
      'season-mismatch': 'No verdict: the periods are different seasons.',
      'periods-misplaced': 'No verdict: the periods are not before and after the measure.',
    },
    counts: (p) => `${p.noun} at the place: ${p.before} before and ${p.after} after.`,
  },
  reasons: {
    'periods-misplaced': (p) =>
      [
        p.overlap && `${p.overlap} lie in both periods.`,
        p.before && `${p.before} of the period before lie after the start.`,
        p.after && `${p.after} of the period after lie before the start.`,
        'Move the periods so that they lie on either side of the start.',
      ]
        .filter(Boolean)
        .join(' '),
    'zones-overlap': (p) =>
      `${p.a} and ${p.b} share ${p.squareMetres}\u00a0m²: the same crimes are counted in both. Move one of them.`,
    'baseline-short': {
      withholds: (p) =>
        `The data begin ${p.days} before the measure, and at least ${p.needed} are needed. In less, a season or chance is taken for what is usual.`,
      caution: (p) => `${p.days} before the measure, less than the ${p.wanted} that are wanted.`,
    },
    'too-few': {
      counts: (p) =>
        `The expected count is ${p.before} before and ${p.after} after, and at least ${p.needed} are needed in either period.`,
      time: (p) => `At this level it would take ${p.before} before and ${p.after} after.`,
      noTime: 'Without a single one it cannot be said how long that would take.',
    },
    'regression-to-mean': {
      peak: (p) =>
        `The period before was unusually high: ${p.before}, against ${p.history} in the same months of earlier years.`,
      trough: (p) =>
        `The period before was unusually low: ${p.before}, against ${p.history} in the same months of earlier years.`,
      declared: 'The place was chosen because it had many crimes.',
      declaredAlone:
        'The place was chosen because it had many crimes, and there are no earlier years to compare with.',
      wayBack:
        'That the count went back afterwards was to be expected, and cannot be credited to the measure.',
      expected: 'Part of the difference was therefore to be expected.',
      beyond: (after) => `The period after (${after}) still lies clearly beyond those years.`,
    },
    'selection-unknown':
      'It is not known why the place was chosen. If it was for a peak, a way back was to be expected.',
    'already-changing': {
      fell: 'The count was on its way down before the measure: the period before lies clearly below the years before it.',
      rose: 'The count was on its way up before the measure: the period before lies clearly above the years before it.',
    },
    'data-break': {
      category: (day) =>
        `From ${day} other incidents are counted as this crime type. The periods do not measure the same thing.`,
      reporting: (day) =>
        `From ${day} crimes are recorded in another way. The periods do not measure the same thing.`,
    },
    'season-mismatch': (days) =>
      `${days} of the period after lie in months that the period before lacks. Choose the same months.`,
    'concurrent-measures': (names) =>
      names
        ? `${names} went on here as well: the result cannot be divided.`
        : 'Other measures went on here as well: the result cannot be divided.',
    'measures-in-zone': (p) =>
      p.names
        ? `${p.zone}: ${p.names} went on there. The area is not untouched.`
        : `${p.zone}: other measures went on there. The area is not untouched.`,
    'no-control': 'No control area: what would have happened anyway is not known.',
    'control-too-few': (p) =>
      `The control area has too few: ${p.before} expected before and ${p.after} after, at least ${p.needed} are needed.`,
    'control-level-differs': (p) =>
      `The control area has ${p.ratio} times the level of the place before. More than ${p.factor} times apart is not comparable.`,
    'pre-trend-differs': (p) => `The place and the control area went different ways already before (${p}).`,
    'pre-trend-untested': (p) =>
      `The trends before cannot be tested: ${p.steps} months with crimes, ${p.needed} are needed.`,
    overdispersed: (dispersion) =>
      `The counts vary more than chance (${dispersion} times): the intervals are widened for it.`,
    'dispersion-unknown':
      'No series: whether the counts vary more than chance is not known, and the intervals may be too narrow.',
    'displacement-without-control': 'The ring has no control of its own: its change stands alone.',
  },
  checks: {
    label: 'Checks',
    kinds: { passed: 'Passed', caution: 'To bear in mind', withholds: 'Holds the verdict back' },
    preTrend: (p) => `Like trend before (${p}).`,
    noPeak: (p) => `The period before is no peak (${p.before}, earlier ${p.history}).`,
    apart: 'The areas lie apart.',
    season: 'The same months.',
    noBreak: 'No known change of the statistics.',
    alone: 'No other measure entered against the same crimes at the place.',
    otherTypes: (names) => `${names} went on here as well, but aims at other crimes.`,
    detectable: (n) => `A rise in the ring of fewer than ${n} would not have been told from chance.`,
    withoutPosition: (n) => `${n} in the periods have no place on the map and are not counted.`,
  },
  key: {
    label: 'Key figures',
    net: 'Net of control',
    wdd: 'WDD, count',
    change: 'Change at the place',
    maryland: 'Maryland scale',
    interval: (p) => `CI ${p.lower} to ${p.upper}`,
    noControl: 'needs a comparable area',
    levels: { 2: 'before and after', 3: 'before/after, control' },
    level: (level) => `Level ${level} of 5`,
  },
  zones: {
    target: 'Place of the measure',
    displacement: (width) => (width ? `Ring 0–${width}` : 'Ring'),
    control: 'Control',
    displacementControl: 'Control of the ring',
  },
  table: {
    label: 'Counts before and after by area',
    period: {
      same: (time) => `${time} before and after`,
      days: (before, after) => `${before} days before, ${after} after`,
    },
    before: 'before',
    after: 'after',
    difference: 'difference',
    change: 'change',
    interval: (level) => `${level}\u00a0CI`,
    range: (p) => `${p.lower} to ${p.upper}`,
    zone: 'area',
  },
  all: {
    title: 'All figures',
    label: 'All figures of the measure',
    measure: 'figure',
    value: 'value',
    lower: 'CI lower',
    upper: 'CI upper',
    unit: 'unit',
    method: 'method',
    level: 'confidence level',
    units: { percent: 'fraction', p: 'probability', incidents: 'count', number: 'number without unit' },
    notComparable:
      'The control area does not pass its checks: the figures against it say nothing of the measure.',
    withheld: 'The figures are not shown while the verdict is withheld: they would look like an answer.',
    names: {
      percentChange: 'Percent change, place',
      rateRatio: 'Ratio after/before, place',
      ratePValue: 'p of the ratio, two-sided',
      poissonZ: 'Poisson z, place',
      eTest: 'p by the E-test, place',
      netRatio: 'Net of control, ratio',
      netPValue: 'p of the net',
      wdd: 'WDD',
      wddZ: 'z of the WDD',
      wddStandardError: 'standard error of the WDD',
      wddLocal: 'WDD, part of the place',
      wddDisplacement: 'WDD, part of the ring',
      wdq: 'WDQ',
      res: 'Relative effect size',
      did: 'Difference in differences, ratio',
      didLog: 'Difference in differences, β',
      didStandardError: 'standard error of β',
      didQuasi: 'standard error of β, quasi-Poisson',
      dispersion: 'Overdispersion, paired',
      preTrend: 'p of the trend before',
    },
    notEqual: 'The periods differ in length: the figure needs periods of equal length.',
    unreadable: 'not read',
  },
  preTrend: {
    title: 'The trend before',
    sentence: {
      same: (p) => `Before the measure the trends differ no more than chance (${p}).`,
      differs: (p) => `Before the measure the place and the control went different ways (${p}).`,
      untested: 'The trends before are not tested: too few months with crimes.',
      noControl: 'Without a control there is no trend to hold that of the place against.',
      withheld: 'The months before the measure, the place and the control.',
    },
    label: 'Counts by month before the measure, index where the mean is 100',
    axis: 'index, mean = 100',
    now: (p) => `${p.months} months before the measure, ${p.from}.`,
  },
  hours: {
    title: 'Hours of the week before and after',
    label: (p) => `Hours of the week ${p.period}: ${p.n}`,
    before: 'Before',
    after: 'After',
    sentence: (p) => `Most before: ${p.before}. Most after: ${p.after}.`,
    few: 'Too few with a known time to compare the hours of the week.',
    none: 'No crimes with a known time.',
    aoristic:
      'Crimes that happened some time between two clock times are shared out over the hours (aoristic).',
    starts: 'By the start time.',
    unknown: (p) => `Without a known time: ${p.before} before, ${p.after} after.`,
    hour: 'hour',
    unit: 'crimes',
    events: 'events',
  },
  series: {
    title: (noun, days) => `${noun} by month${days ? ` (from day ${days.first} to ${days.last})` : ''}`,
    label: (noun) => `${noun} by month, the place and the control`,
    before: (mean) => `before: ${mean} a month`,
    after: (mean) => `after: ${mean} a month`,
    runIn: 'run-in',
    control: 'control',
    target: 'place',
    start: 'the measure begins',
    help: 'Arrow keys move between the months.',
    phases: { before: 'before', after: 'after', runIn: 'run-in', outside: 'outside the periods' },
    month: (p) => `${p.month}, ${p.phase}: ${p.target}${p.control === null ? '' : `, control ${p.control}`}`,
    columns: { month: 'month', phase: 'period' },
    sentence: (p) => `At the place ${p.before} a month before and ${p.after} after.`,
  },
  settings: {
    title: 'How it is counted',
    types: 'Crime types',
    typesOwn: 'As the measure says',
    addType: 'Add a crime type',
    removeType: (name) => `Remove ${name}`,
    allTypes: 'All crime types',
    periods: 'Periods',
    window: { before: 'Before', after: 'After' },
    from: 'from',
    to: 'to and with',
    dateOf: (p) => `${p.window}, ${p.edge}`,
    emptyPeriod: 'The last day lies before the first.',
    severalWindows: (n) => `${n} parts. If a day is changed it becomes one unbroken period.`,
    runIn: 'Run-in, days',
    runInHint: 'Days after the start that are not counted.',
    notDays: 'Write a whole number of days, 0 to 730.',
    peak: 'Was the place chosen because it had many crimes?',
    peakAnswers: { yes: 'Yes', no: 'No', unknown: 'Not known' },
    zones: 'Areas',
    proposed: 'Everything is proposed anew.',
    undo: 'Undo',
    propose: 'Propose again',
    proposeHint: 'Periods, ring and areas are proposed anew. What was set here goes away.',
  },
  origins: {
    measure: 'the place of the measure',
    ring: 'ring round the place',
    proposed: 'proposed',
    drawn: 'drawn',
    areas: 'chosen areas',
    given: 'given',
  },
  measure: {
    done: (day) => `done, from ${day}`,
    ongoing: (day) => `since ${day}`,
    planned: (day) => `planned from ${day}`,
    cancelled: (day) => `cancelled, began ${day}`,
  },
  export: {
    name: 'effect',
    allTypes: 'All crime types.',
    types: (names) => `Crime types: ${names}.`,
    before: (periods) => `Before: ${periods}.`,
    after: (periods) => `After: ${periods}.`,
    start: (day) => `The measure began on ${day}.`,
    zone: (p) => `${p.zone}: ${p.origin}${p.label ? `, ${p.label}` : ''}.`,
    polygon: (p) => `${p.zone}, corners in ${p.crs}: ${p.text}`,
  },
  time: {
    days: (n, written) => (n === 1 ? '1 day' : `${written} days`),
    months: (n, written) => (n === 1 ? '1 month' : `${written} months`),
    years: (written) => `${written} years`,
  },
}
