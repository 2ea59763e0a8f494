import type { AreaNote, AreaNoteCode } from '../../domain/area.ts'

/** Examples that a note names. */
const EXAMPLES = 5

/** Counts what was odd, and remembers the first few. */
export class NoteBook {
  readonly #notes = new Map<AreaNoteCode, AreaNote>()

  add(code: AreaNoteCode, example: string, count = 1): void {
    const note = this.#notes.get(code) ?? { code, count: 0, examples: [] }
    note.count += count
    if (note.examples.length < EXAMPLES && !note.examples.includes(example)) note.examples.push(example)
    this.#notes.set(code, note)
  }

  get list(): AreaNote[] {
    return [...this.#notes.values()]
  }
}
