import { describe, expect, it } from 'vitest'
import { valueIn, yearsOf, type AreaStatistic } from '../../../src/domain/areaStatistics.ts'
import { readHead } from '../../../src/ingest/areas/columnHead.ts'
import { joinTable } from '../../../src/ingest/areas/joinTable.ts'
import type { KeyedArea } from '../../../src/ingest/areas/joinKeys.ts'
import { proposeTableMapping } from '../../../src/ingest/areas/proposeTableMapping.ts'
import type { TableMapping } from '../../../src/ingest/areas/tableMapping.ts'
import { readRecords } from '../../../src/ingest/areas/tableRecords.ts'
import { shapeTable } from '../../../src/ingest/areas/tableShape.ts'
import { readFigure, readInterval } from '../../../src/ingest/areas/valueCell.ts'
import type { SourceFile } from '../../../src/ingest/index.ts'
import { file, lines } from '../files.ts'
import { workbook } from './workbooks.ts'

const KOMMUNER: KeyedArea[] = [
  { id: '0114', name: 'Upplands Väsby' },
  { id: '0180', name: 'Stockholm' },
  { id: '0488', name: 'Trosa' },
  { id: '1480', name: 'Göteborg' },
]
const DELAR: KeyedArea[] = [
  { id: 'A', name: 'Norr' },
  { id: 'B', name: 'Söder' },
  { id: 'C', name: 'S:t Lars' },
]

async function read(
  source: SourceFile,
  areas: KeyedArea[],
  change: (mapping: TableMapping) => Partial<TableMapping> = () => ({}),
) {
  const table = shapeTable(await readRecords(source))
  const proposed = proposeTableMapping(table, areas)
  if (!proposed) return { table, mapping: null, join: null, of: () => null }
  const mapping = { ...proposed, ...change(proposed) }
  const join = joinTable(table, mapping, areas, { id: 't', areaSet: 's' })
  const of = (name: string) => join.table.statistics.find((statistic) => statistic.name === name) ?? null
  return { table, mapping, join, of }
}

const figures = (statistic: AreaStatistic | null, area: string) =>
  Object.fromEntries((statistic?.values ?? []).filter((value) => value.area === area).map(({ year, value }) => [year, value])) // prettier-ignore
const noted = (notes: { code: string; count: number }[], code: string) =>
  notes.find((note) => note.code === code)?.count ?? 0

