/** Row 0 is south; cells are half-open [a, a + cellSize); a value belongs to the cell centre; index = row × columns + column. */
export interface GridSpec {
  originX: number
  originY: number
  cellSize: number
  columns: number
  rows: number
}

/** GeoJSON coordinates in metres: polygons of rings of positions. */
export type MultiPolygon = number[][][][]
