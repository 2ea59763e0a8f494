import type { situationMethods as sv } from '../../sv/methodCards/situation.ts'
import type { MethodTexts } from '../../sv/methodCards/texts.ts'

/** Method cards: what the situation and the areas rest on. */
export const situationMethods = {
  counts: {
    title: 'Change in counts',
    question: 'Has the count changed more than chance usually makes it?',
    terms: [
      'count in the comparison period and in the chosen period',
      'length of the periods in one unit: days, or a number of equally long periods',
      'the change, as a fraction',
      'its lower and upper limit',
      'quantile of the beta distribution',
      '0.05: the interval covers 95%',
    ],
    unit: 'Counts, and change in percent.',
    defaults:
      'The same dates one year earlier. Exact two-sided 95% interval. No percent where both sides are below 10. “Rising” is ordered by the lower limit, and types below 10 stand apart.',
    reading:
      'Bold: the interval leaves out “no change”. Grey: the change may be chance. It says nothing of the cause.',
    notWhen: [
      'when there are few: compare the counts, not the percent',
      'when the readiness to report, the coding or the policing changed between the periods',
      'to judge a measure: that takes a comparable control',
      'when one act makes several reports: the interval is then too narrow',
    ],
  },
  samePeriod: {
    title: 'Same period',
    question: 'What is the chosen period compared with?',
    terms: [
      'the chosen period',
      'the same dates k years earlier',
      'year, month and day',
      'count k years earlier',
      'number of years in the mean',
    ],
    unit: 'Dates; count per period.',
    defaults:
      'One year earlier. Two or three years earlier, the mean of several years and a period of your own can be chosen. Periods of different length are compared per day. A period that starts on 29 February has its earlier one start on 28 February.',
    reading:
      'A season is compared with the same season. A leap day is pointed out. Weekdays shift a little from year to year.',
    notWhen: [
      'when a holiday or an event lies in only one of the periods',
      'when a single year is unusual: take the mean of several',
      'when the data do not cover the whole comparison: no change is shown then',
    ],
  },
  months: {
    title: 'Months',
    question: 'How has the count gone from month to month?',
    terms: ['count in the month', 'calendar month', 'time at which the incident began'],
    unit: 'Count per calendar month, not adjusted for its length.',
    defaults:
      'All filters but the period apply. The tick shows the same month a year earlier. A month that the data do not cover is hatched.',
    reading: 'Compare a bar with its tick, not with its neighbour: the season matters.',
    notWhen: [
      'to see a turn in a single month: small numbers swing',
      'to compare months of different length: 31 days hold a good tenth more than 28',
      'for the latest weeks: reports come in afterwards',
    ],
  },
  timeOfWeek: {
    title: 'Hours of the week',
    question: 'When in the week does it happen?',
    terms: [
      'count in hour h of the 168 of the week',
      'the share of the incident that lies in the hour',
      'first and last possible time',
      'count of unknown time',
      'number of incidents',
    ],
    unit: 'Count per hour of the week, local time. Shares of incidents where time is spread.',
    defaults:
      'Start: the whole incident in the hour in which it began. Midpoint: half-way through the interval. Spread (aoristic): each hour gets its share of the interval in elapsed time, as in the formula. Without an end the hour of the start counts. A missing clock time is unknown. So is, but for start, an end before the start and an interval above 168 hours. The day on screen begins at 06.',
    reading:
      'Spread shows when it may have happened, not when it did. The cells and the unknown always sum to all.',
    notWhen: [
      'by start for thefts and damage: it is often when the owner left',
      'when many have the time 00:00: often a default value',
      'to read single cells: take hours together to ten at least',
    ],
  },
  kernelDensity: {
    title: 'Density',
    question: 'Where do the incidents lie close together?',
    terms: [
      'density at the centre of the cell',
      'distance from incident i to the centre, m',
      'bandwidth, m: farther off the incident does not count',
      'weight: 1, or its share in the chosen hours',
      'length of the period: days/365.25',
    ],
    unit: 'Incidents per km² and year.',
    defaults:
      'Quartic kernel, exact in every cell. Cell: a fifth of the bandwidth, at least 10\u00a0m, coarser only where the surface would need too many cells. Filters on hour and weekday do not change the divisor. No edge correction on the map.',
    reading:
      'The colour shows a count per surface, not the risk of someone who is there. Two maps can be compared only on the same scale and bandwidth.',
    notWhen: [
      'with fewer than ten: look at the points',
      'to point out an address: the surface is smoothed over the bandwidth',
      'when positions are set to the middle of an area: the peak ends up there',
      'close to where the data end: what lies beyond is missing',
    ],
  },
  bandwidth: {
    title: 'Bandwidth',
    question: 'Over how far is the map smoothed?',
    terms: [
      'default bandwidth, m',
      'root of the width times the height of the data’s extent, m',
      'Scott’s rule, m',
      'standard deviation east and north, m',
      'log likelihood of each incident foretold by the others',
      'gaussian kernel of standard deviation σ',
      'quartic bandwidth of the same spread',
    ],
    unit: 'Metres.',
    defaults:
      'Street scale: 150\u00a0m for a town of 4.5\u00a0km, to the nearest 50\u00a0m, between 100 and 1,000\u00a0m. Scott’s rule is shown as a ceiling, since it gives kilometres in a town.',
    reading:
      'A small bandwidth shows corners and noise, a large one districts. None is right for every question.',
    notWhen: [
      'to pick the one that gives the clearest blob',
      'Scott’s rule with several centres: it assumes one',
      'the likelihood with many coincident places: it is pulled towards zero',
    ],
  },
  hotspots: {
    title: 'Hotspot',
    question: 'Which places are much denser than the rest?',
    terms: [
      'connected region above the threshold',
      'density at the centre of the cell',
      'mean density of the cells above zero',
      'threshold, times the mean',
      'incidents in the region (hotspot)',
      'Gi* cell that overlaps: z, adjusted p and count',
      '0.05',
    ],
    unit: 'Incidents, their share of all and the share of the study area.',
    defaults:
      'Threshold: 5 times the mean; 2 to 10 can be chosen, or the densest 2% of the surface. At least 5 incidents. Solid: at least one Gi* cell with z > 0, q < 0.05 and at least 5 incidents overlaps it. Dashed otherwise.',
    reading:
      'Solid is more than chance. Dashed may be chance. The outline is computed: nothing on the ground ends there.',
    notWhen: [
      'to compare towns: the mean is each town’s own',
      'to follow a place over time with outlines computed anew: lock it as a filter',
      'as a forecast: it shows where it has happened',
    ],
  },
  getisOrdGiStar: {
    title: 'Gi*',
    question: 'Do the cell and its neighbours hold more incidents than a random spread gives?',
    terms: [
      'z of cell i',
      'count in cell j',
      'weight: 1 for the cell itself and its eight neighbours, else 0',
      'number of cells in the study area',
      'mean and standard deviation (divisor n) over the cells',
    ],
    unit: 'z, in standard deviations. q: p adjusted for many tests.',
    defaults:
      'A grid of its own: twice the bandwidth, at least 200\u00a0m. Study area: the loaded areas, else what lies within a bandwidth of the incidents’ convex hull. Two-sided normal p, adjusted by FDR (Benjamini-Hochberg) over the cells of the area.',
    reading:
      'q < 0.05: the cell stands out against a random spread over this very area. It does not say why.',
    notWhen: [
      'when the area holds woods, water or else where nothing can happen: too much is “more than chance” then',
      'on fine cells: lone incidents come out',
      'to look for cold places where counts are small: they cannot show',
      'to compare z between maps of different area or cell',
    ],
  },
  adjustPValues: {
    title: 'Many tests',
    question: 'How many of the finds may be false when many tests are made?',
    terms: ['the p-values in rising order, s from 1 to m', 'number of tests made', 'adjusted p (at most 1)'],
    unit: 'Fraction, 0 to 1.',
    defaults:
      'FDR by Benjamini-Hochberg over all tests of one picture: its cells, its areas or the cells of a table. Limit 0.05.',
    reading:
      'q < 0.05: of what is pointed out, five percent at most is expected to be false on average. Which part cannot be known.',
    notWhen: [
      'to read q as the probability that the find is chance',
      'when one test was chosen beforehand: its own p holds then',
      'when filters are tried until something comes out: those tries are not counted',
    ],
  },
  rates: {
    title: 'Per inhabitant',
    question: 'Where are there many in proportion to how many live there?',
    terms: [
      'count per 1,000 inhabitants and year',
      'incidents in the area',
      'inhabitants of the area',
      'length of the period: days/365.25',
      'quantile of the chi-squared distribution: limits of the count',
    ],
    unit: 'Per 1,000 inhabitants and year.',
    defaults:
      'Population of the year in which the period ends, or the nearest year known. The position decides the area. Outside the areas, or without a position, is counted apart. The exact limits (Garwood) are those of the reported count.',
    reading:
      'Residents are the denominator. In a centre it is the visitors who are many: the rate is high though a resident’s risk is not.',
    notWhen: [
      'for centres, stations and malls: residents are the wrong denominator',
      'for areas with fewer than ten crimes: the rate is uncertain',
      'for thefts of and from vehicles: vehicles would be the denominator',
    ],
  },
  trendAgainstPeers: {
    title: 'Trend against compared areas',
    question: 'Does the area go another way than the areas that it is compared with?',
    terms: [
      'the area’s share of the count in year t',
      'count in the area in year t',
      'count in the compared areas together in year t',
      'how the log odds of the share change a year',
      'the area’s change a year divided by that of the compared areas',
    ],
    unit: 'Ratio a year: 1.10 is 10% more a year than the compared areas.',
    defaults:
      'The same dates of each year, as far back as the data reach. The interval is widened where the years vary more than chance. All areas are tested at once against those that do not deviate, and the p-values are corrected for it (Benjamini-Hochberg, 5%).',
    reading:
      'What all areas share, such as a new reporting routine, does not move the ratio. The ratio does not say why the area deviates.',
    notWhen: [
      'with fewer than three years, or fewer than 20 crimes in the area',
      'when borders or crime codes have changed in some areas only',
      'when the compared areas are of another kind: choose them yourself',
    ],
  },
} satisfies Record<keyof typeof sv, MethodTexts>
