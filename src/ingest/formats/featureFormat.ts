import type { Crs } from '../crs.ts'
import type { ReaderNotes, SourceFile } from '../source.ts'

/** What shape a feature has; a point set of one point is a point. */
export type Shape = 'point' | 'line' | 'polygon' | 'other' | 'none'

/** One layer of a geographic file. */
export interface FeatureLayer {
  /** Null in a format whose files have but one. */
  name: string | null
  /** Names of the properties as they stand in the file, without the geometry. */
  fields: string[]
  features: number
  /** Features by shape; in large layers of the first thousand. */
  shapes: Record<Shape, number>
  /** As declared by the file or by its format; null where it says nothing that is known here. */
  crs: Crs | null
}

/** A run of consecutive features. */
export interface FeatureBatch {
  /** Cells as text in the order of the layer's fields. */
  rows: string[][]
  /** One a row, checked: every coordinate is a finite number. */
  geometries: (GeoJSON.Geometry | null)[]
  /** Bytes of the file read so far. */
  bytesRead: number
}

/** What a geographic format does; every format is one file that exports one of these. */
export interface FeatureFormat {
  /**
   * All layers in the order of the file.
   * @throws IngestError
   */
  layers(file: SourceFile): Promise<FeatureLayer[]>
  /**
   * The features of a layer in the order of the file. `onBytes` sees every byte of the file once, in order.
   * @throws IngestError
   */
  read(
    file: SourceFile,
    layer: Pick<FeatureLayer, 'name' | 'fields'>,
    onBytes: (bytes: Uint8Array) => void,
  ): AsyncGenerator<FeatureBatch, ReaderNotes>
}

export function noShapes(): Record<Shape, number> {
  return { point: 0, line: 0, polygon: 0, other: 0, none: 0 }
}

/** The shape that most features of a layer have; null where none has any. */
export function mainShape({ shapes }: Pick<FeatureLayer, 'shapes'>): 'point' | 'line' | 'polygon' | null {
  const [shape] = (['polygon', 'line', 'point'] as const)
    .filter((kind) => shapes[kind] > 0)
    .sort((a, b) => shapes[b] - shapes[a])
  return shape ?? null
}
