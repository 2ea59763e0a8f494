import type { depthMethods as sv } from '../../sv/methodCards/depth.ts'
import type { MethodTexts } from '../../sv/methodCards/texts.ts'

/** Method cards: what the deepening analyses rest on. */
export const depthMethods = {
  densityChange: {
    title: 'Change in density',
    question: 'Where has density risen or fallen between two periods?',
    terms: [
      'change at the centre of the cell',
      'density before and after, per km²',
      'length of the periods in years',
    ],
    unit: 'Incidents per km² and year.',
    defaults:
      'The same grid, kernel and bandwidth in both periods, twice the bandwidth of the map. Zero is neutral on the scale.',
    reading:
      'Shows where the difference lies, not whether it is more than chance. Test the place’s counts on their own.',
    notWhen: [
      'when either period has few incidents',
      'when positions were set in different ways in the periods',
      'to show that crime has moved: a fall and a rise are two changes',
    ],
  },
  relativeRisk: {
    title: 'Relative risk',
    question: 'Where is one type more common in proportion to the other?',
    terms: [
      'logarithm of the ratio at the centre of the cell',
      'density of the type asked about',
      'density of the type compared with',
      'a small addition that keeps empty places near zero, per km²',
    ],
    unit: 'Logarithm of a ratio: 0 is equal, 0.69 is double, −0.69 is half.',
    defaults:
      'The same grid, kernel and bandwidth for both, twice the bandwidth of the map. The densities are scaled to one total, so that 0 is as expected. Chance: the types are dealt anew among the places, p two-sided for each cell on its own.',
    reading: 'Shows the mix of two types at the place. A high ratio may come of few in the denominator.',
    notWhen: [
      'as a person’s risk: the denominator is crimes, not people',
      'where both types are few: δ rules the ratio',
      'when the two are reported or detected in different ways in different areas',
    ],
  },
  localMoran: {
    title: 'Local Moran',
    question: 'Do high values lie next to high ones, and low next to low?',
    terms: [
      'above 0: like its neighbours; below 0: an outlier',
      'value of the unit, count of the cell or rate of the area',
      'weight: equal for every neighbour, 1 together',
      'permutations at least as extreme on the same side',
      'number of permutations',
    ],
    unit: 'A number without unit. p by permutation.',
    defaults:
      'Neighbours share a side or a corner. The unit’s value stays and its neighbours’ are drawn from the others. p in the formula is one-sided, towards what was observed; the deepening view shows it doubled, two-sided. Seed and number of permutations stand under Used now.',
    reading: 'Tells clusters from outliers. Many units are tested: read q, not p.',
    notWhen: [
      'on counts where areas differ in size: take rates',
      'for units without neighbours',
      'with few units: p cannot become small',
    ],
  },
  nearestNeighbourIndex: {
    title: 'Nearest neighbour',
    question: 'Do the incidents lie closer than if they were spread at random over the area?',
    terms: [
      'below 1: closer than chance; above 1: farther apart',
      'mean distance to the nearest other incident, m',
      'distance expected of a random spread, m',
      'the area in which the incidents could lie, m²',
      'number of incidents with a position',
    ],
    unit: 'Ratio. Distances in metres, z in standard deviations.',
    defaults: 'No edge correction. Coincident points are at distance 0. p is two-sided and normal.',
    reading: 'One number for the whole area. Crime is nearly always clustered, so R below 1 is seldom news.',
    notWhen: [
      'when the area is arbitrary: the number changes with it',
      'for addresses rounded to one place: the distance becomes zero',
      'to find where it is dense: look at the map',
    ],
  },
  nearRepeat: {
    title: 'Near repeat',
    question: 'Is a crime followed by more close by within a short time, more often than chance gives?',
    terms: [
      'pairs of incidents in distance band a and time band b',
      'distance between two incidents, and their times',
      'pairs expected if times were dealt out at random',
      'pairs in the distance band, and pairs in the time band',
      'permutations with at least as many pairs',
      'number of permutations',
    ],
    unit: 'Pairs; ratio of observed to expected. p one-sided (more than expected).',
    defaults:
      'Bands [a, b): the lower limit belongs, the upper does not. Places stay and times are shuffled. Without a place or a time an incident is left out. The bands stand in the card’s table, number of permutations and seed under Used now.',
    reading:
      'Shows that nearness in time and in space go together in these data. It does not say who did it, or where the next will be.',
    notWhen: [
      'when times are coarse, such as only the month',
      'when the period is long and the town has changed: the change looks like repeats',
      'to pick the best cell afterwards: many cells are tested',
    ],
  },
  concentration: {
    title: 'Concentration',
    question: 'How much of the crime lies at how few of the places?',
    terms: [
      'count in unit i, in rising order',
      'number of units: cells, areas or addresses',
      'number of incidents',
      'Gini: 0 is even, 1 is all in one place',
      'Gini corrected for there being fewer incidents than units',
    ],
    unit: 'A number from 0 to 1; shares in percent.',
    defaults:
      'Unit: cells of twice the bandwidth, at least 200\u00a0m, in the study area, or the areas. Units without incidents count. Chance: as many crimes on equally likely cells. Shares for 25, 50 and 80% of the incidents.',
    reading:
      'Read G′ where there are fewer incidents than units: few crimes look like concentration otherwise.',
    notWhen: [
      'to compare different units: cells, streets and areas give different numbers',
      'with fewer than ten incidents',
      'when positions are missing for one kind of place: it drops out',
    ],
  },
  repeatPlaces: {
    title: 'Repeat places',
    question: 'How much of the crime happens at places that are hit more than once?',
    terms: [
      'share of the incidents at repeat places',
      'count at place k',
      'number of incidents with a position',
    ],
    unit: 'Share; count per place.',
    defaults:
      'A place is an object: the same position in the file, rounded to the metre. Never a person. Chance: as many crimes on equally likely places, p one-sided (more).',
    reading:
      'Shows where the same place is hit again. The count is a minimum: what was not reported is not seen.',
    notWhen: [
      'when positions are rounded or set to the middle of the street: different places become one',
      'for large places such as squares and malls without counting their visitors',
      'to point out residents or a business in material that is handed out',
    ],
  },
  backTest: {
    title: 'Back-test',
    question: 'How well did the map point out where the next period’s crime was to happen?',
    terms: [
      'incidents of the next period in the cells pointed out',
      'all incidents of the next period',
      'surface pointed out',
      'whole surface',
      'the most that as many cells could have caught',
    ],
    unit: 'PAI: ratio, 1 is as by chance. PEI: 0 to 1, 1 is the best possible.',
    defaults:
      'The map is made of the time before only. Tried on the period after, rolling. Cells of equal size.',
    reading:
      'A measure of the map, not of the policing. Always compare with last year’s map: it is hard to beat.',
    notWhen: [
      'on the period that the map was made of',
      'PAI alone: a very small surface gives high numbers',
      'when the next period has few incidents: the number jumps',
      'when police or measures were sent to the places: that changes the outcome',
    ],
  },
  emergingHotspots: {
    title: 'Emerging hotspots',
    question: 'Which places are new, lasting or on their way out?',
    terms: [
      'Gi* of the cell in time step t',
      'rises less falls over all pairs of time steps (Mann-Kendall)',
      'z of the trend, corrected for ties',
    ],
    unit: 'A class per cell; z of the trend.',
    defaults:
      'Esri’s eight classes of hot spots. Hot: z > 0 and q < 0.05 (FDR within the time step). “Throughout”: hot in at least 90% of the steps. Trend: two-sided p < 0.05. At least 10 whole steps.',
    reading: 'Describes the pattern of the time steps. The trend’s p is not adjusted for many cells.',
    notWhen: [
      'with few time steps: the trend can hardly show',
      'when time steps are shorter than a year and the season rules: the place seems to come and go',
      'when the time steps have few incidents each',
    ],
  },
  spatialPointPatternTest: {
    title: 'Similar patterns',
    question: 'Do two sets of crime lie in the same way over the areas?',
    terms: [
      'share of areas in which the two are alike',
      'number of areas',
      '1 where the area is alike, else 0',
      'the area’s share of the one set',
      'limits from samples of the other',
    ],
    unit: 'Fraction, 0 to 1.',
    defaults:
      'Each sample draws 85% of the other set without replacement. 95% of the samples are kept. The robust variant leaves out areas that are empty in both. Chance: before and after are dealt anew.',
    reading:
      'Near 1: the same pattern. It compares shares, not levels: like patterns can hold different amounts of crime.',
    notWhen: [
      'with many empty areas and without the robust variant: they are alike by themselves',
      'in one direction only: swap the sets and see whether the answer stands',
      'when either set is small',
    ],
  },
  cusum: {
    title: 'CUSUM',
    question: 'Has the level shifted, and about when?',
    terms: [
      'count in time step t',
      'accumulated deviation, never below 0',
      'usual level of a time step',
      'the level to be found out',
      'reference value between the two levels',
    ],
    unit: 'Incidents (accumulated deviation).',
    defaults:
      'The usual level and the one to be found out stand under Used now. Where the latter is lower, the fall is accumulated in the same way with the sign turned. The alarm limit is chosen by how seldom a false alarm may come.',
    reading: 'A curve that rises and stays up points to a new level. It does not say what changed.',
    notWhen: [
      'without regard to the season: take the usual level of the same season',
      'when the usual level is estimated from the time that is tested',
      'to read the first rise as a turn: it often falls back',
    ],
  },
  empiricalBayesRates: {
    title: 'Smoothed rates',
    question: 'Which areas are high once the chance of small areas is damped?',
    terms: [
      'smoothed rate',
      'the area’s own rate, count by inhabitants',
      'count and inhabitants',
      'mean rate of all areas',
      'difference between areas beyond chance',
    ],
    unit: 'Per inhabitant.',
    defaults:
      'Global smoothing towards the mean rate of all areas. Where rates vary no more than chance (A = 0) all get the mean.',
    reading: 'The fewer the inhabitants, the closer to the mean. Always show the raw count too.',
    notWhen: [
      'to account for what was reported: the rate is an estimate',
      'when the areas are of quite different kinds, such as centre and countryside',
      'with fewer than ten areas: the spread cannot be estimated well',
    ],
  },
  funnelLimits: {
    title: 'Funnel limits',
    question: 'Does the area deviate more than its size explains?',
    terms: [
      'count expected under the common rate of all areas',
      'counts and inhabitants of all areas',
      'quantile of the Poisson distribution',
      '0.05, or 0.002 for the outer funnel',
    ],
    unit: 'Count of incidents.',
    defaults: 'Exact Poisson limits, 95% and 99.8%. A count on the limit lies inside the funnel.',
    reading:
      'Inside: the difference may be chance. Outside: something other than chance sets the area apart. No ranking.',
    notWhen: [
      'when counts spread more than Poisson: too many fall outside then',
      'when the areas are known to have different conditions',
      'to name the best and the worst',
    ],
  },
} satisfies Record<keyof typeof sv, MethodTexts>
