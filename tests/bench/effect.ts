import { finish } from '../../src/analysis/index.ts'
import { allocateColumns, type IncidentColumns } from '../../src/domain/incident.ts'
import { dayNumber } from '../../src/domain/period.ts'
import type { TypeLabel } from '../../src/domain/taxonomy.ts'
import { projection, SWEREF99_TM } from '../../src/ingest/index.ts'
import { effectIndex } from '../../src/workers/effect/effectIndex.ts'
import type { MeasureOutline } from '../../src/workers/effect/effectMessages.ts'
import { evaluateSteps, judgeSteps } from '../../src/workers/effect/judgeMeasures.ts'
import { loadBuffer } from '../../src/workers/effect/zones.ts'
import { AnalysisEngine } from '../../src/workers/engine/analysisEngine.ts'
import { load, milliseconds, printTable } from './figures.ts'
import { timed } from './measure.ts'
import { places, type Square } from './places.ts'
import { seeded } from './seeded.ts'
import { tiling } from './tiling.ts'

const TOWN: Square = { x: 684_000, y: 6_442_000, side: 16_000 }
export const TYPES = [
  'stold-ur-fordon',
  'cykelstold',
  'klotter',
  'misshandel-utomhus',
  'personran',
  'skadegorelse-fordon',
]
export const FIRST_DAY = dayNumber(2019, 1, 1)
const DAYS = 7 * 365
const DAY_MS = 86_400_000

/** Measures over incidents through the worker's engine, with everything proposed by it: zones, periods, controls, then counts and verdicts. */
export async function benchEffect(rows: number, measures = 200): Promise<void> {
  const labels: TypeLabel[] = [{ label: '', typeId: null }, ...TYPES.map((id) => ({ label: id, typeId: id }))]
  const columns = incidents(rows)
  const engine = new AnalysisEngine({ columns, labels, timeZone: 'Europe/Stockholm', crs: SWEREF99_TM })
  const areas = tiling(8, 8, 100, TOWN, 1)
  engine.setAreas(
    areas.map((_, i) => String(i)),
    areas,
  )
  const outlines = measuresAt(columns, measures)
  const buffer = await loadBuffer()
  const sorted = timed(() => effectIndex(engine))
  const request = { measures: outlines, only: null, withProposals: false }
  const judged = timed(() => finish(judgeSteps(engine, request, buffer)))
  const counted = judged.result.flatMap((one) => (one.cannot === null ? [one] : []))
  const plans = counted.map(({ plan }) => plan)
  const evaluated = timed(() => finish(evaluateSteps(engine, plans)))
  const again = timed(() =>
    finish(judgeSteps(engine, { ...request, only: [plans[0]!.id], withProposals: true }, buffer)),
  )
  const perSecond = (time: number, n: number) =>
    ((1000 * n) / time).toLocaleString('en', { maximumFractionDigits: 1 })
  const row = (what: string, { time, processor }: { time: number; processor: number }, n: number) => [
    what,
    n.toString(),
    milliseconds(time),
    milliseconds(processor),
    n > 0 ? perSecond(time, n) : '-',
    ((rows * n) / time / 1000).toLocaleString('en', { maximumFractionDigits: 1 }),
    load(),
  ]
  const level3 = counted.filter(({ figures }) => figures.judgement.verdict !== 'withheld' && figures.judgement.maryland === 3).length // prettier-ignore
  printTable(
    `Effect of measures over ${rows.toLocaleString('en')} incidents in ${areas.length} areas, one thread, once (${counted.length} of ${measures} counted, ${level3} against a control of the engine's own)`,
    ['what', 'measures', 'time', 'processor', 'measures/s', 'million rows × measures/s', 'load 1/5 min'],
    [
      row('sort by place, once a data set', sorted, 1),
      row('propose and evaluate', judged, measures),
      row('evaluate alone, everything settled (zones clipped)', evaluated, plans.length),
      row('the open measure alone, with its candidates', again, 1),
    ],
  )
}

/** Incidents of seven years, half in clusters, of those types. */
export function incidents(rows: number): IncidentColumns {
  const random = seeded(7)
  const { x, y } = places(rows, 'half', TOWN, 7)
  const columns = allocateColumns(rows)
  const { inverse } = projection(SWEREF99_TM)
  columns.x.set(x)
  columns.y.set(y)
  for (let i = 0; i < rows; i++) {
    const day = FIRST_DAY + Math.floor(random() * DAYS)
    const [lon, lat] = i % 100 === 0 ? inverse(x[i]!, y[i]!) : [columns.lon[i - 1]!, columns.lat[i - 1]!]
    columns.lon[i] = lon
    columns.lat[i] = lat
    columns.day[i] = day
    columns.startHour[i] = Math.floor(random() * 168)
    columns.fromUtcMs[i] = day * DAY_MS + Math.floor(random() * DAY_MS)
    if (random() < 0.3) columns.toUtcMs[i] = columns.fromUtcMs[i]! + Math.floor(random() * DAY_MS)
    columns.type[i] = 1 + Math.floor(random() * TYPES.length)
    columns.row[i] = i + 1
  }
  return columns
}

/** Where incidents are, as measures are; half points, a quarter lines, a quarter polygons. */
function measuresAt({ x, y }: IncidentColumns, n: number): MeasureOutline[] {
  const random = seeded(8)
  return Array.from({ length: n }, (_, k): MeasureOutline => {
    const i = Math.floor(random() * x.length)
    const [e, s] = [x[i]!, y[i]!]
    const start = FIRST_DAY + 365 * 3 + Math.floor(random() * 365 * 3)
    const geometry: MeasureOutline['geometry'] =
      k % 4 < 2
        ? { type: 'Point', coordinates: [e, s], radius: 50 + 50 * random() }
        : k % 4 === 2
          ? { type: 'LineString', coordinates: [[e, s], [e + 150, s + 40], [e + 260, s + 150]], radius: 25 } // prettier-ignore
          : { type: 'Polygon', coordinates: [[[e, s], [e + 180, s], [e + 180, s + 140], [e, s + 140], [e, s]]] } // prettier-ignore
    return {
      id: String(k),
      status: 'done',
      start,
      end: null,
      horizon: 'long',
      geometry,
      typeIds: [TYPES[k % TYPES.length]!],
      zones: {},
      ringMetres: null,
      periods: null,
      runInDays: 0,
      chosenForPeak: 'unknown',
      breaks: [],
    }
  })
}
