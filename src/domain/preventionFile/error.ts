/** Why a file of walks or measures cannot be written or read; the words stand in the catalogue `preventionFiles.errors`. */
export interface PreventionFileErrorData {
  /** Excel cannot hold so long a text; `start` is how it begins. */
  textTooLong: { start: string; most: number }
  /** JSON of ours that is damaged or cut off. */
  brokenJson: Record<string, never>
  /** Nothing in it can be a walk or a measure. */
  nothingFound: Record<string, never>
  /** More rows than a file of walks or measures can have. */
  tooManyRows: { rows: number; most: number }
  /** More lines than walks have. */
  tooManyRoutes: { routes: number; most: number }
}
export type PreventionFileErrorCode = keyof PreventionFileErrorData

export class PreventionFileError<
  Code extends PreventionFileErrorCode = PreventionFileErrorCode,
> extends Error {
  constructor(
    readonly code: Code,
    readonly data: PreventionFileErrorData[Code],
  ) {
    super(code)
    this.name = 'PreventionFileError'
  }
}
