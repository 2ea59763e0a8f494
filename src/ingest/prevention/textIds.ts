import { labelKey } from '../../domain/typeClassifier.ts'
import { slug } from './foreignRows.ts'

/** Ids of texts: the same text has the same one, however it is capitalised; texts that are cut to the same one are told apart. */
export class TextIds {
  private readonly ids = new Map<string, string>()
  private readonly taken = new Set<string>()

  of(text: string): string {
    const key = labelKey(text)
    let id = this.ids.get(key)
    if (id === undefined) {
      const stem = slug(text)
      id = stem
      for (let k = 2; this.taken.has(id); k++) id = `${stem}-${k}`
      this.taken.add(id)
      this.ids.set(key, id)
    }
    return id
  }
}