describe('SCB', () => {
  it('CSV with a title, code and name in one cell, years as headings, .. and footnotes', async () => {
    const source = lines(
      '"Folkmängd efter region och år"',
      '',
      '"region","2022","2023"',
      '"0114 Upplands Väsby",50119,50620',
      '"0180 Stockholm",984748,988943',
      '"0488 Trosa",..,15032',
      '"0136 Haninge",97986,98747',
      '',
      '"Folkmängden avser förhållandena den 31 december, enligt registret."',
      '"Källa: SCB"',
    )
    const { table, mapping, join } = await read(source, KOMMUNER)
    expect(table.titles).toEqual(['Folkmängd efter region och år'])
    expect(table.rows).toHaveLength(4)
    expect(table.notes).toHaveLength(2)
    expect(mapping).toMatchObject({ key: 0, yearColumn: null, breakdowns: [] })
    const [population] = join!.table.statistics
    expect(population).toMatchObject({ name: 'Folkmängd', kind: 'population' })
    expect(figures(population!, '0180')).toEqual({ 2022: 984_748, 2023: 988_943 })
    expect(figures(population!, '0488')).toEqual({ 2023: 15_032 })
    expect(noted(join!.notes, 'missing')).toBe(1)
    expect(join!.table).toMatchObject({
      rows: 4,
      matchedRows: 3,
      unmatched: [{ key: '0136 Haninge', rows: 1, ambiguous: false }],
      areasWithout: ['1480'],
    })
  })

  it('CSV of the newer form: several contents by year, sexes to be summed', async () => {
    const { mapping, join, of } = await read(
      lines(
        '"region","kön","Folkmängd 2022","Folkmängd 2023","Folkökning 2022","Folkökning 2023"',
        '"0114 Upplands Väsby","män",25391,25666,309,275',
        '"0114 Upplands Väsby","kvinnor",24728,24954,253,226',
        '"0180 Stockholm","män",487126,489104,-,1978',
        '"0180 Stockholm","kvinnor",497622,499839,4150,2217',
      ),
      KOMMUNER,
    )
    expect(mapping!.breakdowns).toEqual([{ column: 1, values: ['män', 'kvinnor'], use: { how: 'sum' } }])
    expect(figures(of('Folkmängd'), '0114')).toEqual({ 2022: 50_119, 2023: 50_620 })
    expect(figures(of('Folkökning'), '0180')).toEqual({ 2022: 4150, 2023: 4195 })
    expect(noted(join!.notes, 'dashes')).toBe(1)
  })

  it('a total among the rows is taken instead of the sum', async () => {
    const { mapping, of } = await read(
      lines(
        'region;ålder;år;Folkmängd',
        '0180 Stockholm;totalt ålder;2023;988943',
        '0180 Stockholm;0-64 år;2023;830000',
        '0180 Stockholm;65+ år;2023;158943',
        '0114 Upplands Väsby;totalt ålder;2023;50620',
        '0114 Upplands Väsby;0-64 år;2023;42000',
        '0114 Upplands Väsby;65+ år;2023;8620',
      ),
      KOMMUNER,
    )
    expect(mapping!.breakdowns[0]!.use).toEqual({ how: 'only', value: 'totalt ålder' })
    expect(mapping!.yearColumn).toBe(2)
    expect(figures(of('Folkmängd'), '0180')).toEqual({ 2023: 988_943 })
  })

  it('Excel: title, heading without names, region and sex written once for their rows, sources below', async () => {
    const source = await workbook('BE0101.xlsx', [
      ['Folkmängden efter region, ålder, kön och år'],
      [],
      ['', '', '', '2022', '2023'],
      ['0114 Upplands Väsby', '0-17 år', 'män', 5900, 5950],
      ['', '', 'kvinnor', 5600, 5650],
      ['', '18+ år', 'män', 19491, 19716],
      ['', '', 'kvinnor', 19128, 19304],
      ['0180 Stockholm', '0-17 år', 'män', 97000, 96500],
      ['', '', 'kvinnor', 92000, 91500],
      ['', '18+ år', 'män', 390126, 392604],
      ['', '', 'kvinnor', 405622, 408339],
      [],
      ['Fr.o.m. 2007-01-01 har Heby bytt län.'],
      ['Senaste uppdatering:'],
      ['20240222 08:00'],
      ['Källa:'],
      ['SCB'],
    ])
    const { table, mapping, join } = await read(source, KOMMUNER)
    expect(table.rows).toHaveLength(8)
    expect(table.filledDown).toBe(6 + 4)
    expect(mapping!.breakdowns.map(({ use }) => use.how)).toEqual(['sum', 'sum'])
    const [population] = join!.table.statistics
    expect(population!.name).toBe('Folkmängden')
    expect(figures(population!, '0114')).toEqual({ 2022: 50_119, 2023: 50_620 })
    expect(figures(population!, '0180')).toEqual({ 2022: 984_748, 2023: 988_943 })
  })

  it('heads of two lines: contents over years', async () => {
    const { table, of } = await read(
      await workbook('t.xlsx', [
        ['Bostäder efter region, tabellinnehåll och år'],
        ['', 'Hyresrätter', '', 'Småhus', ''],
        ['', '2022', '2023', '2022', '2023'],
        ['0114 Upplands Väsby', 8100, 8150, 6200, 6210],
        ['0180 Stockholm', 201000, 202500, 44000, 44100],
      ]),
      KOMMUNER,
    )
    expect(table.columns.slice(1)).toEqual([
      'Hyresrätter 2022',
      'Hyresrätter 2023',
      'Småhus 2022',
      'Småhus 2023',
    ])
    expect(figures(of('Hyresrätter'), '0180')).toEqual({ 2022: 201_000, 2023: 202_500 })
    expect(figures(of('Småhus'), '0114')).toEqual({ 2022: 6200, 2023: 6210 })
    expect(of('Småhus')!.kind).toBe('housing')
  })

  it('DeSO: codes alone, in Windows-1252 with tabs', async () => {
    const text = 'DeSO\tÅr\tBefolkning\r\n0180A0010\t2023\t1\u00a0734\r\n0180C1020\t2023\t2012\r\n'
    const bytes = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
    const areas = [
      { id: '0180A0010', name: '0180A0010' },
      { id: '0180C1020', name: '0180C1020' },
    ]
    const { of } = await read(file(bytes, 'deso.txt'), areas)
    expect(figures(of('Befolkning'), '0180A0010')).toEqual({ 2023: 1734 })
  })
})

