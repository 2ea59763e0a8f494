/** A place in the list of an analysis. */
export interface PlaceLine {
  key: string | number
  name: string
  /** A doubt, or what the figures do not say. */
  note?: string
  /** Degrees. */
  at: [number, number]
  /** Written figures, one a head. */
  values: string[]
  /** More than chance. */
  clear: boolean
}
