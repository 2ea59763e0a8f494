import type { SurfaceResult } from '../workers/messages.ts'
import { amountBreaks } from './amountBreaks.ts'

/**
 * The class bounds of the density scale. Unlocked it follows each exact surface, and says when it moved; a preview while a
 * brush moves never moves it. Locked it stays, so that pictures can be compared.
 */
export class ScaleState {
  breaks = $state.raw<number[]>([])
  locked = $state(false)
  /** The last exact surface moved the bounds. */
  changed = $state(false)

  follow(surface: SurfaceResult): void {
    if (this.breaks.length > 0 && (this.locked || !surface.exact)) {
      this.changed = false
      return
    }
    const next = amountBreaks(surface.density.max, surface.loneIncident)
    this.changed = this.breaks.length > 0 && next.join() !== this.breaks.join()
    this.breaks = next
  }

  toggleLock(surface: SurfaceResult | null): void {
    this.locked = !this.locked
    if (!this.locked && surface) this.follow(surface)
  }

  reset(): void {
    this.breaks = []
    this.locked = false
    this.changed = false
  }
}
