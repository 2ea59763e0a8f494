import { CrimeTypesError } from '../../domain/crimeTypesFile.ts'
import { PreventionFileError } from '../../domain/preventionFile/error.ts'
import type { Formatter } from '../../i18n/format.ts'
import type { locale } from '../../i18n/locale.svelte.ts'
import { AreasError } from '../../ingest/areas/areasError.ts'
import { IngestError } from '../../ingest/errors.ts'
import type { IngestErrorCode, Note } from '../../ingest/index.ts'
import { preventionFileSentence } from '../prevention/preventionFileSentence.ts'
import { crimeTypesSentence } from '../crimeTypes/crimeTypesSentence.ts'

/** The catalogue and the figures of a language. */
type Words = Pick<typeof locale, 'texts' | 'format'>

/** Why a file cannot be taken over just now; the words stand in the catalogue `fileFormats`. */
export class IntakeError extends Error {
  constructor(readonly code: 'unknownOwn') {
    super(code)
    this.name = 'IntakeError'
  }
}

/** What went wrong with a file, why, and what to do, in the reader's language. */
export function failureSentence(error: Error, { texts, format }: Words): string {
  const { ingest, panels } = texts
  if (error instanceof IngestError) {
    const words = ingest.errors[error.code as IngestErrorCode] as (
      f: Formatter,
      data: IngestError['data'],
    ) => string
    return words(format, error.data)
  }
  if (error instanceof CrimeTypesError) return crimeTypesSentence(error, { texts, format })
  if (error instanceof AreasError) return texts.areaFiles.errors[error.code]
  if (error instanceof PreventionFileError) return preventionFileSentence(error, { texts, format })
  if (error instanceof IntakeError) return texts.fileFormats[error.code]
  if (error.name === 'NotReadableError' || error.name === 'NotFoundError')
    return ingest.errors.unreadable(format, { detail: error.message })
  return panels.open.failures.unexpected(error.message)
}

/** What is odd about the rows, with how many they are. */
export function noteSentence(note: Note, { texts, format }: Words): string {
  const words = texts.ingest.notes[note.code] as (f: Formatter, note: Note) => string
  return words(format, note)
}
