import { describe, expect, it } from 'vitest'
import { gridFor, kernelDensity } from '../../src/analysis/index.ts'
import {
  projection,
  SWEDISH_CRS,
  SWEREF99_TM,
  WGS84,
  type Crs,
  type SourceFile,
} from '../../src/ingest/index.ts'
import { seeded } from '../bench/seeded.ts'
import {
  DEGREE_WRITERS,
  INCIDENT_WRITERS,
  incidentFile,
  type WrittenIncident,
} from '../support/incidentFiles.ts'
import { file, loadFile, type Loaded } from './files.ts'

const COUNT = 500
const BANDWIDTH = 200
/** Of the peak: what the issue asks for. */
const TOLERANCE = 1e-6
const TYPES = ['Klotter', 'Misshandel utomhus', 'Cykelstöld', 'Personrån']

/** A town's incidents around a place, in degrees: half in four clusters, half spread over 3 km. */
function incidentsAround(lon: number, lat: number, seed: number): WrittenIncident[] {
  const random = seeded(seed)
  return Array.from({ length: COUNT }, (_, i) => {
    const cluster = i % 2 === 0 ? { x: (i % 8) / 400, y: ((i * 3) % 8) / 800 } : null
    const spread = cluster ? 0.002 : 0.05
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    const clock = `${String(Math.floor(random() * 24)).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}`
    return {
      id: `K${i}`,
      time: `2025-03-${day} ${clock}`,
      type: TYPES[Math.floor(random() * TYPES.length)]!,
      x: lon + (cluster?.x ?? 0) + (random() - 0.5) * spread,
      y: lat + (cluster?.y ?? 0) + ((random() - 0.5) * spread) / 2,
    }
  })
}

/**
 * The coordinates that a reader takes for these degrees. RT 90's seven parameters are given from RT 90 to WGS 84; turned round with
 * the rotations' signs alone, as PROJ does, they miss by millimetres, which is mended here by iteration.
 */
function inCrs(incidents: readonly WrittenIncident[], crs: Crs): WrittenIncident[] {
  const { forward, inverse } = projection(crs)
  return incidents.map((one) => {
    const wanted = forward(one.x, one.y)
    let [x, y] = wanted
    for (let k = 0; k < 3; k++) {
      const back = forward(...inverse(x, y))
      x += wanted[0] - back[0]
      y += wanted[1] - back[1]
    }
    return { ...one, x, y }
  })
}

/** A place within a CRS's own zone. */
function placeIn(crs: Crs): [lon: number, lat: number] {
  const zone = /SWEREF 99 (\d\d) (\d\d)/.exec(crs.name)
  const meridian = zone ? Number(zone[1]) + Number(zone[2]) / 60 : 15.2
  return [meridian + 0.1, meridian > 19 ? 66.3 : 59.3]
}

interface Truth {
  grid: ReturnType<typeof gridFor>
  density: ArrayLike<number>
  peak: number
}

/** The density of the incidents themselves, read from no file. */
function truthOf(incidents: readonly WrittenIncident[]): Truth {
  const points = inCrs(incidents, SWEREF99_TM)
  const x = Float64Array.from(points, (point) => point.x)
  const y = Float64Array.from(points, (point) => point.y)
  const grid = gridFor({ minX: min(x), minY: min(y), maxX: max(x), maxY: max(y) }, 50)
  const { values: density } = kernelDensity({ x, y }, grid, { kernel: 'quartic', bandwidth: BANDWIDTH })
  return { grid, density, peak: max(density) }
}

function min(values: ArrayLike<number>): number {
  return Array.prototype.reduce.call(values, (a, b) => Math.min(a as number, b as number), Infinity) as number
}

function max(values: ArrayLike<number>): number {
  return Array.prototype.reduce.call(
    values,
    (a, b) => Math.max(a as number, b as number),
    -Infinity,
  ) as number
}

function expectSame(
  { columns, report, labels }: Loaded,
  incidents: readonly WrittenIncident[],
  truth: Truth,
): void {
  expect(report.rowsLoaded).toBe(COUNT)
  const { values } = kernelDensity({ x: columns.x, y: columns.y }, truth.grid, {
    kernel: 'quartic',
    bandwidth: BANDWIDTH,
  })
  let worst = 0
  for (let i = 0; i < values.length; i++) worst = Math.max(worst, Math.abs(values[i]! - truth.density[i]!))
  expect(worst / truth.peak).toBeLessThan(TOLERANCE)
  expect([...columns.type].map((type) => labels[type]!.label)).toEqual(incidents.map(({ type }) => type))
  const hours = incidents.map(({ time }) => {
    const date = new Date(`${time.replace(' ', 'T')}Z`)
    return ((date.getUTCDay() + 6) % 7) * 24 + date.getUTCHours()
  })
  expect([...columns.startHour]).toEqual(hours)
}

/** A third of a second's arc is ten metres: degrees, minutes and seconds with six decimals. */
function sexagesimal(value: number, hemispheres: string): string {
  const degrees = Math.floor(value)
  const minutes = Math.floor((value - degrees) * 60)
  const seconds = ((value - degrees) * 60 - minutes) * 60
  return `${degrees}°${String(minutes).padStart(2, '0')}'${seconds.toFixed(7).padStart(10, '0')}"${hemispheres[0]}`
}

const NOTATIONS: Record<string, (incidents: readonly WrittenIncident[]) => SourceFile> = {
  'degrees, minutes and seconds': (incidents) =>
    rows(
      'id;tid;lat;lon;brottstyp',
      incidents,
      ({ x, y }) => `${sexagesimal(y, 'N')};${sexagesimal(x, 'E')}`,
    ),
  'one column "lat, lon"': (incidents) =>
    rows('id;tid;position;brottstyp', incidents, ({ x, y }) => `${y.toFixed(10)}, ${x.toFixed(10)}`),
  'well-known text': (incidents) =>
    rows('id;tid;geometri;brottstyp', incidents, ({ x, y }) => `POINT (${x.toFixed(10)} ${y.toFixed(10)})`),
}

function rows(
  header: string,
  incidents: readonly WrittenIncident[],
  place: (one: WrittenIncident) => string,
): SourceFile {
  const lines = incidents.map((one) => `${one.id};${one.time};${place(one)};${one.type}`)
  return file(`${[header, ...lines].join('\n')}\n`, 'brott.csv')
}

describe.each(SWEDISH_CRS.map((crs) => [crs.name, crs] as const))('the same incidents in %s', (_, crs) => {
  const incidents = incidentsAround(...placeIn(crs), crs.epsg)
  const truth = truthOf(incidents)

  it.each(Object.keys(INCIDENT_WRITERS))('give the same density as %s', async (format) => {
    const source = await incidentFile(INCIDENT_WRITERS[format]!(inCrs(incidents, crs), crs))
    const loaded = await loadFile(source)
    expect(loaded.mapping.position?.crs.epsg).toBe(crs.epsg)
    expectSame(loaded, incidents, truth)
  })
})

describe('the same incidents in degrees', () => {
  const incidents = incidentsAround(...placeIn(WGS84), 1)
  const truth = truthOf(incidents)

  it.each(Object.keys(DEGREE_WRITERS))('give the same density as %s', async (format) => {
    expectSame(await loadFile(await incidentFile(DEGREE_WRITERS[format]!(incidents))), incidents, truth)
  })

  it.each(Object.keys(NOTATIONS))('give the same density written as %s', async (notation) => {
    expectSame(await loadFile(NOTATIONS[notation]!(incidents)), incidents, truth)
  })
})
