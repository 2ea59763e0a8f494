import { contentOf } from '../../domain/preventionFile/records.ts'
import { FILE_TABLES, type TableKey, type TableSchema } from '../../domain/preventionFile/tables.ts'
import { readXml } from '../formats/xml.ts'
import type { SourceFile } from '../source.ts'
import { jsonValue, parsed } from './fieldValues.ts'
import type { OwnReading } from './ownTables.ts'
import { RecordReader, type RowPlace } from './recordReader.ts'

/** A line and the points beside it, as a GPS device wrote them. */
export interface GpxRoute {
  name: string
  /** ISO date and HH:MM of the first time that is written; '' where there is none. In UTC. */
  time: string
  line: [number, number][]
  points: { lon: number; lat: number; name: string; text: string }[]
}

/** What a GPX file holds: a walk that this product wrote, or the routes of another's. */
export type GpxReading = { own: OwnReading } | { routes: GpxRoute[] }

type Json = Readonly<Record<string, unknown>>

/** @throws IngestError */
export async function readWalkGpx(file: SourceFile): Promise<GpxReading> {
  const lines: { name: string; line: [number, number][] }[] = []
  const points: (GpxRoute['points'][number] & { own: unknown })[] = []
  let walk: unknown
  let time = ''
  let line: [number, number][] | null = null
  const place = ({ lon, lat }: Readonly<Record<string, string>>): [number, number] => [
    Number(lon || NaN),
    Number(lat || NaN),
  ]
  let name = ''
  const reader = {
    open(element: string, attributes: Readonly<Record<string, string>>) {
      if (element === 'rte' || element === 'trk') {
        line = []
        name = ''
      } else if (element === 'rtept' || element === 'trkpt') line?.push(place(attributes))
      else if (element === 'wpt') {
        const [lon, lat] = place(attributes)
        points.push({ lon, lat, name: '', text: '', own: undefined })
      }
    },
    close(element: string, text: string, path: readonly string[]) {
      const parent = path[path.length - 1]
      const point = points[points.length - 1]
      if (element === 'rte' || element === 'trk') {
        lines.push({ name, line: line ?? [] })
        line = null
      } else if (element === 'time' && time === '') time = text
      else if (parent === 'wpt' && point) {
        if (element === 'name') point.name = text
        else if (element === 'desc' || (element === 'cmt' && point.text === '')) point.text = text
      } else if ((parent === 'rte' || parent === 'trk') && element === 'name') name = text
      else if (parent === 'extensions' && element === 'walk') walk = parsed(text)
      else if (parent === 'extensions' && element === 'observation' && path.includes('wpt') && point)
        point.own = parsed(text)
    },
  }
  for await (const _ of readXml(file, 'gpx', reader, () => undefined)) void _
  if (isJson(walk)) return { own: ownWalk(walk, lines[0]?.line ?? [], points) }
  const sound = ([lon, lat]: readonly [number, number]) => Number.isFinite(lon) && Number.isFinite(lat)
  const described = points.filter(({ lon, lat }) => sound([lon, lat])).map(({ own: _, ...point }) => point)
  const routes = lines
    .map((one) => ({ ...one, line: one.line.filter(sound) }))
    .filter((one) => one.line.length > 1)
  if (routes.length === 0 && described.length > 0)
    return { routes: [{ name: '', time, line: [], points: described }] }
  return { routes: routes.map((one, k) => ({ ...one, time, points: k === 0 ? described : [] })) }
}

function ownWalk(
  walk: Json,
  line: readonly [number, number][],
  points: readonly { lon: number; lat: number; own: unknown }[],
): OwnReading {
  const reader = new RecordReader('walks')
  const read = (key: TableKey, place: RowPlace, values: Json) =>
    reader.read(schemaOf(key), place, (field) => ({
      read: jsonValue(field, values[field.key]),
      raw: values[field.key],
    }))
  read('walks', { table: 'gpx', row: 1 }, walk)
  for (const [k, [lon, lat]] of line.entries())
    read('routes', { table: 'rtept', row: k + 1 }, { walk: walk.id, lon, lat })
  points.forEach(({ lon, lat, own }, k) => {
    const row = { table: 'wpt', row: k + 1 }
    if (isJson(own)) read('observations', row, { ...own, lon, lat, walk: walk.id })
    else reader.problem(row, '', 'notThisKind', '')
  })
  const participants = Array.isArray(walk.participants) ? (walk.participants as unknown[]) : []
  participants.forEach((one, k) => {
    if (isJson(one)) read('participants', { table: 'gpx', row: k + 1 }, { ...one, walk: walk.id })
  })
  return { subject: 'walks', content: contentOf(reader.records()), problems: reader.problems }
}

function schemaOf(key: TableKey): TableSchema {
  return FILE_TABLES.walks.find((table) => table.key === key)!
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
