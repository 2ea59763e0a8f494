import { WGS84 } from '../crs.ts'
import type { SourceFile } from '../source.ts'
import { noShapes, type FeatureFormat, type FeatureLayer } from './featureFormat.ts'
import { FieldList } from './fieldList.ts'
import { shapeOf, soundGeometry } from './geometry.ts'
import { readXml, type XmlReader } from './xml.ts'

/** A feature as it was found. */
export interface XmlFeature {
  /** Null in a format with but one layer. */
  layer: string | null
  properties: Map<string, string>
  geometry: GeoJSON.Geometry | null
}

/** Makes features of elements; `take` gives those that are whole and forgets them. */
export interface XmlFeatureReader extends XmlReader {
  take(): XmlFeature[]
}

/** A format of XML whose coordinates are always WGS 84. */
export function xmlFeatureFormat(format: 'kml' | 'gpx', start: () => XmlFeatureReader): FeatureFormat {
  async function* features(file: SourceFile, onBytes: (bytes: Uint8Array) => void) {
    const reader = start()
    for await (const bytesRead of readXml(file, format, reader, onBytes))
      yield { found: reader.take(), bytesRead }
  }

  return {
    async layers(file) {
      const layers = new Map<string | null, FeatureLayer & { list: FieldList }>()
      for await (const { found } of features(file, () => undefined))
        for (const { layer: name, properties, geometry } of found) {
          let layer = layers.get(name)
          if (!layer) {
            const list = new FieldList()
            layer = { name, list, fields: list.names, features: 0, shapes: noShapes(), crs: WGS84 }
            layers.set(name, layer)
          }
          layer.features++
          layer.shapes[shapeOf(soundGeometry(geometry))]++
          for (const field of properties.keys()) layer.list.add(field)
        }
      return [...layers.values()].map(({ list: _, ...layer }) => layer)
    },

    async *read(file, { name, fields }, onBytes) {
      for await (const { found, bytesRead } of features(file, onBytes)) {
        const own = found.filter((feature) => feature.layer === name)
        yield {
          rows: own.map(({ properties }) => fields.map((field) => properties.get(field) ?? '')),
          geometries: own.map(({ geometry }) => soundGeometry(geometry)),
          bytesRead,
        }
      }
      return { replacedCharacters: 0, switchedEncoding: null }
    },
  }
}
