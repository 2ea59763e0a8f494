import { LABELS } from './batches.ts'
import type { IncidentBatch } from '../../src/db/dataset.ts'
import { allocateColumns } from '../../src/domain/incident.ts'
import { localDay, localHourOfWeek, utcToLocalMs, zoneTable } from '../../src/domain/timeZone.ts'
import { arrowOf, STOCKHOLM } from './batches.ts'

/** mulberry32: a small seeded generator of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Incidents of three and a half years with some dates, times, positions and types missing, and `sourceColumns` columns of text. */
export function* syntheticBatches(
  n: number,
  options: { seed: number; batchRows: number; sourceColumns: number },
): Generator<IncidentBatch> {
  const random = seeded(options.seed)
  const zone = zoneTable(STOCKHOLM)
  const first = Date.UTC(2023, 0, 1)
  for (let done = 0; done < n; done += options.batchRows) {
    const length = Math.min(options.batchRows, n - done)
    const columns = allocateColumns(length)
    for (let i = 0; i < length; i++) {
      columns.row[i] = done + i + 1
      columns.type[i] = Math.floor(random() * LABELS.length)
      columns.kind[i] = random() < 0.1 ? 1 : 0
      if (random() < 0.97) {
        columns.x[i] = random() * 5000
        columns.y[i] = random() * 5000
        columns.lon[i] = 18 + random()
        columns.lat[i] = 59 + random()
      }
      const utcMs = first + Math.floor(random() * 1277 * 1440) * 60_000
      const local = utcToLocalMs(utcMs, zone)
      if (random() < 0.02) continue
      columns.day[i] = localDay(local)
      if (random() < 0.05) continue
      columns.fromUtcMs[i] = utcMs
      columns.startHour[i] = localHourOfWeek(local)
      if (random() < 0.4) columns.toUtcMs[i] = utcMs + Math.floor(random() * 600) * 60_000
    }
    const cells = (column: number) =>
      Array.from({ length }, () => {
        const value = Math.floor(random() * 5000)
        return column % 3 === 0
          ? String(value)
          : column % 3 === 1
            ? `Ågatan ${value}`
            : value % 7
              ? `fri text ${value}`
              : null
      })
    const source = Array.from({ length: options.sourceColumns }, (_, k) => ({
      name: `Kolumn ${k}`,
      cells: cells(k),
    }))
    yield { columns, labels: LABELS, arrow: arrowOf(columns.row, source) }
  }
}
