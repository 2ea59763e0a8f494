import type { CrimeTypes } from '../domain/crimeTypes.ts'
import type { FileContent } from '../domain/preventionFile/records.ts'
import type { FileSubject } from '../domain/preventionFile/tables.ts'
import type { FileLanguage } from '../domain/preventionFile/vocabularies.ts'
import type { WorkReading } from '../ingest/prevention/readWork.ts'
import type { WorkMapping } from '../ingest/prevention/workMapping.ts'
import type { WorkFormat } from '../report/prevention/workFormats.ts'
import type { PostedFile } from './ingestMessages.ts'

export type PreventionFilesJobs = {
  /** Walks or measures of a file, as it is proposed or as a person has it read. */
  read: {
    request: { file: PostedFile; wished: FileSubject | null; mapping: WorkMapping | null; types: CrimeTypes }
    response: WorkReading
  }
  /** The content without what is of persons in its texts. */
  hide: { request: { content: FileContent }; response: FileContent }
  write: {
    request: { content: FileContent; subject: FileSubject; format: WorkFormat; language: FileLanguage }
    response: Blob
  }
}
