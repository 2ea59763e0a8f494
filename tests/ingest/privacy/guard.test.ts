import { describe, expect, it } from 'vitest'
import { decodeText } from './serialised.ts'
import { look, preview, sniff, type PrivacyChoices } from '../../../src/ingest/index.ts'
import { file, loadFile } from '../files.ts'
import { csvOf, HEADER, nastyRows, PERSONAL_COLUMNS, personalValues, row } from './nasty.ts'

const ROWS = 300
const column = (name: string) => HEADER.indexOf(name)
const choices = (part: Partial<PrivacyChoices>): { privacy: PrivacyChoices } => ({
  privacy: { columns: [], coarsening: null, ...part },
})

describe('what is found in an export with everything in it', () => {
  it('is proposed to be dropped, and nothing else', async () => {
    const { privacy } = await sniff(file(csvOf(nastyRows(ROWS))))
    const dropped = privacy!.filter(({ proposed }) => proposed === 'drop')
    expect(dropped.map((finding) => HEADER[finding.column])).toEqual(PERSONAL_COLUMNS)
    const kept = privacy!.filter(({ proposed }) => proposed === 'keep')
    expect(kept.map((finding) => [HEADER[finding.column], finding.kinds[0].kind])).toEqual([
      ['diarienummer', 'caseNumber'],
    ])
    expect(privacy).toHaveLength(dropped.length + kept.length)
  })

  it('shows shapes only', async () => {
    const { privacy } = await sniff(file(csvOf(nastyRows(ROWS))))
    for (const { kinds } of privacy!)
      for (const { examples } of kinds) {
        expect(examples.length).toBeGreaterThan(0)
        expect(examples.length).toBeLessThanOrEqual(3)
        for (const example of examples) expect(example).not.toMatch(/[\p{L}\p{N}]/u)
      }
  })

  it('stands in no preview once it is dropped', async () => {
    const found = await look(file(csvOf(nastyRows(ROWS))))
    const text = JSON.stringify(found.preview)
    for (let k = 0; k < 20; k++) for (const value of personalValues(k)) expect(text).not.toContain(value)
    const kept = choices({ columns: [{ column: column('anmälare'), decision: 'keep' }] })
    const again = preview(found.description, { ...found.mapping, ...kept })
    expect(again.rows[0].cells[column('anmälare')]).toBe('Anna Svensson')
  })
})

describe('what is stored', () => {
  it('has not one of the dropped values, wherever one looks', async () => {
    const rows = nastyRows(ROWS)
    // Rows that are left out for their date, their width, a quote that never closes, and nothing known.
    const broken = [
      row(ROWS).with(1, 'förra tisdagen'),
      [...row(ROWS + 1), 'en kolumn till'],
      row(ROWS + 2).slice(0, 4),
      row(ROWS + 3).map((cell, k) => ([1, 3, 4, 5].includes(k) ? '' : cell)),
      row(ROWS + 4).with(6, '"Slottsgatan'),
    ]
    const loaded = await loadFile(file(csvOf([...rows, ...broken, row(0)])))
    expect(Object.keys(loaded.report.rejectedByReason).length).toBeGreaterThanOrEqual(4)
    const everything = decodeText(loaded)
    for (let k = 0; k < ROWS + broken.length; k++)
      for (const value of personalValues(k)) expect(everything, value).not.toContain(value)
    expect(everything).toContain('5000-K123456-25')
    expect(everything).toContain('Karl Johans gata')
    const names = loaded.texts[0].schema.fields.map(({ name }) => name)
    expect(names).toEqual(['row', ...HEADER.filter((name) => !PERSONAL_COLUMNS.includes(name))])
  })

  it('is reported column by column, with who decided', async () => {
    const keep = choices({
      columns: [
        { column: column('regnr'), decision: 'keep' },
        { column: column('plats'), decision: 'drop' },
      ],
    })
    const { report, texts } = await loadFile(file(csvOf(nastyRows(ROWS))), keep)
    const of = (name: string) => report.privacy.columns.find((entry) => entry.column === name)
    expect(of('pnr')).toEqual({
      column: 'pnr',
      kinds: [{ kind: 'identityNumber', share: 1 }],
      decision: 'drop',
      by: 'default',
      used: false,
      masked: 0,
    })
    expect(of('regnr')).toMatchObject({ decision: 'keep', by: 'person', kinds: [{ kind: 'plate' }] })
    expect(of('plats')).toMatchObject({ decision: 'drop', by: 'person', kinds: [], used: true })
    expect(of('diarienummer')).toMatchObject({ decision: 'keep', by: 'default' })
    expect(of('brottstyp')).toBeUndefined()
    expect(texts[0].getChild('regnr')?.get(0)).toBe('ABC123')
    expect(texts[0].getChild('plats')).toBeNull()
  })

  it('leaves times, places and types as they are read without the guard', async () => {
    const open = choices({ columns: HEADER.map((_, k) => ({ column: k, decision: 'keep' as const })) })
    const guarded = await loadFile(file(csvOf(nastyRows(ROWS))))
    const whole = await loadFile(file(csvOf(nastyRows(ROWS))), open)
    expect(guarded.columns).toEqual(whole.columns)
    expect(guarded.labels).toEqual(whole.labels)
    expect(guarded.report.rowsLoaded).toBe(ROWS)
  })

  it('holds no label of a type column that is dropped, but for types of the taxonomy', async () => {
    const header = ['datum', 'n', 'e', 'brottstyp']
    const rows = Array.from({ length: 100 }, (_, k) => [
      '2025-03-01 10:00',
      '6580822',
      '674032',
      k % 2 ? 'Klotter' : `Karin Öberg ${k} säger att hon blev rånad.`,
    ])
    const drop = choices({ columns: [{ column: 3, decision: 'drop' }] })
    const { labels, columns, report } = await loadFile(file(csvOf(rows, header)), { ...drop, type: 3 })
    expect(labels.map(({ label }) => label)).toEqual(['', 'Klotter'])
    expect([...columns.type].filter((type) => type === 1)).toHaveLength(50)
    expect(report.unknownTypes).toEqual([])
  })
})

