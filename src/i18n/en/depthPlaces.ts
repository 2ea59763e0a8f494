import type { Catalogue } from '../sv.ts'

export const depthPlaces: Catalogue['depthPlaces'] = {
  lattice: (x, y) =>
    `Positions are rounded to cells of about ${x} × ${y}\u00a0m: a place is such a cell, not an object.`,
  placeFilter: 'The place filter is left out.',
  hoursWhole: 'A crime counts whole, however little of it falls into the chosen hours.',
  seed: (seed) => `Seed ${seed}.`,
  concentration: {
    countBy: 'Count by',
    units: { cells: 'Cells', areas: 'Areas' },
    unit: (unit, size) => (unit === 'areas' ? 'areas' : `cells of ${size}`),
    sentence: ({ n, noun, period, units, all, unit, kind, gini, sparse, chance }) =>
      `Half of ${n} ${noun}${period} lie in ${units} of ${all} ${unit}` +
      (chance
        ? chance.clear
          ? `; chance would give about ${chance.mean} (${chance.lower}–${chance.upper}).`
          : `. It may be chance, which gives about ${chance.mean} (${chance.lower}–${chance.upper}).`
        : '.') +
      (sparse
        ? ` There are fewer ${noun} than ${kind}; G′\u00a0=\u00a0${gini} allows for it.`
        : ` G′\u00a0=\u00a0${gini}.`),
    none: (noun) => `No ${noun} lie in the study area.`,
    columns: {
      incidents: 'Share of crimes',
      units: 'Share of places',
      count: 'Places',
      least: 'Fewest crimes',
    },
    axis: {
      units: (unit) => `Share of ${unit}, fullest first`,
      incidents: (noun) => `Share of ${noun}`,
    },
    lines: { observed: 'as it is', chance: 'chance', even: 'the same in all' },
    read: 'Read the curve',
    readout: (units, incidents) => `${units} of the places, ${incidents} of the crimes`,
    mark: (units, incidents) => `${units} hold ${incidents}`,
    now: ({ unit, units, n, outside, gini, generalised }) =>
      `${units} ${unit} in the study area, n = ${n}, ${outside} outside. G = ${gini}, G′ = ${generalised}.`,
    nowChance: (permutations) =>
      `Chance: as many crimes dealt to equally likely cells, ${permutations} times, mean and 95% of them.`,
    overlay: {
      title: (noun) => `Half of all ${noun}`,
      half: (count, unit) => `${count} ${unit} that together hold half`,
      areas: 'areas',
      least: (least, noun) => `At least ${least} ${noun} in each.`,
      tied: (count) => `${count} more hold as many as the last and are not among them.`,
      cell: (size) => `Cell ${size}.`,
    },
  },
  repeatPlaces: {
    sentence: ({ onRepeats, n, share, places, noun, period, one, chance }) =>
      `${onRepeats} of ${n} ${noun}${period} (${share}) lie on ${places} ${one ? 'place' : 'places'} with two or more` +
      (chance === null
        ? '. Whether that is more than chance gives cannot be told from the file.'
        : chance.clear
          ? `; chance would give ${chance.given ? 'about' : 'at most'} ${chance.share}.`
          : `. That is no more than chance can give (${chance.given ? 'about' : 'up to'} ${chance.share})` +
            (chance.fullest
              ? `, but the fullest has ${chance.fullest.count}: more than chance (${chance.fullest.p}).`
              : '.')),
    none: (n, noun, period) => `No place has two or more of ${n} ${noun}${period}.`,
    onlySensitive:
      'The selection has only types where place and type together may point to a person. They are not shown by place.',
    sensitive: 'Include sensitive types',
    sensitiveHint: (count) => `${count} crimes are left out: place and type may point to a person.`,
    sensitiveShown:
      'The list has types where place and type together may point to a person. Do not show or share it outside the investigation.',
    care: 'Places and objects, never persons. A place may be a home: review secrecy before the list is handed out.',
    addresses: 'Addresses or objects in the area',
    addressesHint: (known) =>
      `Empty: the ${known} places that the file knows. They are too few, so the share of chance is too high.`,
    addressesTooFew: (places) => `At least ${places}: as many places have crimes.`,
    addressesNone: 'Write a whole number, or leave it empty.',
    distribution: {
      title: 'Places by number of crimes',
      of: (noun) => `Places by number of ${noun}`,
      per: 'on the place',
      places: 'places',
      incidents: 'crimes',
      chance: 'chance',
      from: (from) => `${from} or more`,
      chanceLabel: (noun) => `Ring and last column: as many ${noun} as chance gives.`,
    },
    list: {
      label: 'Repeat places',
      place: 'Place',
      count: 'Count',
      before: 'Before',
      last: 'Latest',
      days: 'Days between',
      flyTo: (name) => `Show ${name} on the map`,
      more: (shown, all) => `The ${shown} fullest of ${all} places.`,
      daysTitle: 'Median of the days between one crime and the next',
      showAll: (count) => `Show all ${count}`,
      showFewer: 'Show fewer',
      others: (count, written) => (count === 1 ? '1 other type' : `${written} other types`),
    },
    columns: {
      place: 'Place',
      area: 'Area',
      northing: 'N',
      easting: 'E',
      count: 'Count',
      before: 'Before',
      types: 'Crime types',
      last: 'Latest',
      days: 'Days between',
    },
    now: ({ n, unplaced, places, sensitive }) =>
      `Places: positions rounded to the metre. n = ${n} on ${places} places, ${unplaced} without a position, ${sensitive} of sensitive types left out.`,
    nowChance: ({ places, permutations, p }) =>
      `Chance: the crimes are dealt to ${places} equally likely places. Expected share exact, ${p} one-sided from ${permutations} deals.`,
    nowNoChance:
      'Chance: not computed, as half or more of the places that the file knows have crimes in the selection. Say how many places there are.',
    overlay: {
      title: 'Repeat places',
      from: (from) => `${from} or more`,
      range: (from, to) => (from === to ? from : `${from}–${to}`),
      note: (shown, all) => `${shown} of ${all} places with two or more. The surface follows the count.`,
    },
  },
  nearRepeat: {
    distances: 'Distance, m',
    days: 'Time, days',
    breaksError: 'Write 1 to 6 ascending whole numbers, such as 1, 100, 200.',
    metric: 'Measure',
    metrics: { euclidean: 'Straight', manhattan: 'Round corners' },
    permutations: 'Permutations',
    samePlace: 'same place',
    upTo: (to) => `under ${to}`,
    range: (from, to) => `${from}–${to}`,
    daysRange: (from, to) => (from === to ? `${from} d` : `${from}–${to} d`),
    within: { samePlace: 'on the same place', apart: (range) => `${range} apart` },
    sentence: ({ pairs, n, noun, period, where, when, expected, ratio, p, tests, others }) =>
      `${pairs} pairs of ${n} ${noun}${period} lie ${where} within ${when}, against ${expected} expected if the days were chance (${ratio ? `${ratio} times, ` : ''}adjusted ${p}, ${tests} tests).` +
      (others > 0
        ? ` More than chance in ${others === 1 ? 'one more place' : `${others} more places`} of the table.`
        : ''),
    lapse: (from, to) => (from === '0' ? `${to} days` : `${from}–${to} days`),
    none: ({ n, noun, period, tests, p }) =>
      `No distance and no time has more pairs than chance gives: ${n} ${noun}${period}, ${tests} tests, least adjusted ${p}.`,
    tooMany: ({ pairs, distance, most, permutations }) =>
      `About ${pairs} pairs lie within ${distance}, and ${permutations} permutations can do ${most}. Choose a shorter period, one type or shorter distances` +
      (permutations === '999' ? ', or 99 permutations.' : '.'),
    table: 'Pairs of crimes by distance and time',
    ratio: (ratio) => `${ratio} ×`,
    counts: (observed, expected) => `${observed} (${expected})`,
    key: 'Ratio to chance, below it pairs (expected). Bold and filled: more than chance (q < 0.05). Grey: may be chance.',
    coarse: (least) =>
      `With so few permutations a lone value can never be certain: the least adjusted p is ${least}. Choose 999.`,
    columns: {
      distance: 'Distance',
      days: 'Days',
      observed: 'Pairs',
      expected: 'Expected',
      ratio: 'Ratio',
      p: 'p',
      q: 'q',
    },
    now: ({ n, unplaced, undated, metric }) =>
      `n = ${n}, ${unplaced} without a position and ${undated} without a date left out. Whole days of the local calendar. ${metric}.`,
    nowChance: ({ permutations, tests }) =>
      `The days were dealt anew ${permutations} times. p is one-sided (more pairs than chance); q is p adjusted for ${tests} tests (Benjamini–Hochberg). Expected is exact.`,
  },
  clustering: {
    permutations: 'Permutations',
    sentence: ({ n, noun, period, observed, expected, verdict, index, p }) =>
      `${n} ${noun}${period} have a mean of ${observed} to the nearest, against ${expected} if they lay anywhere in the area: ` +
      {
        clustered: 'closer than chance',
        dispersed: 'farther apart than chance',
        chance: 'it may be chance',
      }[verdict] +
      ` (R = ${index}, ${p}).`,
    onlyRepeats: (index, p) =>
      ` With each place counted once they are not closer (R = ${index}, ${p}): it is places that repeat.`,
    cells: ({ highHigh, lowLow, outliers }) =>
      ` Cells high among high: ${highHigh}, low among low: ${lowLow}${outliers === null ? '' : `, unlike their neighbours: ${outliers}`}.`,
    noCells: 'No cell can be told from chance together with its neighbours.',
    none: 'No crimes lie in the study area.',
    nearest: {
      label: 'Distance to the nearest',
      set: 'Counted',
      incidents: 'each crime',
      places: 'each place once',
      n: 'n',
      observed: 'Mean',
      expected: 'Chance',
      index: 'R',
      p: 'p',
    },
    classes: {
      highHigh: 'high among high',
      highLow: 'high among low',
      lowHigh: 'low among high',
      lowLow: 'low among low',
      none: 'may be chance',
    },
    cellsTitle: 'Cells',
    columns: { class: 'Class', cells: 'Cells', incidents: 'Crimes', surface: 'Share of cells' },
    key: 'Bold: told from chance.',
    coarse: (needed, permutations, more) =>
      `With ${permutations} permutations at least ${needed} cells have to reach the least p for any to count (FDR).${more ? ' Choose 9,999.' : ''}`,
    caution:
      'R compares with crimes that could lie anywhere in the area. Streets, houses and water make nearly everything closer than that.',
    coincident: (share) =>
      `${share} of the crimes share their place with another: the distance is then nothing.`,
    nowNearest: ({ n, surface, study, outside }) =>
      `n = ${n} on ${surface} km² (${study}), ${outside} outside. p is two-sided (normal), without edge correction.`,
    study: { areas: 'the loaded areas', hull: 'the hull round all crimes' },
    nowMoran: ({ cells, size, permutations, lonely }) =>
      `${cells} cells of ${size} tested, ${lonely} without a neighbour. Neighbours: the eight around, equal weight. p is two-sided from ${permutations} permutations; q = FDR (Benjamini–Hochberg), limit 0.05.`,
    overlay: {
      title: 'Local Moran',
      cell: (size) => `Cell ${size}. Other cells may be chance.`,
    },
  },
}
