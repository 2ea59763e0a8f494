import type { Catalogue } from '../sv.ts'

const WORDS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const word = (count: number, written: string) => WORDS[count] ?? written
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const allEffects: Catalogue['allEffects'] = {
  title: 'All measures',
  sentence: {
    some: (p) => {
      if (p.judged === 1)
        return p.clear === 1
          ? 'The one measure that can be judged stands out from chance.'
          : 'The one measure that can be judged does not stand out from chance.'
      const verb = p.clear === 1 ? 'stands' : 'stand'
      return `${capital(word(p.clear, p.clearText))} of ${word(p.judged, p.judgedText)} measures that can be judged ${verb} out from chance.`
    },
    none: 'No measure can be judged against a control.',
    noMeasures: 'No measures have been entered.',
    waiting: 'The measures are being judged.',
  },
  computing: 'Judging the measures',
  failed: 'The measures could not be judged.',
  stopped: 'Judging was stopped.',
  again: 'Judge again',
  plotLabel: 'Effect of the measures, net of control',
  foot: (judged) =>
    `Net of control, 95% CI. Filled = still there after correction for the number of tests (${judged}). Without a comparable place a measure stands below.`,
  together: (names) => `${names}: several measures in one place. Which did what cannot be told.`,
  oneTest: (names) => `${names}: the same places, periods and crimes. Counted as one test.`,
  moved: (names) => `${names}: there were more than expected next to it. A net gain is not shown.`,
  interval: (p) => `${p.lower} to ${p.upper}`,
  spoken: (p) =>
    `${p.title}: ${p.value}, 95% CI ${p.interval}. ${p.clear ? 'Stands out from chance.' : 'May be chance.'}`,
  spokenWhy: (p) => `${p.title}: ${p.why}.`,
  uncompared: (p) => `no control: ${p.change} (${p.interval})`,
  uncomparedNothing: 'no control',
  withheld: {
    'too-few': (p) => `too few to judge (${p.before} → ${p.after})`,
    'regression-to-mean': { peak: 'peak year before: no verdict', trough: 'low year before: no verdict' },
    'zones-overlap': 'the zones overlap',
    'data-break': 'the statistics changed',
    'baseline-short': 'too short a time before',
    'season-mismatch': 'different seasons',
    'periods-misplaced': 'the periods are misplaced',
    other: 'no verdict',
  },
  cannot: {
    'no-place': 'has no place',
    'no-start': 'has no start date',
    cancelled: 'cancelled',
    'no-dates': 'the data have no dates',
    'empty-place': 'the place has no area',
    'nothing-after': 'nothing to count after it yet',
    'over-too-soon': 'went on too short to be judged',
    'nothing-before': 'nothing to count before it',
  },
  filter: {
    label: 'Selection of measures',
    kind: 'Kind',
    category: 'Category',
    all: 'All',
    shown: (p) => `${p.shown} of ${p.of} shown. The correction is over all.`,
    none: 'No measure fits the selection.',
    clear: 'Show all',
  },
  more: (count) => `Show all ${count}`,
  columns: {
    title: 'Measure',
    kind: 'Kind',
    category: 'Category',
    before: 'Before',
    after: 'After',
    net: 'Net',
    lower: 'CI lower',
    upper: 'CI upper',
    p: 'p',
    q: 'q',
    reading: 'Reads as',
  },
  readings: {
    clear: 'stands out from chance',
    chance: 'may be chance',
    moved: 'stands out, but moved next door',
    together: (reading) => `${reading}; several measures together`,
  },
  now: {
    tests: (p) => `Judged against a control: ${p.judged}. Tests: ${p.tests}, FDR 0.05.`,
    net: 'Change of the place over that of its control, per day.',
  },
  exportName: 'all-measures',
}
