import type { ui as source } from '../sv/ui.ts'

export const ui: typeof source = {
  close: 'Close',
  cancel: 'Cancel',
  remove: (label: string) => `Remove ${label}`,
  table: 'Table',
  method: 'Method',
  export: 'Export',
  noticeKind: { info: 'Note', warn: 'Caution', error: 'Error' },
  sheet: {
    handle: 'Height of the panel',
    stops: { low: 'low', middle: 'half', high: 'high' },
  },
  rows: {
    none: 'No rows',
    count: (rows: number, written: string) => (rows === 1 ? '1 row' : `${written} rows`),
    loading: 'Reading the rows …',
    failed: 'The rows could not be read.',
    retry: 'Try again',
    sortBy: (label: string) => `Sort by ${label}`,
  },
}
