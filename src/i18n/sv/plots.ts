export const plots = {
  crimes: 'brott',
  crimesCounted: (count: number, written: string) => (count === 1 ? '1 brott' : `${written} brott`),
  fraction: 'över 0',
  unknownTime: (written: string) => `utan känd tid: ${written}`,
  heat: {
    name: 'Brott efter veckodag och timme, dygnet börjar kl. 06',
    help: 'Piltangenter flyttar, skift och pil markerar, Enter väljer, Esc rensar.',
    row: 'Veckodag',
    hours: (day: string, from: string, to: string) => `${day} kl. ${from}–${to}`,
    nightOf: (day: string) => `natten efter ${day}`,
    share: (count: string, share: string) => `${count} (${share})`,
    chosen: (window: string, count: string, share: string) => `${window}: ${count} (${share})`,
    cleared: 'Ingen tid vald',
  },
  timeline: {
    name: 'Brott per månad',
    before: 'samma månad året före',
    help: 'Piltangenter flyttar, skift och pil markerar, Enter väljer, Esc rensar.',
    month: (month: string, count: string) => `${month}: ${count}`,
    monthBefore: (month: string, count: string) => `${month}: ${count}`,
    incomplete: 'månaden är inte hel',
    chosen: (period: string, count: string) => `${period}: ${count}`,
    cleared: 'Ingen period vald',
    markersHidden: (count: number) =>
      count === 1 ? '1 åtgärd visas inte här' : `${count} åtgärder visas inte här`,
  },
  types: {
    name: 'Brottstyper',
    count: 'antal',
    against: (before: string) => `mot ${before}`,
    showAll: (written: string) => `Visa alla ${written} typer`,
    showFewer: 'Visa färre',
    tooFew: 'för få för att bedöma',
    moreThanChance: 'mer än slump',
    mayBeChance: 'kan vara slump',
    noBefore: 'ingen period att jämföra med',
    fromTo: (before: string, now: string) => `${before} → ${now}`,
    row: (name: string, now: string, before: string | null, judgement: string) =>
      [`${name}: ${now}`, before && `förut ${before}`, judgement].filter(Boolean).join(', '),
    none: 'Inga brott i urvalet.',
  },
  legend: {
    locked: 'Skalan är låst',
    unlocked: 'Skalan följer urvalet',
    classFrom: (from: string, to: string | null) =>
      to === null ? `${from} eller mer` : `${from} till under ${to}`,
  },
}
