/** By row distance |Δrow| in cells: how far along a row the disc of radius h around a point of a source cell reaches. */
export interface DiscRows {
  /** Half-widths in columns of the centres that every place in the source cell reaches; −1 for none. */
  inner: Int32Array
  /** Half-widths of the centres that some place in it may reach; −1 for none. */
  outer: Int32Array
}

/** @param h radius in cells */
export function discRows(h: number): DiscRows {
  const reach = Math.ceil(h + 0.5)
  const inner = new Int32Array(reach + 1).fill(-1)
  const outer = new Int32Array(reach + 1).fill(-1)
  for (let away = 0; away <= reach; away++) {
    const far = away + 0.5
    const near = Math.max(0, away - 0.5)
    if (far < h) inner[away] = Math.floor(Math.sqrt(h * h - far * far) * (1 - 1e-12) - 0.5)
    if (near <= h) outer[away] = Math.ceil(Math.sqrt(h * h - near * near) * (1 + 1e-12) + 0.5) - 1
  }
  return { inner, outer }
}
