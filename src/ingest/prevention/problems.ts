/** What was wrong with a row or a cell; the words stand in the catalogue `preventionFiles.problems`. */
export type FileProblemCode =
  /** The row is left out. */
  | 'noId'
  | 'noDate'
  | 'notDate'
  | 'notNumber'
  | 'noPosition'
  | 'outsideWorld'
  | 'unknownParent'
  | 'notThisKind'
  /** The row stays: the word stands for "other", or what holds where nothing is said; the cell is left out; the id is a new one. */
  | 'unknownWord'
  | 'cellLeftOut'
  | 'sameId'

const LEAVE_OUT: ReadonlySet<FileProblemCode> = new Set([
  'noId',
  'noDate',
  'notDate',
  'notNumber',
  'noPosition',
  'outsideWorld',
  'unknownParent',
  'notThisKind',
])

export interface FileProblem {
  /** Sheet, layer or file in the zip; '' where there is but one. */
  table: string
  /** As a spreadsheet counts them, the heading being row 1; of a geographic file the feature's number. */
  row: number
  /** Its heading; '' where the row as a whole is meant. */
  column: string
  code: FileProblemCode
  value: string
  /** What stands in its place, where anything does: an identifier, or a new id. */
  instead?: string
}

/** Whether the row did not come along. */
export function leavesOut({ code }: Pick<FileProblem, 'code'>): boolean {
  return LEAVE_OUT.has(code)
}

/** Characters of a cell that a sentence repeats. */
const SHOWN = 80

export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
