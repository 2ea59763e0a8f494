import type { IncidentKeys } from './incidentKeys.ts'

/** An earlier file of the series that a file continues. */
export interface EarlierFile {
  fileName: string
  /** Key of its data row 1. */
  rowFrom: number
  keys: IncidentKeys
}

/** What a file had in common with those before it. */
export interface DuplicateReport {
  /** Rows that an earlier file had already, told apart by id or, for rows without, by place, start and type. */
  found: number
  /** They were left out; false where the person chose to keep them. */
  leftOut: boolean
  /** Rows whose id an earlier file had with other contents: they stand in place of the earlier rows. */
  updated: number
  /** Keys of those earlier rows, which leave the data set. */
  replaced: number[]
}

/** Where an incident stood before. */
export interface EarlierRow {
  fileName: string
  /** 1-based data row of that file. */
  row: number
}

/**
 * Finds incidents that earlier files hold already, as multisets: a key that stood k times before uses up k rows of the new file,
 * and no row is dropped for another of its own file. A row with an id is compared by id where earlier rows have ids, the others by
 * place, start and type.
 */
export class DuplicateFinder {
  readonly #files: readonly EarlierFile[]
  readonly #keys: { id: Float64Array; content: Float64Array; details: Float64Array }
  /** First earlier row with a key, and for each the next with the same; -1 ends. */
  readonly #byId = new Map<number, number>()
  readonly #byContent = new Map<number, number>()
  readonly #nextById: Int32Array
  readonly #nextByContent: Int32Array
  readonly #used: Uint8Array
  readonly #fileOf: Uint16Array
  readonly #rows: Uint32Array
  /** Ids of rows that were known by id but not by contents, in the order of the file. */
  #changed: number[] = []
  found = 0

  constructor(files: readonly EarlierFile[]) {
    this.#files = files
    const length = files.reduce((sum, { keys }) => sum + keys.row.length, 0)
    const all = () => new Float64Array(length)
    this.#keys = { id: all(), content: all(), details: all() }
    this.#nextById = new Int32Array(length).fill(-1)
    this.#nextByContent = new Int32Array(length).fill(-1)
    this.#used = new Uint8Array(length)
    this.#fileOf = new Uint16Array(length)
    this.#rows = new Uint32Array(length)
    let at = 0
    files.forEach(({ keys }, file) => {
      for (const name of ['id', 'content', 'details'] as const) this.#keys[name].set(keys[name], at)
      this.#rows.set(keys.row, at)
      this.#fileOf.fill(file, at, at + keys.row.length)
      at += keys.row.length
    })
    // From the last to the first, so that a chain leads from the earliest row on.
    for (let i = length - 1; i >= 0; i--) {
      link(this.#byId, this.#nextById, this.#keys.id[i]!, i)
      link(this.#byContent, this.#nextByContent, this.#keys.content[i]!, i)
    }
  }

  /** The earlier row that a row repeats, which is then used up; null where the row is new or changed. */
  find(id: number, content: number, details: number): EarlierRow | null {
    const byId = !Number.isNaN(id) && this.#byId.size > 0
    const at = byId ? this.#sameById(id, details) : this.#sameByContent(content)
    if (at < 0) {
      if (byId && this.#freeById(id) >= 0) this.#changed.push(id)
      return null
    }
    this.#used[at] = 1
    this.found++
    const file = this.#files[this.#fileOf[at]!]!
    return { fileName: file.fileName, row: this.#rows[at]! - file.rowFrom + 1 }
  }

  /**
   * Keys of the earlier rows that changed rows stand in for; once all rows are read. What a later row of the file repeats
   * exactly is no longer there to be replaced.
   */
  replaced(): number[] {
    const rows: number[] = []
    for (const id of this.#changed) {
      const at = this.#freeById(id)
      if (at < 0) continue
      this.#used[at] = 1
      rows.push(this.#rows[at]!)
    }
    this.#changed = []
    return rows
  }

  #sameById(id: number, details: number): number {
    let at = this.#byId.get(id) ?? -1
    while (at >= 0 && (this.#used[at] || this.#keys.details[at] !== details)) at = this.#nextById[at]!
    return at
  }

  #freeById(id: number): number {
    let at = this.#byId.get(id) ?? -1
    while (at >= 0 && this.#used[at]) at = this.#nextById[at]!
    return at
  }

  #sameByContent(content: number): number {
    let at = this.#byContent.get(content) ?? -1
    while (at >= 0 && this.#used[at]) at = this.#nextByContent[at]!
    return at
  }
}

function link(first: Map<number, number>, next: Int32Array, key: number, at: number): void {
  if (Number.isNaN(key)) return
  next[at] = first.get(key) ?? -1
  first.set(key, at)
}
