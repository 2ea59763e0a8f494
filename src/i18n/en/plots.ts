import type { plots as source } from '../sv/plots.ts'

export const plots: typeof source = {
  crimes: 'crimes',
  crimesCounted: (count: number, written: string) => (count === 1 ? '1 crime' : `${written} crimes`),
  fraction: 'over 0',
  unknownTime: (written: string) => `time not known:\u00a0${written}`,
  heat: {
    name: 'Crimes by weekday and hour, the day starts at 06',
    help: 'Arrow keys move, Shift and arrow mark, Enter chooses, Esc clears.',
    row: 'Weekday',
    hours: (day: string, from: string, to: string) => `${day} ${from}–${to}`,
    nightOf: (day: string) => `the night after ${day}`,
    share: (count: string, share: string) => `${count} (${share})`,
    chosen: (window: string, count: string, share: string) => `${window}: ${count} (${share})`,
    cleared: 'No time chosen',
  },
  timeline: {
    name: 'Crimes per month',
    before: 'same month the year before',
    help: 'Arrow keys move, Shift and arrow mark, Enter chooses, Esc clears.',
    month: (month: string, count: string) => `${month}: ${count}`,
    incomplete: 'the month is not complete',
    cleared: 'No period chosen',
    measures: (count: number) => `${count} measures`,
  },
  types: {
    name: 'Crime types',
    count: 'count',
    against: (before: string) => `on ${before}`,
    showAll: (written: string) => `Show all ${written} types`,
    showFewer: 'Show fewer',
    tooFew: 'too few to judge',
    moreThanChance: 'more than chance',
    mayBeChance: 'may be chance',
    noBefore: 'no period to compare with',
    fromTo: (before: string, now: string) => `${before} → ${now}`,
    before: (written: string) => `before ${written}`,
    none: 'No crimes in the selection.',
  },
  legend: {
    locked: 'The scale is locked',
    unlocked: 'The scale follows the selection',
    classFrom: (from: string, to: string | null) =>
      to === null ? `${from} or more` : `${from} to under ${to}`,
  },
}
