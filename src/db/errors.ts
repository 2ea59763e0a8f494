/**
 * What can go wrong in the database, as a code; words are made of it in i18n.
 * - `bootFailed`: the engine could not be fetched or started
 * - `outOfMemory`: the data set is larger than the engine's memory
 * - `queryFailed`: DuckDB refused a statement (`message` has its words)
 * - `notLoaded`: a question before `finish()`, or rows before `begin()`
 * - `alreadyLoaded`: rows after `finish()`
 * - `columnsDiffer`: a batch has other source columns than the first
 * - `sourceUnreadable`: the source's Arrow stream is broken, or has a column that is not utf8
 * - `rowsMissing`: a selection by an outline, or by hours of another method than the start, without its rows
 * - `labelsMissing`: rows with a type index beyond the last label
 * - `lengthDiffers`: areas for another number of rows than was loaded
 */
export type DatabaseErrorCode =
  | 'bootFailed'
  | 'outOfMemory'
  | 'queryFailed'
  | 'notLoaded'
  | 'alreadyLoaded'
  | 'columnsDiffer'
  | 'sourceUnreadable'
  | 'rowsMissing'
  | 'labelsMissing'
  | 'lengthDiffers'

export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options)
    this.name = 'DatabaseError'
  }
}

/** DuckDB's own error as a {@link DatabaseError}. */
export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = /out of memory|could not allocate/i.test(message) ? 'outOfMemory' : 'queryFailed'
  return new DatabaseError(code, message, { cause: error })
}
