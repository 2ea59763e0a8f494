import type { SourceFormat } from '../source.ts'
import type { FeatureFormat } from './featureFormat.ts'
import { geojson } from './geojson.ts'
import { geopackage } from './geopackage.ts'
import { gpx } from './gpx.ts'
import { kml } from './kml.ts'
import { geoParquet } from './parquet.ts'
import { shapefile } from './shapefile.ts'

const FEATURE_FORMATS: Partial<Record<SourceFormat, FeatureFormat>> = {
  geojson,
  geopackage,
  shapefile,
  kml,
  gpx,
  parquet: geoParquet,
}

/** The reader of a geographic format; null for plain tables. */
export function featureFormatOf(format: SourceFormat): FeatureFormat | null {
  return FEATURE_FORMATS[format] ?? null
}
