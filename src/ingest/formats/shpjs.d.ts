/** What is used of shpjs, which has no types of its own. */
declare module 'shpjs' {
  /**
   * The geometry of every record of a .shp, null for null shapes; coordinates as they stand.
   * @throws RangeError where the bytes end too early
   */
  export function parseShp(shp: DataView): unknown[]
}
