import type { PointGrid } from './pointGrid.ts'

/** The positions outside every measure's zone and ring, by the area that they lie in. */
export class RestPoints {
  readonly #areas: Int32Array
  readonly #lists = new WeakMap<PointGrid, Map<number, Uint32Array>>()

  /** @param areaAt area of a position, −1 for none or for ground to keep out of */
  constructor({ x, y }: { x: Float64Array; y: Float64Array }, areaAt: (x: number, y: number) => number) {
    this.#areas = new Int32Array(x.length).fill(-1)
    for (let i = 0; i < x.length; i++) if (Number.isFinite(x[i]!)) this.#areas[i] = areaAt(x[i]!, y[i]!)
  }

  /** Places in a grid of the points in an area's rest, or in that of the whole town (−1). */
  of(grid: PointGrid, area: number): Uint32Array {
    let lists = this.#lists.get(grid)
    if (!lists) this.#lists.set(grid, (lists = new Map()))
    let list = lists.get(area)
    if (list) return list
    const areas = this.#areas
    const kept = new Uint32Array(grid.length)
    let n = 0
    for (let k = 0; k < kept.length; k++) {
      const at = areas[grid.item[k]!]!
      if (area < 0 ? at >= 0 : at === area) kept[n++] = k
    }
    list = kept.slice(0, n)
    lists.set(area, list)
    return list
  }
}