describe('Brå', () => {
  it('kommuner, crime types in rows, antal and per 100 000 under each year, en dash for none', async () => {
    const { table, mapping, of, join } = await read(
      await workbook('anmalda.xlsx', [
        ['Anmälda brott, kommun och år'],
        ['Brottsförebyggande rådet'],
        ['Region', 'Brottstyp', '2022', '', '2023', ''],
        ['', '', 'Antal', 'Per 100 000 inv.', 'Antal', 'Per 100 000 inv.'],
        ['Stockholms län'],
        ['Stockholm', 'Misshandel utomhus', 3210, 326, 3105, 315],
        ['Stockholm', 'Klotter', 9001, 914, 8800, 893],
        ['Upplands Väsby', 'Misshandel utomhus', 101, 202, 99, 196],
        ['Upplands Väsby', 'Klotter', '–', '–', '..', '..'],
        ['Hela landet', 'Klotter', 40000, 380, 41000, 390],
        ['– = noll, .. = uppgift ej tillgänglig'],
      ]),
      KOMMUNER,
    )
    expect(table.columns).toEqual(['Region', 'Brottstyp', '2022 Antal', '2022 Per 100 000 inv.', '2023 Antal', '2023 Per 100 000 inv.']) // prettier-ignore
    expect(mapping!.breakdowns).toMatchObject([{ column: 1, use: { how: 'split' } }])
    expect(mapping!.indicators.map(({ name, kind, unit }) => [name, kind, unit])).toEqual([
      ['Antal', 'count', ''],
      ['Per 100 000 inv.', 'other', 'per 100 000 inv.'],
    ])
    expect(figures(of('Antal: Misshandel utomhus'), '0180')).toEqual({ 2022: 3210, 2023: 3105 })
    expect(figures(of('Antal: Klotter'), '0114')).toEqual({ 2022: 0 })
    expect(figures(of('Per 100 000 inv.: Klotter'), '0180')).toEqual({ 2022: 914, 2023: 893 })
    expect(join!.table.unmatched.map(({ key }) => key)).toEqual(['Hela landet'])
    expect(join!.table.areasWithout).toEqual(['0488', '1480'])
    expect(noted(join!.notes, 'missing')).toBe(2)
  })

  it('wide years, one crime type, semicolons and spaces between thousands', async () => {
    const { join } = await read(
      lines('Kommun;2021;2022;2023', 'Stockholm;12 345;12 001;11 950', 'Göteborg;7 001;-;6 800'),
      KOMMUNER,
    )
    expect(figures(join!.table.statistics[0]!, '1480')).toEqual({ 2021: 7001, 2022: 0, 2023: 6800 })
    expect(yearsOf(join!.table.statistics[0]!)).toEqual([2021, 2022, 2023])
  })
})

