/**
 * Why a file gives no areas, or a table nothing for them; the words stand in the catalogue `areaFiles.errors`.
 * `noPolygons`: no feature has an area. `outsideCrs`: no polygon lies on the earth in the CRS it was read in.
 * `noKey`: no column of the table meets the areas. `noFigures`: no column of the table holds figures.
 */
export type AreasErrorCode = 'noPolygons' | 'outsideCrs' | 'noKey' | 'noFigures'

export class AreasError extends Error {
  constructor(readonly code: AreasErrorCode) {
    super(code)
    this.name = 'AreasError'
  }
}
