import { IngestError } from '../errors.ts'

/** More columns than this come of a file whose names are values. */
const MOST_FIELDS = 4096

/** The names of the properties of a layer whose features need not have the same ones, in the order in which they come. */
export class FieldList {
  readonly names: string[] = []
  private readonly places = new Map<string, number>()

  constructor(names: readonly string[] = []) {
    for (const name of names) this.add(name)
  }

  /** @throws IngestError `tooManyColumns` */
  add(name: string): void {
    if (this.places.has(name)) return
    if (this.names.length >= MOST_FIELDS) throw new IngestError('tooManyColumns', { most: MOST_FIELDS })
    this.places.set(name, this.names.length)
    this.names.push(name)
  }

  placeOf(name: string): number | undefined {
    return this.places.get(name)
  }
}
