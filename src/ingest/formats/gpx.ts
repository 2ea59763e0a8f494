import { xmlFeatureFormat, type XmlFeature, type XmlFeatureReader } from './xmlFeatures.ts'

/**
 * GPX 1.1, always in WGS 84: tracks (`trk`) and routes (`rte`) as lines, waypoints (`wpt`) as points, each a layer. Of a track's
 * points only the places are kept.
 */
export const gpx = xmlFeatureFormat('gpx', () => new GpxReader())

const FEATURES = new Set(['wpt', 'trk', 'rte'])
/** What holds other elements and no text of its own. */
const CONTAINERS = new Set(['trkseg', 'trkpt', 'rtept', 'extensions', 'link'])

class GpxReader implements XmlFeatureReader {
  private done: XmlFeature[] = []
  private feature: XmlFeature | null = null
  private lines: GeoJSON.Position[][] = []

  take(): XmlFeature[] {
    const { done } = this
    this.done = []
    return done
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (FEATURES.has(name)) {
      this.feature = { layer: name, properties: new Map(), geometry: null }
      this.lines = name === 'rte' ? [[]] : []
      if (name === 'wpt') this.feature.geometry = { type: 'Point', coordinates: positionOf(attributes) }
    } else if (name === 'trkseg') this.lines.push([])
    else if (name === 'trkpt' || name === 'rtept')
      this.lines[this.lines.length - 1]?.push(positionOf(attributes))
  }

  close(name: string, text: string, path: readonly string[]): void {
    const { feature } = this
    if (!feature) return
    const parent = path[path.length - 1] ?? ''
    if (name === feature.layer) {
      const lines = this.lines.filter((line) => line.length > 1)
      if (lines.length === 1) feature.geometry = { type: 'LineString', coordinates: lines[0]! }
      else if (lines.length > 1) feature.geometry = { type: 'MultiLineString', coordinates: lines }
      this.done.push(feature)
      this.feature = null
    } else if (!CONTAINERS.has(name) && text !== '' && this.isProperty(parent, path))
      feature.properties.set(name, text)
  }

  /** Directly in the feature, or in its extensions. */
  private isProperty(parent: string, path: readonly string[]): boolean {
    const { layer } = this.feature!
    return parent === layer || (parent === 'extensions' && path[path.length - 2] === layer)
  }
}

function positionOf({ lon, lat }: Readonly<Record<string, string>>): GeoJSON.Position {
  return [lon, lat].map((text) => (text === undefined || text.trim() === '' ? NaN : Number(text)))
}
