/**
 * Spatial weights in compressed rows, one row per unit: the neighbours of unit i are indices[offsets[i]] …
 * indices[offsets[i + 1] − 1]; weights are 1 where missing. A unit with an empty row takes no part.
 */
export interface Neighbours {
  offsets: Uint32Array
  indices: Uint32Array
  weights?: Float64Array
}
