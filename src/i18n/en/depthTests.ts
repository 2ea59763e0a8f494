import type { Catalogue } from '../sv.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const depthTests: Catalogue['depthTests'] = {
  backTest: {
    settings: { step: 'Test on', history: 'Map made of', share: 'Surface' },
    steps: { month: 'Months', quarter: 'Quarters' },
    months: (months) => `${months} mo.`,
    next: { month: 'the month after', quarter: 'the quarter after' },
    noRolls: (need) =>
      `The data are too short: ${need} whole months are needed before the month or quarter that is tested.`,
    tooFew: ({ observed, noun, rolls, step, need }) =>
      `${rolls} tests with ${observed} ${noun} in all: too few to judge the map (at least ${need} are needed).${
        step === 'month' ? ' Try quarters, or more crime types.' : ' Choose more crime types.'
      }`,
    sentence: ({ units, cells, share, hits, observed, noun, hitShare, pai, best, next, rolls, period }) =>
      `The ${units} densest of ${cells} cells (${share}) had ${hits} of ${observed} ${noun} ${next}${
        hitShare ? `: ${hitShare}` : ''
      } (PAI ${pai}, best possible ${best}). ${rolls} tests, ${period}.`,
    lastYear: ({ hits, observed, clear, better, p }) =>
      `Last year’s map: ${hits} of ${observed}${
        clear
          ? better
            ? ', worse than chance explains'
            : ', better than chance explains'
          : ', the difference may be chance'
      } (${p}).`,
    noLastYear: 'Last year’s map cannot be tested: the data begin too late.',
    predictors: {
      density: (distance) => `Density, ${distance}`,
      half: (distance) => `Density, ${distance}`,
      double: (distance) => `Density, ${distance}`,
      quadruple: (distance) => `Density, ${distance}`,
      lastYear: () => 'Last year’s map',
      counts: () => 'Count per cell',
    },
    shown: 'shown now',
    columns: {
      map: 'Map',
      share: 'Surface',
      hits: 'Hits',
      observed: 'Of',
      pai: 'PAI',
      pei: 'PEI',
      p: 'p against density',
      onlyDensity: 'Density only',
      onlyThis: 'This only',
    },
    curve: {
      x: 'share of cells, densest first',
      y: (noun) => `share of ${noun}`,
      density: 'the map',
      best: 'best possible',
      lastYear: 'last year',
      chance: 'chance',
      label: (noun) => `Share of ${noun} in the next period by share of cells`,
    },
    strip: {
      label: 'PAI of each test',
      mean: (pai) => `all: ${pai}`,
      of: (period, pai, hits, observed) => `${period}: PAI ${pai}, ${hits} of ${observed}`,
      title: (least, most) => `PAI by test, ${least}–${most}`,
    },
    now: ({ rolls, step, history, period, cell, cells, bandwidth, observed, outside, seed }) => [
      `${rolls} tests on a ${step} (${period}), each map made of the ${history} months before. The filters of period and place do not count.`,
      `Exact quartic density, bandwidth ${bandwidth}, mean over the cell. ${cells} cells of ${cell}. n = ${observed}, ${outside} outside the cells.`,
      `Equally dense cells are taken in an order drawn with seed ${seed}. p: sign test of the crimes that only one of the maps hit, two-sided; crimes in one cell are not independent, so p is rather too small.`,
    ],
    overlay: {
      title: (history, period) => `Map of ${history}, tested on ${period}`,
      hit: (noun) => `pointed out, ${noun} came`,
      empty: (noun) => `pointed out, no ${noun}`,
      missed: (noun) => `${noun} elsewhere`,
      notes: (units, cell, hits, observed) => [
        `${units} cells of ${cell} pointed out`,
        `${hits} of ${observed} hit`,
      ],
    },
  },
  bandwidth: {
    settings: { leave: 'Leave out' },
    leave: { point: 'Point', place: 'Place' },
    leaveTitle: {
      point: 'Each crime is foretold by all others, those at the same place as well',
      place: 'Each crime is foretold by crimes at other places alone',
    },
    sentence: ({ n, noun, best, sigma, leave, present, period }) =>
      `${n} ${noun}${period} are best foretold by each other with the bandwidth ${best} (σ ${sigma}). Shown now: ${present}.${
        leave === 'place' ? ' Crimes at one place do not count for each other.' : ''
      }`,
    flat: (from, to) => `As good as equal: ${from}–${to}.`,
    sharp: 'The nearest candidates are clearly worse.',
    none: 'All positions are the same: there is no bandwidth to compare.',
    noBest: 'Some place lies so far from all others that no candidate reaches it.',
    use: (distance) => `Use ${distance}`,
    used: (distance) => `${distance} is used`,
    narrowest:
      'The curve rises up to the narrowest candidate: that is positions that coincide, not the spread of crimes.',
    widest:
      'The widest candidate wins: the best lies at 1,000 m or more. Sparse outskirts pull the answer up; it is no guide to the scale of a street.',
    coincident: (share, noun) =>
      `${share} of ${noun} share a position with another. These pull the answer towards 0 where points are left out; leave the whole place out instead.`,
    rounding: (distance) => `The positions are rounded to ${distance}: narrower candidates are not chosen.`,
    sample: (used, n) => `Computed on a drawn sample of ${used} of ${n}. All would give a little less.`,
    clamped: (distance) => `The slider goes to ${distance}.`,
    columns: { candidate: 'Bandwidth', sigma: 'σ', point: 'Point out', place: 'Place out' },
    plot: {
      label: 'How well the bandwidth foretells each crime, against the best',
      x: 'bandwidth (quartic), m',
      y: 'log likelihood per crime',
      best: 'best',
      present: 'shown now',
      scott: (distance) => `Scott ${distance}`,
      point: 'point out',
      place: 'place out',
    },
    now: ({ n, used, places, scott, seed }) => [
      `Candidates: 1,000 m · 2^(−k/4) down to 53 m, quartic radius h = √8 · σ of a gaussian kernel. n = ${n}, computed on ${used} at ${places} places (seed ${seed} where a sample is drawn). The place filter does not count.`,
      `Scott’s rule gives ${scott}: an upper bound, not a proposal. Crimes far from all others pull the answer up. Weights (shares of hours) are not used.`,
    ],
  },
  cusum: {
    settings: { step: 'Step', baseline: 'Usual level', change: 'Look for', falseAlarms: 'False alarm' },
    steps: { month: 'Months', week: 'Weeks' },
    baselines: { year: 'First year', twoYears: 'Two years, by month', comparison: 'The comparison' },
    every: (years) => `every ${years} years`,
    of: { month: 'month', week: 'week' },
    weekFrom: (day) => `the week from ${day}`,
    refusals: {
      baselineTooShort: 'The data do not cover the whole period of the usual level. Choose a shorter one.',
      baselineTooFew:
        'The usual level rests on fewer than 10 crimes: too few to judge. Choose another usual level.',
      monthWithout:
        'Some calendar month has no crime in the two years: no level by month can be set. Choose the first year.',
      nothingAfter: 'The data end with the period of the usual level: there is nothing after it to watch.',
    },
    alarm: ({ when, count, noun, expected, since, change, rising }) =>
      `Alarm ${when}: ${count} ${noun} against ${expected} expected, and the sum has ${
        rising ? 'risen' : 'pointed to a fall'
      } since ${since}. The level has probably changed, looked for ${change}.`,
    quiet: ({ until, sum, threshold, change, since }) =>
      `No alarm up to ${until}: the sum is ${sum}, ${threshold} (looking for ${change}).${
        since ? ` It has risen since ${since}, which may be chance.` : ''
      }`,
    baselineIs: ({ expected, step, n, noun, period }) =>
      `Usual level ${expected} a ${step} (${n} ${noun}, ${period}).`,
    dispersion: ({ index, clear }) =>
      clear
        ? `Index of dispersion ${index} in the usual level, clearly above 1: counts vary more than Poisson, and alarms by mere chance come more often than stated.`
        : `Index of dispersion ${index} in the usual level: no more than chance (1).`,
    season:
      'A level baseline knows no season: an ordinary summer may raise an alarm. Choose two years, by month, where the data reach.',
    partOfYear: 'The comparison is not a whole year: months outside it may have another level.',
    columns: {
      step: { month: 'Month', week: 'Week from' },
      count: 'Count',
      expected: 'Expected',
      sum: 'Sum',
      state: 'State',
    },
    states: { baseline: 'usual level', alarm: 'above the limit', before: 'before' },
    plot: {
      label: 'Count by step and cumulative deviation',
      counts: (noun) => `${noun} per`,
      sum: 'cumulative deviation',
      threshold: (height) => `alarm at ${height}`,
      atOnce: (count, rising) => `alarm as soon as a step lies ${rising ? 'above' : 'below'} ${count}`,
      expected: 'expected',
      baseline: 'usual level',
      first: (when) => `alarm ${when}`,
      of: (when, count, expected, sum) => `${when}: ${count}, expected ${expected}, sum ${sum}`,
    },
    now: ({ step, baseline, lambda0, lambda1, threshold, years, delay, seed, n, outside, rising }) => [
      `Whole ${step}s, n = ${n}, ${outside} outside of them. The filter of period does not count; all others do. The expectation follows the number of days.`,
      `λ₀ = ${lambda0} (${baseline}), λ₁ = ${lambda1}, one-sided (${rising ? 'rise' : 'fall'}). Alarm above ${threshold}: on average one false in ${years} years where counts are Poisson${
        delay ? `; such a change is found after ${delay} on average` : ''
      }${seed ? ` (simulated, seed ${seed})` : ''}.`,
    ],
    delay: { month: (steps) => `${steps} months`, week: (steps) => `${steps} weeks` },
  },
  areaFunnel: {
    noAreas: 'At least two areas with a population are needed. Open areas and population under Data.',
    outside: ({ names, outside, areas }) => `${outside} of ${areas} areas differ more than chance: ${names}.`,
    within: (areas) => `None of ${areas} areas differs more than chance from the common rate.`,
    name: ({ name, count, expected, far }) =>
      `${name} ${count} against ${expected} expected${far ? '' : ' (inner limit only)'}`,
    basis: ({ n, noun, period, rate }) =>
      `${n} ${noun}${period}, together ${rate} per 1,000 inhabitants and year.`,
    day: 'The population are those who live there, not those who are there: a centre holds more people than inhabitants.',
    many: ({ areas, byChance, after }) =>
      `Of ${areas} areas ${byChance} lie outside the 95% limit by mere chance on average. After correction for many tests (FDR) ${after} remain.`,
    dispersion: (index) =>
      `The areas together spread ${index} times more than Poisson: something else than chance sets them apart, and the limits are too tight to point out single ones.`,
    withoutPopulation: (count, written) =>
      `${written} ${plural(count, 'area', 'areas')} without a population left out.`,
    places: {
      farBelow: 'below 99.8%',
      below: 'below 95%',
      within: 'within, may be chance',
      above: 'above 95%',
      farAbove: 'above 99.8%',
    },
    columns: {
      name: 'Area',
      count: 'Count',
      expected: 'Expected',
      population: 'Inhabitants',
      rate: 'Rate',
      smoothed: 'Smoothed',
      p: 'p',
      q: 'q (FDR)',
      place: 'Place',
    },
    plot: {
      label: 'Count over expected by expected count, with the limits of chance',
      x: 'expected count',
      y: 'count over expected',
      inner: '95%',
      outer: '99.8%',
      of: (name, count, expected, place) => `${name}: ${count}, expected ${expected}, ${place}`,
    },
    overlay: {
      title: (noun) => `${noun} against what the population lets expect`,
      notes: (rate) => [`together ${rate} per 1,000 inhabitants and year`, 'exact Poisson limits'],
    },
    now: ({ n, areas, outside, rate, year, dispersion }) =>
      `n = ${n} in ${areas} areas with a population (${year}), ${outside} outside of them. Expected = population × ${rate} per 1,000 inhabitants and year. Exact Poisson limits 95% and 99.8%, two-sided. Dispersion ${dispersion}. The place filter does not count.`,
    smoothedNow: 'Smoothed rates: Marshall 1991, shrunk towards the common rate, most where few live.',
  },
}
