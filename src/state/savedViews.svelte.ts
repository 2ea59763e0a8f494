import { decodeAddress, encodeAddress, type Address } from './address.ts'

/** A view with a name: what is chosen and how it is shown, as the address tells it. */
export interface SavedView {
  id: string
  name: string
  /** The address's fragment, without "#" and without the data set. */
  fragment: string
}

/** The views that a person has saved, in their order; part of a project. */
export class SavedViews {
  list = $state.raw<readonly SavedView[]>([])

  /** Saves a view under a name. */
  add(name: string, address: Address): SavedView {
    const fragment = encodeAddress({ ...address, dataset: null })
    const numbers = this.list.map(({ id }) => Number(id.slice(1)))
    const view = { id: `v${Math.max(0, ...numbers) + 1}`, name: name.trim(), fragment }
    this.list = [...this.list, view]
    return view
  }

  rename(id: string, name: string): void {
    if (name.trim() === '') return
    this.list = this.list.map((view) => (view.id === id ? { ...view, name: name.trim() } : view))
  }

  /** Takes a view out. @returns the way back */
  remove(id: string): () => void {
    const before = this.list
    this.list = before.filter((view) => view.id !== id)
    return () => (this.list = before)
  }

  /** The address that a view stands for, for the data set at hand. */
  addressOf(view: SavedView, dataset: string | null): Address {
    return { ...decodeAddress(view.fragment), dataset }
  }
}
