import type { Crs } from '../crs.ts'
import { cellText } from './cellText.ts'
import { noShapes, type FeatureBatch, type FeatureLayer } from './featureFormat.ts'
import { FieldList } from './fieldList.ts'
import { shapeOf, soundGeometry } from './geometry.ts'

/** Features that a library has made as a whole. */
export interface CollectedLayer {
  name: string | null
  features: { geometry: unknown; properties: Record<string, unknown> }[]
}

export function describeCollected({ name, features }: CollectedLayer, crs: Crs): FeatureLayer {
  const fields = new FieldList()
  const shapes = noShapes()
  for (const { geometry, properties } of features) {
    shapes[shapeOf(soundGeometry(geometry))]++
    for (const field of Object.keys(properties)) fields.add(field)
  }
  return { name, fields: fields.names, features: features.length, shapes, crs }
}

export function batchOfCollected(
  { features }: CollectedLayer,
  fields: readonly string[],
  bytesRead: number,
): FeatureBatch {
  return {
    rows: features.map(({ properties }) =>
      fields.map((field) => (Object.hasOwn(properties, field) ? cellText(properties[field]) : '')),
    ),
    geometries: features.map(({ geometry }) => soundGeometry(geometry)),
    bytesRead,
  }
}
