import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../../src/i18n/en.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { sv } from '../../../src/i18n/sv.ts'
import { AreasError } from '../../../src/ingest/areas/areasError.ts'
import { PreventionFileError } from '../../../src/domain/preventionFile/error.ts'
import { IngestError, type IngestErrorCode, type IngestErrorData } from '../../../src/ingest/errors.ts'
import { NOTE_CODES, REJECT_REASONS } from '../../../src/ingest/report.ts'
import { failureSentence, IntakeError, noteSentence } from '../../../src/panels/data/failureSentence.ts'

const FAILURES: IngestErrorData = {
  empty: {},
  unsupported: { looksLike: 'pdf' },
  brokenWorkbook: { detail: 'DETAIL' },
  noSuchSheet: { sheet: 'SHEET', sheets: ['A', 'B'] },
  noRows: { sheet: null },
  noDateOrPosition: { columns: ['ALFA', 'BETA'] },
  nothingMapped: {},
  personFile: { reason: 'birthDates', columns: ['NAMN', 'FÖDD'] },
  badCoarsening: { fault: 'ring' },
  rowGroupTooLarge: { cells: 10, most: 5 },
  endlessLine: { most: 5 },
  workbookTooLarge: { most: 4e9 },
  brokenFile: { format: 'geojson', detail: 'DETAIL' },
  tooLarge: { bytes: 2e9, most: 1e9 },
  tooManyColumns: { most: 1000 },
  missingPart: { layer: 'LAYER', part: 'dbf' },
  noFeatures: { layer: 'LAYER' },
  entities: {},
  severalFiles: { names: ['A', 'B'] },
  nothingInside: { names: ['A'] },
  archiveTooLarge: { most: 8e9 },
  nestedArchive: {},
  encryptedArchive: {},
  unreadable: { detail: 'DETAIL' },
}

const sentence = (code: IngestErrorCode) => failureSentence(new IngestError(code, FAILURES[code]), locale)

afterEach(() => locale.use('sv'))

describe.each(['sv', 'en'] as const)('sentences in %s', (language) => {
  it('has words for every failure of a file, all different', () => {
    locale.use(language)
    const sentences = (Object.keys(FAILURES) as IngestErrorCode[]).map((code) => sentence(code))
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[.)]$/)
      expect(sentence).not.toMatch(/undefined|\[object|Error/)
    }
  })

  it('carries the data of a failure into its sentence', () => {
    locale.use(language)
    expect(sentence('noDateOrPosition')).toContain('ALFA')
    expect(sentence('noSuchSheet')).toContain('SHEET')
    expect(sentence('brokenWorkbook')).toContain('DETAIL')
  })

  it('has words for areas, for what has no place here and for what nobody foresaw', () => {
    locale.use(language)
    const errors = [
      new AreasError('noPolygons'),
      new AreasError('outsideCrs'),
      new AreasError('noKey'),
      new AreasError('noFigures'),
      new PreventionFileError('tooManyRoutes', { routes: 60, most: 40 }),
      new IntakeError('unknownOwn'),
      new Error('DETAIL'),
      new DOMException('GONE', 'NotReadableError'),
    ]
    const sentences = errors.map((error) => failureSentence(error, locale))
    expect(new Set(sentences).size).toBe(errors.length)
    expect(sentences[6]).toContain('DETAIL')
    expect(sentences[7]).toContain('GONE')
  })

  it('has a sentence with the count for every note', () => {
    locale.use(language)
    const sentences = NOTE_CODES.map((code) => noteSentence({ code, count: 4711, share: 0.25 }, locale))
    expect(new Set(sentences).size).toBe(NOTE_CODES.length)
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN/)
    const counted = sentences.filter((sentence) => /4\s?,?711/.test(sentence))
    expect(counted.length).toBe(NOTE_CODES.length - 7)
  })

  it('has words for every reason to leave a row out', () => {
    locale.use(language)
    const words = REJECT_REASONS.map((reason) => locale.texts.ingest.rejected[reason])
    expect(new Set(words).size).toBe(REJECT_REASONS.length)
    expect(words.every((text) => text.length > 5)).toBe(true)
  })

  it('has a short word for every problem of a cell', () => {
    const { problems } = (language === 'sv' ? sv : en).panels.open
    for (const code of [...NOTE_CODES, ...REJECT_REASONS]) {
      expect(problems[code].length).toBeGreaterThan(5)
      expect(problems[code].length).toBeLessThan(34)
    }
  })
})