describe('surveys', () => {
  it('long: share, bounds and answers in columns of their own', async () => {
    const { mapping, of } = await read(
      lines(
        'område;år;Andel otrygga ute;ki_under;ki_över;n',
        'Norr;2022;24,5;21,0;28,0;612',
        'Norr;2024;22,1;18,9;25,3;640',
        'Söder;2024;31,0;26,4;35,6;401',
        'S:t Lars;2024;-;;;12',
      ),
      DELAR,
    )
    expect(mapping).toMatchObject({ key: 0, yearColumn: 1, dashIsZero: false })
    const safety = of('Andel otrygga ute')!
    expect(safety).toMatchObject({ kind: 'survey', unit: '%' })
    expect(valueIn(safety, 'A', 2024)).toEqual({
      area: 'A',
      year: 2024,
      value: 22.1,
      low: 18.9,
      high: 25.3,
      n: 640,
    })
    expect(valueIn(safety, 'C', 2024)).toBeNull()
  })

  it('wide: a margin for every year', async () => {
    const { of } = await read(
      lines(
        'Område;Trygghet 2022;Trygghet 2022 felmarginal;Trygghet 2024;Trygghet 2024 felmarginal',
        'Norr;75,5;± 3,5;77,9;± 3,2',
        'Söder;69,0;4,6;1,0;2,0',
      ),
      DELAR,
    )
    const safety = of('Trygghet')!
    expect(valueIn(safety, 'A', 2022)).toEqual({ area: 'A', year: 2022, value: 75.5, low: 72, high: 79 })
    // A share does not go below nothing.
    expect(valueIn(safety, 'B', 2024)).toMatchObject({ low: 0, high: 3 })
  })

  it('figure and interval in one cell, or the interval in one', async () => {
    const one = await read(
      lines('Område\tUtsatta 2024', 'Norr\t12,3 % (10,1–14,5)', 'Söder\t9,0 ± 2,0'),
      DELAR,
    )
    expect(valueIn(one.of('Utsatta')!, 'A', 2024)).toMatchObject({ value: 12.3, low: 10.1, high: 14.5 })
    expect(valueIn(one.of('Utsatta')!, 'B', 2024)).toMatchObject({ value: 9, low: 7, high: 11 })
    const two = await read(
      lines('Område;Utsatta 2024;95 % KI 2024', 'Norr;12,3;10,1–14,5', 'Söder;9,0;7,0–11,0'),
      DELAR,
    )
    expect(valueIn(two.of('Utsatta')!, 'B', 2024)).toMatchObject({ value: 9, low: 7, high: 11 })
  })

  it('bounds that do not hold the figure are dropped and said', async () => {
    const { join } = await read(lines('Område;Andel;undre;övre', 'Norr;50;60;70', 'Söder;40;35;45'), DELAR)
    const [share] = join!.table.statistics
    expect(valueIn(share!, 'A', 0)).toEqual({ area: 'A', year: 0, value: 50 })
    expect(valueIn(share!, 'B', 0)).toMatchObject({ low: 35, high: 45 })
    expect(noted(join!.notes, 'outsideInterval')).toBe(1)
  })

  it('several indicators in one column, and shares that must not be added up', async () => {
    const source = lines(
      'område;fråga;år;andel',
      'Norr;Otrygg ute;2024;22',
      'Norr;Utsatt för brott;2024;11',
      'Söder;Otrygg ute;2024;30',
      'Söder;Utsatt för brott;2024;14',
    )
    const split = await read(source, DELAR)
    expect(split.join!.table.statistics.map(({ name }) => name)).toEqual(['Otrygg ute', 'Utsatt för brott'])
    const summed = await read(source, DELAR, (mapping) => ({
      breakdowns: mapping.breakdowns.map((breakdown) => ({ ...breakdown, use: { how: 'sum' } as const })),
    }))
    expect(summed.join!.table.statistics[0]!.values).toEqual([])
    expect(noted(summed.join!.notes, 'notSummed')).toBe(2)
  })
})

