import type { Formatter } from '../../i18n/format.ts'
import type { locale } from '../../i18n/locale.svelte.ts'
import { DatabaseError } from '../../db/errors.ts'
import { ProjectError, type ProjectErrorCode } from '../../project/errors.ts'

type Words = Pick<typeof locale, 'texts' | 'format'>

/** Why a project could not be saved, opened or kept, in the reader's language. */
export function projectSentence(error: Error, { texts, format }: Words): string {
  const { errors } = texts.project
  if (error instanceof ProjectError) {
    const words = errors[error.code as ProjectErrorCode] as (
      f: Formatter,
      data: ProjectError['data'],
    ) => string
    return words(format, error.data)
  }
  if (error instanceof DatabaseError && error.code === 'outOfMemory') return errors.tooLarge()
  return errors.unexpected(format, { detail: error.message })
}
