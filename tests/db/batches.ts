import type { Vector } from 'apache-arrow'
import {
  Table,
  tableToIPC,
  Uint32,
  Utf8,
  Schema,
  Field,
  RecordBatch,
  Struct,
  makeData,
  vectorFromArray,
} from 'apache-arrow'
import type { Taxonomy, TypeLabel } from '../../src/domain/taxonomy.ts'
import { allocateColumns, KIND_CODES, type IncidentColumns } from '../../src/domain/incident.ts'
import { localDay, localHourOfWeek, localToUtcMs, zoneTable } from '../../src/domain/timeZone.ts'

export const STOCKHOLM = 'Europe/Stockholm'

export const TAXONOMY: Taxonomy = {
  version: 'test',
  categories: [
    {
      id: 'våld',
      colour: 1,
      name: { sv: 'Våld', en: 'Violence' },
      types: [
        { id: 'misshandel', class: 'interaction', name: { sv: 'Misshandel', en: 'Assault' } },
        { id: 'åverkan', class: 'noInteraction', name: { sv: 'Åverkan', en: 'Tampering' } },
        { id: 'ärekränkning', class: 'interaction', name: { sv: 'Ärekränkning', en: 'Defamation' } },
      ],
    },
    {
      id: 'stöld',
      colour: 2,
      name: { sv: 'Stöld', en: 'Theft' },
      types: [
        { id: 'cykelstöld', class: 'noInteraction', name: { sv: 'Cykelstöld', en: 'Bicycle theft' } },
        { id: 'övrigt', class: 'noInteraction', name: { sv: 'Övrig stöld', en: 'Other theft' } },
      ],
    },
  ],
}

/** Label 0 is "none"; 6 is outside the taxonomy; 7 is another spelling of 1. */
export const LABELS: TypeLabel[] = [
  { label: '', typeId: null },
  { label: 'Misshandel', typeId: 'misshandel' },
  { label: 'Cykelstöld', typeId: 'cykelstöld' },
  { label: 'Åverkan', typeId: 'åverkan' },
  { label: 'Ärekränkning', typeId: 'ärekränkning' },
  { label: 'Övrig stöld', typeId: 'övrigt' },
  { label: 'Zoobrott', typeId: null },
  { label: 'MISSHANDEL', typeId: 'misshandel' },
]

/** An incident in words; local wall times. */
export interface Told {
  row: number
  /** `2025-03-01` */
  date?: string
  /** `22:30` */
  time?: string
  /** Local wall time of the end, `2025-03-02T06:00`. */
  to?: string
  type?: number
  kind?: 'crime' | 'event'
  x?: number
  y?: number
}

export function columnsOf(told: readonly Told[], timeZone = STOCKHOLM): IncidentColumns {
  const zone = zoneTable(timeZone)
  const columns = allocateColumns(told.length)
  told.forEach((incident, i) => {
    columns.row[i] = incident.row
    columns.type[i] = incident.type ?? 0
    columns.kind[i] = KIND_CODES[incident.kind ?? 'crime']
    columns.x[i] = incident.x ?? NaN
    columns.y[i] = incident.y ?? NaN
    columns.lon[i] = incident.x === undefined ? NaN : 18 + incident.x / 1e6
    columns.lat[i] = incident.y === undefined ? NaN : 59 + incident.y / 1e6
    if (incident.date) columns.day[i] = localDay(Date.parse(incident.date))
    if (incident.date && incident.time) {
      const local = Date.parse(`${incident.date}T${incident.time}Z`)
      columns.fromUtcMs[i] = localToUtcMs(localDay(local), local - localDay(local) * 86_400_000, zone)
      columns.startHour[i] = localHourOfWeek(local)
    }
    if (incident.to) {
      const local = Date.parse(`${incident.to}Z`)
      columns.toUtcMs[i] = localToUtcMs(localDay(local), local - localDay(local) * 86_400_000, zone)
    }
  })
  return columns
}

/** An Arrow stream as the ingest worker posts it: `row`, then the named columns. */
export function arrowOf(
  rows: ArrayLike<number>,
  columns: readonly { name: string; cells: readonly (string | null)[] }[],
): Uint8Array {
  const fields = [
    new Field('row', new Uint32()),
    ...columns.map(({ name }) => new Field(name, new Utf8(), true)),
  ]
  const vectors: Vector[] = [
    vectorFromArray(Array.from(rows), new Uint32()),
    ...columns.map(({ cells }) => vectorFromArray([...cells], new Utf8())),
  ]
  const schema = new Schema(fields)
  const struct = makeData({
    type: new Struct(fields),
    length: rows.length,
    nullCount: 0,
    children: vectors.map((vector) => vector.data[0]!),
  })
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream')
}
