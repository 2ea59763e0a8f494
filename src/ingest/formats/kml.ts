import { xmlFeatureFormat, type XmlFeature, type XmlFeatureReader } from './xmlFeatures.ts'

/** KML (OGC 12-007r2), always in WGS 84: placemarks with their name, time and extended data. How they are drawn is left out. */
export const kml = xmlFeatureFormat('kml', () => new PlacemarkReader())

/** Children of a placemark that are properties by their own name. */
const PLAIN = new Set(['name', 'description', 'address', 'phoneNumber', 'Snippet'])

class PlacemarkReader implements XmlFeatureReader {
  private done: XmlFeature[] = []
  private placemark: XmlFeature | null = null
  /** Geometries found at each depth of collections: the placemark's own first. */
  private collections: GeoJSON.Geometry[][] = []
  private rings: GeoJSON.Position[][] = []
  private positions: GeoJSON.Position[] = []
  /** Name of the extended datum that is read. */
  private field = ''

  take(): XmlFeature[] {
    const { done } = this
    this.done = []
    return done
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'Placemark') {
      this.placemark = { layer: null, properties: new Map(), geometry: null }
      this.collections = [[]]
    } else if (name === 'MultiGeometry' || name === 'MultiTrack') this.collections.push([])
    else if (name === 'Polygon') this.rings = []
    else if (name === 'Point' || name === 'LineString' || name === 'LinearRing' || name === 'Track')
      this.positions = []
    else if (name === 'Data' || name === 'SimpleData') this.field = attributes.name ?? ''
  }

  close(name: string, text: string, path: readonly string[]): void {
    const { placemark } = this
    if (!placemark) return
    const parent = path[path.length - 1] ?? ''
    if (name === 'Placemark') {
      placemark.geometry = joined(this.collections[0]!)
      this.done.push(placemark)
      this.placemark = null
    } else if (!this.closeGeometry(name, text, parent)) {
      const field = this.fieldOf(name, parent)
      if (field !== '') placemark.properties.set(field, text)
    }
  }

  private fieldOf(name: string, parent: string): string {
    if (parent === 'Placemark' && PLAIN.has(name)) return name
    if (name === 'when' && parent === 'TimeStamp') return 'timestamp'
    if ((name === 'begin' || name === 'end') && parent === 'TimeSpan') return name
    return name === 'SimpleData' || (name === 'value' && parent === 'Data') ? this.field : ''
  }

  private closeGeometry(name: string, text: string, parent: string): boolean {
    switch (name) {
      case 'coordinates':
        this.positions = text.split(/\s+/).map((tuple) => positionOf(tuple.split(',')))
        break
      case 'coord':
        this.positions.push(positionOf(text.split(/\s+/)))
        break
      case 'Point':
        this.add({ type: 'Point', coordinates: this.positions[0] ?? [] })
        break
      case 'LineString':
      case 'Track':
        this.add({ type: 'LineString', coordinates: this.positions })
        break
      case 'LinearRing':
        if (parent === 'outerBoundaryIs') this.rings.unshift(this.positions)
        else if (parent === 'innerBoundaryIs') this.rings.push(this.positions)
        else this.add({ type: 'LineString', coordinates: this.positions })
        break
      case 'Polygon':
        this.add({ type: 'Polygon', coordinates: this.rings })
        break
      case 'MultiGeometry':
      case 'MultiTrack': {
        const geometry = joined(this.collections.length > 1 ? this.collections.pop()! : [])
        if (geometry) this.add(geometry)
        break
      }
      default:
        return false
    }
    return true
  }

  private add(geometry: GeoJSON.Geometry): void {
    this.collections[this.collections.length - 1]!.push(geometry)
  }
}

/** Longitude and latitude; what is no number stays none. */
function positionOf(tuple: readonly string[]): GeoJSON.Position {
  return tuple.slice(0, 2).map((part) => (part === '' ? NaN : Number(part)))
}

/** Several geometries of one kind as one; a collection where their kinds differ. */
function joined(parts: readonly GeoJSON.Geometry[]): GeoJSON.Geometry | null {
  const [first] = parts
  if (!first || parts.length === 1) return first ?? null
  const alike = parts.every(({ type }) => type === first.type)
  const coordinates = parts.map((part) => (part as { coordinates?: unknown }).coordinates)
  const multi = { Point: 'MultiPoint', LineString: 'MultiLineString', Polygon: 'MultiPolygon' }
  if (alike && first.type in multi)
    return { type: multi[first.type as keyof typeof multi], coordinates } as GeoJSON.Geometry
  return { type: 'GeometryCollection', geometries: [...parts] }
}
