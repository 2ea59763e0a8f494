import { tiling } from '../bench/tiling.ts'
import { seeded } from '../bench/seeded.ts'
import { assignToAreas } from '../../src/analysis/index.ts'
import { workbook } from '../ingest/areas/workbooks.ts'
import { geoPackage } from '../support/geoFiles.ts'

/** A town of twelve RegSO in SWEREF 99 TM, beside Örebro, with what a kommun has of it: all invented. */
const SQUARE = { x: 508_000, y: 6_567_000, side: 9_000 }
const NAMES = ['Almby', 'Brickebacken', 'Centrum', 'Eklunda', 'Hovsta', 'Markbacken', 'Mellringe', 'Norrby', 'Oxhagen', 'Rosta', 'Sörby', 'Vivalla'] // prettier-ignore
const polygons = tiling(4, 3, 32, SQUARE, 11)
export const TOWN = NAMES.map((name, k) => ({
  code: `1880R${String(k + 1).padStart(3, '0')}`,
  name,
  polygon: polygons[k]!,
}))

/** The areas' layer beside one of a single area, as offices pack them. */
export async function townAreas(): Promise<Buffer> {
  const features = TOWN.map(({ code, name, polygon }) => ({
    geometry: { type: 'MultiPolygon', coordinates: polygon } as GeoJSON.MultiPolygon,
    properties: { objektid: `{${code}}`, regsokod: code, regsonamn: name, kommunkod: '1880' },
  }))
  const whole = {
    geometry: { type: 'Polygon', coordinates: [tiling(1, 1, 4, SQUARE, 1)[0]![0]![0]!] } as GeoJSON.Polygon,
    properties: { kommunkod: '1880', kommunnamn: 'Örebro' },
  }
  const layers = [
    { name: 'regso', epsg: 3006, features },
    { name: 'kommun', epsg: 3006, features: [whole] },
  ]
  return Buffer.from(await geoPackage(layers))
}

/** Incidents of 2024 and 2025, with how many of them lie in each area. */
export function townIncidents(): { csv: string; perArea: number[]; outside: number } {
  const random = seeded(5)
  const n = 900
  const x = Array.from({ length: n }, () => SQUARE.x - 400 + random() ** 0.8 * (SQUARE.side + 800))
  const y = Array.from({ length: n }, () => SQUARE.y - 400 + random() * (SQUARE.side + 800))
  const rows = x.map((east, i) => {
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 731) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    return `${day} 21:15;Klotter;${Math.round(y[i]!)};${Math.round(east)}`
  })
  const areaOf = assignToAreas(x.map(Math.round), y.map(Math.round), polygons)
  const perArea = NAMES.map((_, k) => areaOf.filter((area) => area === k).length)
  return {
    csv: ['tidpunkt;brottstyp;n;e', ...rows].join('\n'),
    perArea,
    outside: areaOf.filter((area) => area < 0).length,
  }
}

/** Population as SCB's tables export it; one area is missing, and one is of another kommun. */
export async function townPopulation(): Promise<Buffer> {
  const inhabitants = (k: number, year: number) => 2400 + 310 * k + 25 * (year - 2023)
  const rows = TOWN.filter(({ name }) => name !== 'Vivalla').flatMap(({ code, name }, k) => [
    [`${code} ${name}`, 'män', ...[2023, 2024, 2025].map((year) => Math.floor(inhabitants(k, year) / 2))],
    ['', 'kvinnor', ...[2023, 2024, 2025].map((year) => Math.ceil(inhabitants(k, year) / 2))],
  ])
  const file = await workbook('folkmangd.xlsx', [
    ['Folkmängd efter region, kön och år'],
    [],
    ['', '', '2023', '2024', '2025'],
    ...rows,
    ['1881R001 Kumla centrum', 'män', 1000, 1010, 1020],
    ['', 'kvinnor', 1000, 1010, 1020],
    [],
    ['Källa: SCB'],
  ])
  return Buffer.from(await file.arrayBuffer())
}

/** A local survey with its interval; one name is written in another way, one is of no area. */
export const TOWN_SURVEY = [
  'Område;År;Andel otrygga ute;KI under;KI över;n',
  ...TOWN.flatMap(({ name }, k) =>
    [2023, 2025].map((year) => {
      const share = 18 + k + (year - 2023)
      const written = name === 'Sörby' ? 'Sorby' : name
      return `${written};${year};${share},5;${share - 3},0;${share + 4},0;${220 + k}`
    }),
  ),
  'Hela kommunen;2025;25,0;24,0;26,0;3012',
].join('\r\n')
