import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../src/i18n/format.ts'
import { sv } from '../../../src/i18n/sv.ts'
import type { RowReading } from '../../../src/ingest/index.ts'
import { preview } from '../../../src/ingest/preview.ts'
import { proposeMapping } from '../../../src/ingest/proposeMapping.ts'
import { sniff } from '../../../src/ingest/sniff.ts'
import { positionText, problemsByPart, sourceTexts, timeText } from '../../../src/panels/data/previewText.ts'

const format = createFormatter('sv')
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ')

function reading(part: Partial<RowReading>): RowReading {
  const nothing = { fromUtcMs: null, toUtcMs: null, day: null, hourOfWeek: null }
  return {
    ...nothing,
    lon: null,
    lat: null,
    x: null,
    y: null,
    type: '',
    typeId: null,
    kind: 'crime',
    cost: null,
    ...part,
  }
}

describe('timeText', () => {
  // 2025-07-04 is a Friday; Stockholm is two hours ahead of UTC.
  const day = Date.UTC(2025, 6, 4) / 86_400_000
  const at = (hour: number, minute: number) => Date.UTC(2025, 6, 4, hour, minute)

  it('says the local time in the zone of the file', () => {
    const row = reading({ day, fromUtcMs: at(20, 15) })
    expect(timeText(row, 'Europe/Stockholm', format)).toBe('fre 4 juli 2025 22:15')
    expect(timeText(row, 'America/Chicago', format)).toBe('fre 4 juli 2025 15:15')
  })

  it('shortens an end on the same day and names another day', () => {
    const row = reading({ day, fromUtcMs: at(20, 15), toUtcMs: at(21, 0) })
    expect(timeText(row, 'Europe/Stockholm', format)).toBe('fre 4 juli 2025 22:15–23:00')
    const night = reading({ day, fromUtcMs: at(20, 15), toUtcMs: at(23, 5) })
    expect(timeText(night, 'Europe/Stockholm', format)).toBe('fre 4 juli 2025 22:15\n– lör 5 juli 01:05')
  })

  it('says the day alone where there is no clock time, and nothing without a date', () => {
    expect(timeText(reading({ day }), 'Europe/Stockholm', format)).toBe('fre 4 juli 2025')
    expect(timeText(reading({}), 'Europe/Stockholm', format)).toBeNull()
  })
})

describe('positionText', () => {
  it('names the half of the globe', () => {
    const words = sv.panels.open.compass
    expect(plain(positionText(reading({ lon: -89.942, lat: 35.149 }), format, words))).toBe(
      '35,1490° N\n89,9420° V',
    )
    expect(plain(positionText(reading({ lon: 18.07, lat: -1.5 }), format, words))).toBe(
      '1,5000° S\n18,0700° Ö',
    )
    expect(positionText(reading({ lon: 18 }), format, words)).toBeNull()
  })
})

describe('what stands behind a row', () => {
  const text = [
    'brottstyp;datum;tid;e;n',
    'Klotter;2025-07-04;22:15;692859;6449599',
    'Klotter;2025-07-05;25:77;0;0',
    'Klotter;i fjol;22:00;692859;6449599',
    'Klotter;2025-07-06;23:10;692859;6449599',
    'Klotter;2025-07-07;23:20;692859;6449599',
  ].join('\n')

  it('gives the source texts of date and clock together and the problems by part', async () => {
    const description = await sniff(new File([text], 'a.csv'))
    const mapping = proposeMapping(description)
    const { rows } = preview(description, mapping)
    expect(sourceTexts(rows[0], mapping)).toEqual({
      time: '2025-07-04 · 22:15',
      position: '6449599\n692859',
      type: 'Klotter',
    })
    expect(problemsByPart(rows[0], mapping)).toEqual({ time: [], position: [], type: [] })
    expect(problemsByPart(rows[1], mapping)).toEqual({
      time: ['unparsableClock'],
      position: ['nullIsland'],
      type: [],
    })
    expect(rows[2].rejected).toBe('unparsableDate')
    expect(problemsByPart(rows[2], mapping).time).toEqual([])
  })
})
