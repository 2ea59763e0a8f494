export const ui = {
  close: 'Stäng',
  cancel: 'Avbryt',
  remove: (label: string) => `Ta bort ${label}`,
  table: 'Tabell',
  method: 'Metod',
  export: 'Hämta',
  noticeKind: { info: 'Att veta', warn: 'Att tänka på', error: 'Fel' },
  sheet: {
    handle: 'Panelens höjd',
    stops: { low: 'låg', middle: 'halv', high: 'hög' },
  },
  rows: {
    none: 'Inga rader',
    count: (rows: number, written: string) => (rows === 1 ? '1 rad' : `${written} rader`),
    loading: 'Läser raderna …',
    failed: 'Raderna kunde inte läsas.',
    retry: 'Försök igen',
    sortBy: (label: string) => `Sortera efter ${label}`,
  },
}