describe('other tables', () => {
  it('costs with unit; a name beside the key is no division; the year from the file name', async () => {
    const { mapping, of } = await read(
      file('kod;namn;Kostnad skadegörelse (tkr)\nA;Norr;1 250,5\nB;Söder;980\n', 'kostnader-2024.csv'),
      DELAR,
    )
    expect(mapping!.breakdowns).toEqual([])
    const cost = of('Kostnad skadegörelse (tkr)')!
    expect(cost).toMatchObject({ kind: 'cost', unit: 'tkr' })
    expect(figures(cost, 'A')).toEqual({ 2024: 1250.5 })
  })

  it('one value column without a year or a head', async () => {
    const { join } = await read(lines('A;1200', 'B;800', 'D;5'), DELAR)
    expect(figures(join!.table.statistics[0]!, 'A')).toEqual({ 0: 1200 })
    expect(join!.table.unmatched.map(({ key }) => key)).toEqual(['D'])
  })

  it('the same figure twice is one; two different ones are none', async () => {
    const { join } = await read(lines('omr;2023', 'Norr;10', 'norr ;10', 'Söder;4', 'B;5'), DELAR)
    const [count] = join!.table.statistics
    expect(figures(count!, 'A')).toEqual({ 2023: 10 })
    expect(figures(count!, 'B')).toEqual({})
    expect([noted(join!.notes, 'repeated'), noted(join!.notes, 'conflicting')]).toEqual([1, 1])
  })

  it('no mapping where no column meets the areas, or none holds figures', async () => {
    expect((await read(lines('omr;2023', 'Öster;10', 'Väster;10'), DELAR)).mapping).toBeNull()
    expect((await read(lines('omr;kommentar', 'Norr;bra', 'Söder;sämre'), DELAR)).mapping).toBeNull()
  })

  it('blank keys in no pattern are not filled from above', async () => {
    const { table, join } = await read(lines('omr;2023', 'Norr;10', ';3', 'Söder;10', 'C;1'), DELAR)
    expect(table.filledDown).toBe(0)
    expect(noted(join!.notes, 'noKey')).toBe(1)
  })

  it('cells with markup and formulas stay text', async () => {
    const { join } = await read(
      lines('omr;2023', '<b>Norr</b>;10', '=cmd|calc;4', 'Söder;5', '__proto__;7'),
      DELAR,
    )
    expect(join!.table.unmatched.map(({ key }) => key)).toEqual(['<b>Norr</b>', '=cmd|calc', '__proto__'])
    expect(figures(join!.table.statistics[0]!, 'B')).toEqual({ 2023: 5 })
  })
})

describe('a cell of a figure', () => {
  it.each([
    ['1 234', { value: 1234 }],
    ['1\u00a0234,5', { value: 1234.5 }],
    ['−12', { value: -12 }],
    ['34,5 %', { value: 34.5 }],
    ['12*', { value: 12 }],
    ['975 551r', { value: 975_551 }],
    ['1 250 kr', { value: 1250 }],
    ['9,0 ± 2,5', { value: 9, low: 6.5, high: 11.5 }],
    ['9.0 +/- 2.5', { value: 9, low: 6.5, high: 11.5 }],
    ['12,3 (10,1–14,5)', { value: 12.3, low: 10.1, high: 14.5 }],
    ['12,3 % [10,1; 14,5]', { value: 12.3, low: 10.1, high: 14.5 }],
    ['..', 'missing'],
    ['.', 'missing'],
    ['<5', 'missing'],
    ['-', 'dash'],
    ['–', 'dash'],
    ['sjutton', 'unreadable'],
    ['2–4', 'unreadable'],
  ])('%s', (text, expected) => {
    expect(readFigure(text, true)).toEqual(expected)
  })

  it('both bounds in one cell', () => {
    expect(readInterval('(10,1–14,5)', true)).toEqual({ low: 10.1, high: 14.5 })
    expect(readInterval('10.1 - 14.5 %', false)).toEqual({ low: 10.1, high: 14.5 })
    expect(readInterval('14,5', true)).toBeNull()
  })
})

describe('a heading', () => {
  it.each([
    ['Folkmängd 2023', { base: 'Folkmängd', year: 2023, role: 'value' }],
    ['2023', { base: '', year: 2023, role: 'value' }],
    ['Andel otrygga 2019–2023', { base: 'Andel otrygga', year: 2023, role: 'value' }],
    ['ki_under', { base: '', year: null, role: 'low' }],
    ['Otrygga KI över 2024', { base: 'Otrygga', year: 2024, role: 'high' }],
    ['Nedre gräns', { base: '', year: null, role: 'low' }],
    ['95 % KI', { base: '', year: null, role: 'interval' }],
    ['±', { base: '', year: null, role: 'margin' }],
    ['Felmarginal 2024', { base: '', year: 2024, role: 'margin' }],
    ['n', { base: '', year: null, role: 'n' }],
    ['Antal svarande', { base: '', year: null, role: 'n' }],
    ['Personer under 18 år', { base: 'Personer under 18 år', year: null, role: 'value' }],
    ['Antal', { base: 'Antal', year: null, role: 'value' }],
  ])('%s', (heading, expected) => {
    expect(readHead(heading)).toEqual(expected)
  })
})