describe('the look through every cell', () => {
  // 3 000 rows, so that what stands in the middle is in no sample.
  const header = ['id', 'datum', 'n', 'e', 'plats', 'kommentar']
  const plain = (k: number) => [
    `E${k}`,
    '2025-03-01 10:00',
    String(6_580_822 + k),
    '674032',
    'Slottsgatan',
    'ok',
  ]
  const hidden = [
    ['Slottsgatan, 811228-9874', 4],
    ['ring 070-123 45 67', 5],
    ['skriv till anna@exempel.se', 5],
    ['19811228-9874', 0],
  ] as const

  it('hides what the sample did not show, and counts it', async () => {
    const rows = Array.from({ length: 3_000 }, (_, k) => plain(k))
    hidden.forEach(([text, at], i) => (rows[780 + 7 * i][at] = text))
    const description = await sniff(file(csvOf(rows, header)))
    expect(description.privacy).toEqual([])
    const loaded = await loadFile(file(csvOf(rows, header)))
    const everything = decodeText(loaded)
    for (const value of ['811228-9874', '070-123 45 67', 'anna@exempel.se'])
      expect(everything).not.toContain(value)
    expect(loaded.texts[0].getChild('plats')?.get(780)).toBe('Slottsgatan, •••')
    expect(loaded.report.privacy.columns.map(({ column: name, masked }) => [name, masked])).toEqual([
      ['id', 1],
      ['plats', 1],
      ['kommentar', 2],
    ])
  })

  it('does not look where a person keeps the column knowingly', async () => {
    const rows = Array.from({ length: 3_000 }, (_, k) => plain(k))
    rows[780][5] = 'ring 070-123 45 67'
    const keep = choices({ columns: [{ column: 5, decision: 'keep' }] })
    const { texts, report } = await loadFile(file(csvOf(rows, header)), keep)
    expect(texts[0].getChild('kommentar')?.get(780)).toBe('ring 070-123 45 67')
    expect(report.privacy.columns).toEqual([
      { column: 'kommentar', kinds: [], decision: 'keep', by: 'person', used: false, masked: 0 },
    ])
  })

  it('hides the few that strayed into a column, names among them, and keeps the column', async () => {
    const rows = Array.from({ length: 150 }, (_, k) => plain(k))
    rows[20][4] = 'Slottsgatan, hos Anna Svensson'
    const { texts, report } = await loadFile(file(csvOf(rows, header)))
    expect(texts[0].getChild('plats')?.get(20)).toBe('Slottsgatan, hos •••')
    expect(report.privacy.columns).toMatchObject([
      { column: 'plats', decision: 'mask', by: 'default', masked: 1, kinds: [{ kind: 'name' }] },
    ])
  })

  it('does not take ids and timestamps for personnummer, one in ten of which has a right check digit', async () => {
    const withIds = [...header, 'löpnummer', 'stämpel', 'epok']
    const rows = Array.from({ length: 2_000 }, (_, k) => [
      ...plain(k),
      String(8_501_010_000 + 37 * k),
      `202503${String(1 + (k % 28)).padStart(2, '0')}${String(k % 24).padStart(2, '0')}${String(k % 60).padStart(2, '0')}`,
      String(1_705_100_000 + 97 * k),
    ])
    const { report, texts } = await loadFile(file(csvOf(rows, withIds)))
    expect(report.privacy.columns).toEqual([])
    expect(texts[0].getChild('löpnummer')?.get(5)).toBe(String(8_501_010_000 + 37 * 5))
  })

  it('hides what is personal in a type before it becomes a label', async () => {
    const rows = Array.from({ length: 3_000 }, (_, k) => [...plain(k).slice(0, 4), 'Klotter'])
    rows[780][4] = 'Misshandel, av 811228-9874'
    const { labels } = await loadFile(file(csvOf(rows, ['id', 'datum', 'n', 'e', 'brottstyp'])))
    expect(labels.map(({ label }) => label)).toEqual(['', 'Klotter', 'Misshandel, av •••'])
  })
})
