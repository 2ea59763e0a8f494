import { SvelteSet } from 'svelte/reactivity'

/** Which labels are marked, and which one the keys stand on: a list with one tab stop. */
export class LabelChoice {
  readonly chosen = new SvelteSet<string>()
  active = $state(0)
  /** Where a run that shift extends began. */
  #anchor = 0

  /** @param labels those that are shown, in order */
  constructor(private readonly labels: () => readonly string[]) {}

  toggle(index: number, extend = false): void {
    const labels = this.labels()
    if (extend) this.#extendTo(index)
    else {
      const label = labels[index]
      if (label === undefined) return
      if (!this.chosen.delete(label)) this.chosen.add(label)
      this.#anchor = index
    }
    this.active = index
  }

  all(): void {
    for (const label of this.labels()) this.chosen.add(label)
  }

  clear(): void {
    this.chosen.clear()
  }

  /** What was marked and is no longer there is not marked. */
  keepOnly(labels: ReadonlySet<string>): void {
    for (const label of [...this.chosen]) if (!labels.has(label)) this.chosen.delete(label)
  }

  /** Whether the key was one of the list's. */
  key({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const last = this.labels().length - 1
    if (last < 0) return false
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') this.all()
    else if (ctrlKey || metaKey) return false
    else if (key === ' ') this.toggle(this.active, shiftKey)
    else if (key === 'Escape' && this.chosen.size > 0) this.clear()
    else {
      const steps: Record<string, number> = {
        ArrowDown: this.active + 1,
        ArrowUp: this.active - 1,
        PageDown: this.active + 10,
        PageUp: this.active - 10,
        Home: 0,
        End: last,
      }
      const step = steps[key]
      if (step === undefined) return false
      const next = Math.min(last, Math.max(0, step))
      if (shiftKey) this.#extendTo(next)
      else this.#anchor = next
      this.active = next
    }
    return true
  }

  #extendTo(index: number): void {
    const [from, to] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)]
    for (const label of this.labels().slice(from, to + 1)) this.chosen.add(label)
  }
}
