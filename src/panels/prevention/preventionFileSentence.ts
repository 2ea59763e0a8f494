import type { PreventionFileError, PreventionFileErrorData } from '../../domain/preventionFile/error.ts'
import type { Words } from './contentFacts.ts'

/** Why a file of walks or measures cannot be read or written, and what to do. */
export function preventionFileSentence(error: PreventionFileError, { texts, format }: Words): string {
  const { errors } = texts.preventionFiles
  const figure = (n: number) => format.integer(n)
  switch (error.code) {
    case 'textTooLong': {
      const data = error.data as PreventionFileErrorData['textTooLong']
      return errors.textTooLong(data, figure(data.most))
    }
    case 'tooManyRows': {
      const { rows, most } = error.data as PreventionFileErrorData['tooManyRows']
      return errors.tooManyRows({ rows: figure(rows), most: figure(most) })
    }
    case 'tooManyRoutes': {
      const { routes, most } = error.data as PreventionFileErrorData['tooManyRoutes']
      return errors.tooManyRoutes({ routes: figure(routes), most: figure(most) })
    }
    default:
      return errors[error.code]()
  }
}
