/** A projected coordinate system in metres: SWEREF 99 TM in Sweden, the UTM zone of the data's centre elsewhere. */
export interface MetricCrs {
  epsg: number
  name: string
  /** Definition for proj4. */
  proj4: string
}
