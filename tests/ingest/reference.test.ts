import { beforeAll, describe, expect, it } from 'vitest'
import { crsByEpsg, projection } from '../../src/ingest/index.ts'
import { hasReference, loadFile, noted, referenceFile, referenceText, type Loaded } from './files.ts'

/** 7 × 24 counts, Monday first. */
function timeOfWeek(hours: Uint8Array): number[][] {
  const table = Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
  for (const hour of hours) table[Math.floor(hour / 24)]![hour % 24]!++
  return table
}

describe.runIf(hasReference)('Memphis robberies 2019', () => {
  let memphis: Loaded
  beforeAll(async () => {
    memphis = await loadFile(referenceFile('data/memphis_robberies_2019.csv'), {
      timeZone: 'America/Chicago',
    })
  })

  it('is understood without help', () => {
    expect(memphis.description).toMatchObject({ rows: 2245, rowsAreExact: true, hasHeader: true })
    expect(memphis.mapping).toMatchObject({
      id: 0,
      type: 1,
      from: { column: 2, order: 'ymd' },
      to: null,
      position: { x: 3, y: 4, crs: { epsg: 4326 } },
      metric: { epsg: 32616 },
    })
  })

  it('is loaded whole', () => {
    expect(memphis.report).toMatchObject({ rowsRead: 2245, rowsLoaded: 2245, rejected: [], unknownTypes: [] })
    expect(memphis.labels[1]).toEqual({ label: 'personal robbery', typeId: 'personran' })
    expect(memphis.columns.x.every((x) => !Number.isNaN(x))).toBe(true)
  })

  it('has the metres of the file itself, to a millimetre', () => {
    const table = memphis.texts[0]!
    const x = table.getChild('x_32616')!
    const y = table.getChild('y_32616')!
    let worst = 0
    for (let i = 0; i < 2245; i++)
      worst = Math.max(
        worst,
        Math.hypot(memphis.columns.x[i]! - Number(x.get(i)), memphis.columns.y[i]! - Number(y.get(i))),
      )
    expect(worst).toBeLessThan(0.001)
    const utm = projection(crsByEpsg(32616)!)
    const [lon, lat] = utm.inverse(memphis.columns.x[7]!, memphis.columns.y[7]!)
    expect([lon, lat]).toEqual([
      expect.closeTo(memphis.columns.lon[7]!, 9),
      expect.closeTo(memphis.columns.lat[7]!, 9),
    ])
  })

  it('has the hours of the week of the independent count', () => {
    const expected = JSON.parse(referenceText('time/time_of_week.json')) as Record<
      string,
      { monday_first: number[][] }
    >
    expect(timeOfWeek(memphis.columns.startHour)).toEqual(expected.memphis!.monday_first)
  })

  it('switches to summer time as Chicago does', () => {
    const dates = memphis.texts[0]!.getChild('datetime_local')!
    let compared = 0
    for (let i = 0; i < 2245; i++) {
      const local = String(dates.get(i))
      const summer = local >= '2019-03-10T03:00' && local < '2019-11-03T01:00'
      const winter = local < '2019-03-10T02:00' || local >= '2019-11-03T02:00'
      if (!summer && !winter) continue
      compared++
      expect(memphis.columns.fromUtcMs[i]).toBe(Date.parse(`${local}:00${summer ? '-05:00' : '-06:00'}`))
    }
    expect(compared).toBeGreaterThan(2230)
  })
})

describe.runIf(hasReference)('New York vehicle thefts 2014-2017', () => {
  let nyc: Loaded
  beforeAll(async () => {
    nyc = await loadFile(referenceFile('data/nyc_vehicle_thefts_2014_2017.csv'), {
      timeZone: 'America/New_York',
    })
  })

  it('is understood without help: from and to, the single time left alone', () => {
    expect(nyc.mapping).toMatchObject({
      id: 0,
      type: null,
      from: { column: 1 },
      to: { column: 2 },
      position: { x: 4, y: 5 },
      metric: { epsg: 32618 },
    })
    expect(nyc.description.rowsAreExact).toBe(false)
    expect(Math.abs(nyc.description.rows / 35_746 - 1)).toBeLessThan(0.02)
  })

  it('has the counts of the reference', () => {
    const { columns, report } = nyc
    expect(report).toMatchObject({ rowsRead: 35_746, rowsLoaded: 35_746, rejected: [] })
    expect(noted(report, 'noEnd')).toBe(2852)
    let zero = 0
    let long = 0
    for (let i = 0; i < columns.length; i++) {
      const length = columns.toUtcMs[i]! - columns.fromUtcMs[i]!
      if (length === 0) zero++
      if (length > 168 * 3_600_000) long++
    }
    expect(zero).toBe(512)
    expect(long).toBe(2843)
    expect(columns.lon.every((lon) => !Number.isNaN(lon))).toBe(true)
  })

  it('has the hours of the week of the independent count, but for wall times that did not exist', () => {
    const expected = JSON.parse(referenceText('time/time_of_week.json')) as Record<
      string,
      { monday_first: number[][] }
    >
    const counted = timeOfWeek(nyc.columns.startHour)
    const moved = noted(nyc.report, 'wallTimeMoved')
    const apart = expected.nyc_vehicle_thefts_from!.monday_first.flatMap((day, d) =>
      day.map((count, h) => ({ d, h, by: counted[d]![h]! - count })).filter((cell) => cell.by !== 0),
    )
    expect(apart).toEqual(
      moved === 0
        ? []
        : [
            { d: 6, h: 2, by: -moved },
            { d: 6, h: 3, by: moved },
          ],
    )
  })
})

describe.runIf(hasReference)('Chicago arson 2016', () => {
  it('has dates only, and a foreign plane that is passed over', async () => {
    const { mapping, report, columns } = await loadFile(referenceFile('data/chicago_arson_2016.csv'))
    expect(mapping).toMatchObject({
      from: { column: 1 },
      position: { x: 4, y: 5, crs: { epsg: 4326 } },
      metric: { epsg: 32616 },
    })
    expect(report).toMatchObject({ rowsLoaded: 522, firstDay: 16_801 })
    expect(noted(report, 'noClock')).toBe(522)
    expect(columns.fromUtcMs.every(Number.isNaN)).toBe(true)
  })
})
