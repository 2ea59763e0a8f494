/** A place or a surface as it is handed on, in degrees, with its figures. */
export interface DepthFeature {
  geometry: GeoJSON.Point | GeoJSON.MultiPolygon
  properties: Record<string, string | number | boolean | null>
}

/** GeoJSON (WGS 84) with what made it in a foreign member, which RFC 7946 allows. */
export function featuresGeoJson(features: readonly DepthFeature[], notes: readonly string[]): string {
  return JSON.stringify(
    {
      type: 'FeatureCollection',
      made: notes,
      features: features.map((feature) => ({ type: 'Feature', ...feature })),
    },
    null,
    1,
  )
}
