import { onThemeChange, readTokens } from '../../ui/theme.ts'
import { boundsOf } from '../bounds.ts'
import type { MapController } from '../mapController.svelte.ts'
import { cornersOf, drawable, LEAST_CORNERS, type Drawn, type DrawnShape, type DrawnShapes } from './drawn.ts'
import { drawnProblem, type DrawnProblem } from './drawnProblem.ts'
import type { Sketch } from './sketch.ts'

export interface DrawRequest<Shape extends DrawnShape = DrawnShape> {
  shape: Shape
  /** What to draw, in the person's language. */
  prompt: string
  /** A shape whose corners are to be moved; without it a new one is drawn. */
  initial?: GeoJSON.Geometry
  /** Where the shape is to have a name: what stands in its field, and what is typed there. */
  naming?: { initial: string; onname: (name: string) => void }
}

/**
 * Drawing on the map: one shape at a time, by hand or typed. While something is drawn, clicks on the map draw and choose nothing.
 * A polygon that crosses itself is not handed over: it stays, to be mended.
 */
export class Drawing {
  /** What is being drawn. */
  request = $state.raw<DrawRequest | null>(null)
  /** The map takes clicks for it; until then what draws is being loaded. */
  ready = $state(false)
  /** Corners that stand. */
  corners = $state(0)
  canUndo = $state(false)
  /** The shape where it is whole and only its corners are moved. */
  whole = $state.raw<Drawn | null>(null)
  /** Why the last attempt to finish was not taken. */
  problem = $state<DrawnProblem | null>(null)
  readonly canFinish: boolean = $derived(
    this.request !== null && (this.whole !== null || this.corners >= LEAST_CORNERS[this.request.shape]),
  )

  #sketch: Sketch | null = null
  #resolve: ((drawn: Drawn | null) => void) | null = null
  #ends: (() => void)[] = []

  constructor(private readonly map: MapController) {}

  /** What was drawn, in degrees WGS 84; null where the person gave it up, or something else was to be drawn instead. */
  draw<Shape extends DrawnShape>(request: DrawRequest<Shape>): Promise<DrawnShapes[Shape] | null> {
    this.cancel()
    return new Promise((resolve) => {
      this.#resolve = resolve as (drawn: Drawn | null) => void
      this.request = request
      void this.#begin(request)
    })
  }

  /** Shows typed corners as the shape, to be looked at and moved before it is taken. */
  show(drawn: Drawn): void {
    this.problem = drawnProblem(drawn, this.request?.shape ?? 'polygon')
    this.whole = drawn
    this.corners = cornersOf(drawn).length
    this.#sketch?.edit(drawn)
    const corners = cornersOf(drawn)
    const bounds = boundsOf(corners)
    if (!bounds) this.map.fly(...corners[0]!, 15)
    else this.map.fit(bounds, { top: 160, right: 80, bottom: 80, left: 80 }, true, { closest: 16 })
  }

  undo(): void {
    this.problem = null
    this.#sketch?.undo()
  }

  /** Hands over the shape with the corners that stand. */
  finish(): void {
    if (!this.canFinish) this.problem = 'fewCorners'
    else if (this.whole) this.#offer(this.whole)
    else this.#sketch?.close()
  }

  cancel(): void {
    this.#end(null)
  }

  async #begin(request: DrawRequest): Promise<void> {
    const { map } = this
    const keys = (event: KeyboardEvent) => this.#onkey(event)
    const focused = document.activeElement
    window.addEventListener('keydown', keys, { capture: true })
    map.busy = true
    map.onpart = () => this.cancel()
    this.#ends.push(() => {
      window.removeEventListener('keydown', keys, { capture: true })
      map.busy = false
      map.onpart = null
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true })
    })
    map.map?.getCanvas().focus({ preventScroll: true })
    const initial = drawable(request.initial, request.shape)
    // Where it cannot be loaded, or there is no map, the shape can still be typed.
    const loaded = await import('./sketch.ts').catch(() => null)
    if (this.request !== request) return
    if (loaded && map.map && map.ready) {
      const sketch = new loaded.Sketch(map.map, request.shape, readTokens(), {
        onchange: (state) => {
          this.corners = state.whole ? cornersOf(state.whole).length : state.corners
          this.canUndo = state.canUndo
          this.whole = state.whole
          if (state.whole) this.problem = null
        },
        onfinish: (drawn) => this.#offer(drawn),
      })
      this.#sketch = sketch
      this.#ends.push(
        onThemeChange(() => sketch.restyle(readTokens())),
        () => sketch.stop(),
      )
    }
    if (initial) this.show(initial)
    this.ready = true
  }

  #offer(drawn: Drawn): void {
    const { request } = this
    if (!request) return
    const problem = drawnProblem(drawn, request.shape)
    if (!problem) return this.#end(drawn)
    if (!this.whole) this.#sketch?.edit(drawn)
    this.problem = problem
  }

  #end(drawn: Drawn | null): void {
    const resolve = this.#resolve
    this.#resolve = null
    for (const end of this.#ends.splice(0).reverse()) end()
    this.#sketch = null
    this.request = null
    this.ready = false
    this.whole = null
    this.problem = null
    this.corners = 0
    this.canUndo = false
    resolve?.(drawn)
  }

  /** Keys of the drawing come before those of the page: undo takes back a corner, not the last choice. */
  #onkey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    if (target.closest('dialog, [popover]')) return
    const typing = target.closest('input, textarea, select') !== null
    const pressing = target.closest('button, a, summary') !== null
    const undo = event.key === 'Backspace' || ((event.ctrlKey || event.metaKey) && event.key === 'z')
    if (event.key === 'Escape') this.cancel()
    else if (event.key === 'Enter' && !typing && !pressing) this.finish()
    else if (undo && !typing) this.undo()
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}
