import { describe, expect, it } from 'vitest'
import { ingest as en } from '../../src/i18n/en/ingest.ts'
import { createFormatter } from '../../src/i18n/format.ts'
import { ingest as sv } from '../../src/i18n/sv/ingest.ts'
import {
  NOTE_CODES,
  REJECT_REASONS,
  type Certainty,
  type DateOrder,
  type IngestErrorCode,
  type IngestErrorData,
  type NoteCode,
  type RejectReason,
  type Role,
} from '../../src/ingest/index.ts'
import type { Formatter } from '../../src/i18n/format.ts'

/** The catalogue has words for every code, taking the data that comes with it: the compiler checks this. */
const complete: {
  errors: { [Code in IngestErrorCode]: (f: Formatter, data: IngestErrorData[Code]) => string }
  rejected: Record<RejectReason, string>
  notes: Record<NoteCode, (f: Formatter, note: { count: number; share: number }) => string>
  roles: Record<Role, string>
  certainty: Record<Certainty, string>
  dateOrders: Record<DateOrder, string>
}[] = [sv, en]

describe('words of the ingest', () => {
  it.each([
    ['sv', sv],
    ['en', en],
  ] as const)('say every note and reason in %s', (language, words) => {
    const f = createFormatter(language)
    for (const code of NOTE_CODES) {
      const text = words.notes[code](f, { count: 1234, share: 0.5 })
      expect(text).toMatch(/\.$|\?$/)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }
    for (const reason of REJECT_REASONS) expect(words.rejected[reason].length).toBeGreaterThan(5)
    expect(Object.keys(words.notes)).toEqual([...NOTE_CODES])
    expect(complete.length).toBe(2)
  })

  it('count in the language', () => {
    expect(sv.notes.noClock(createFormatter('sv'), { count: 1, share: 0.01 })).toMatch(/^1 rad \(/)
    expect(sv.notes.noClock(createFormatter('sv'), { count: 1234, share: 0.25 })).toMatch(
      /^1\s234 rader \(25\s%\)/,
    )
    expect(en.errors.unsupported(createFormatter('en'), { looksLike: 'pdf' })).toContain('a PDF')
  })
})
