/** Cells of a grid that touch by edge or corner and carry the same label. */
export interface CellRegion {
  label: number
  /** Indices, row × columns + column. */
  cells: number[]
}

/** Connected regions of equal labels, in the order of their first cells; a label below 0 belongs to none. */
export function cellRegions(
  labels: ArrayLike<number>,
  { columns, rows }: { columns: number; rows: number },
): CellRegion[] {
  const seen = new Uint8Array(columns * rows)
  const regions: CellRegion[] = []
  for (let start = 0; start < labels.length; start++) {
    if (seen[start] || labels[start] < 0) continue
    const label = labels[start]
    const cells = [start]
    seen[start] = 1
    for (let k = 0; k < cells.length; k++) {
      const column = cells[k] % columns
      const row = Math.floor(cells[k] / columns)
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          const other = r * columns + c
          if (seen[other] || labels[other] !== label) continue
          seen[other] = 1
          cells.push(other)
        }
    }
    regions.push({ label, cells })
  }
  return regions
}
