import { describe, expect, it } from 'vitest'
import { sv } from '../../../src/i18n/sv.ts'
import { crsByEpsg, RT90, SWEREF99_TM, WGS84 } from '../../../src/ingest/crs.ts'
import type { SourceDescription } from '../../../src/ingest/index.ts'
import { preview } from '../../../src/ingest/preview.ts'
import { proposeMapping } from '../../../src/ingest/proposeMapping.ts'
import { sniff } from '../../../src/ingest/sniff.ts'
import {
  chooseColumn,
  choosePosition,
  chooseTime,
  refineTime,
} from '../../../src/panels/data/mappingEdits.ts'
import { mappedRoles } from '../../../src/panels/data/mappedRoles.ts'

function describeText(...lines: string[]): Promise<SourceDescription> {
  return sniff(new File([lines.join('\n')], 'a.csv'))
}

const table = () =>
  describeText(
    'typ;anmäld;när;kl;lon;lat;e;n',
    'Klotter;2025-07-09;2025-07-04;22:15;18.06;59.33;674000;6580000',
    'Klotter;2025-07-08;2025-07-05;23:15;18.07;59.34;674500;6581000',
    'Rån;2025-07-07;2025-07-06;21:15;18.08;59.32;675000;6579000',
  )

describe('chooseTime', () => {
  it('reads the order of another column from its values and keeps the clock beside it', async () => {
    const description = await table()
    const mapping = proposeMapping(description)
    expect(mapping.from).toMatchObject({ column: 2, clockColumn: 3 })
    const chosen = chooseTime(description, mapping, 'from', 1)
    expect(chosen.from).toMatchObject({ column: 1, clockColumn: 3, order: 'ymd', ambiguous: false })
    expect(chosen.certainty.from).toBe('sure')
    const { rows } = preview(description, chosen)
    expect(new Date(rows[0].reading!.fromUtcMs!).toISOString()).toBe('2025-07-09T20:15:00.000Z')
  })

  it('marks an order that no value decides, until a person chooses one', async () => {
    const description = await describeText(
      'typ;när;sedan',
      ...['02', '03', '04', '05', '06'].map((m) => `Klotter;2025-01-${m};0${m[1]}/03/2025`),
    )
    const mapping = chooseTime(description, proposeMapping(description), 'from', 2)
    expect(mapping.from).toMatchObject({ order: 'dmy', ambiguous: true })
    expect(mapping.certainty.from).toBe('guess')
    const refined = refineTime(mapping, 'from', { order: 'mdy' })
    expect(refined.from).toMatchObject({ column: 2, order: 'mdy', ambiguous: false })
    expect(refined.certainty.from).toBe('sure')
  })

  it('drops the end together with the start', async () => {
    const description = await table()
    const both = chooseTime(description, proposeMapping(description), 'to', 1)
    expect(both.to).toMatchObject({ column: 1 })
    const none = chooseTime(description, both, 'from', null)
    expect([none.from, none.to]).toEqual([null, null])
    expect(none.certainty).not.toHaveProperty('from')
  })

  it('finds the clock again where the time comes back', async () => {
    const description = await table()
    const none = chooseTime(description, proposeMapping(description), 'from', null)
    expect(chooseTime(description, none, 'from', 2).from).toMatchObject({ column: 2, clockColumn: 3 })
  })
})

describe('choosePosition', () => {
  it('finds the CRS of other columns and the metric CRS with it', async () => {
    const description = await table()
    const mapping = proposeMapping(description)
    const degrees = choosePosition(description, mapping, { x: 4, y: 5 }, null)
    expect(degrees.position).toMatchObject({ x: 4, y: 5, crs: WGS84 })
    const metres = choosePosition(description, degrees, { x: 6, y: 7 }, null)
    expect(metres.position).toMatchObject({ x: 6, y: 7, crs: SWEREF99_TM })
    expect(metres.metric.epsg).toBe(3006)
  })

  it('takes the CRS that a person says, and the UTM zone of places abroad', async () => {
    const description = await table()
    const mapping = proposeMapping(description)
    expect(choosePosition(description, mapping, { x: 6, y: 7 }, RT90).position?.crs.epsg).toBe(3021)
    const utm = choosePosition(description, mapping, { x: 6, y: 7 }, crsByEpsg(32616)!)
    // Easting 674 500 m at 59° N is 3.06° east of zone 16's meridian (87° W): just over into zone 17.
    expect(utm.metric.epsg).toBe(32617)
  })

  it('keeps the metric CRS where the columns hold no numbers', async () => {
    const description = await table()
    const mapping = proposeMapping(description)
    const words = choosePosition(description, mapping, { x: 0, y: 5 }, null)
    expect(words.metric).toBe(mapping.metric)
    expect(preview(description, words).notes.map((note) => note.code)).toContain('nonNumericPosition')
    expect(choosePosition(description, mapping, null, null).position).toBeNull()
  })
})

describe('chooseColumn', () => {
  it('keeps what holds for the whole file where a column says the kind', async () => {
    const description = await table()
    const mapping = chooseColumn(proposeMapping(description), 'kind', 0)
    expect(mapping.kind).toEqual({ column: 0, whole: 'crime' })
    const none = chooseColumn(mapping, 'type', null)
    expect(none.type).toBeNull()
    expect(none.certainty).not.toHaveProperty('type')
  })
})

describe('mappedRoles', () => {
  it('names the columns of each role that has some, northing first', async () => {
    const description = await table()
    const mapping = proposeMapping(description)
    const roles = mappedRoles(mapping, description.columns, sv.ingest.roles)
    expect(roles).toEqual([
      { label: sv.ingest.roles.from, columns: ['när', 'kl'] },
      { label: sv.ingest.roles.position, columns: ['n', 'e'] },
      { label: sv.ingest.roles.type, columns: ['typ'] },
    ])
  })
})
