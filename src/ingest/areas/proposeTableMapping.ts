import type { StatisticKind } from '../../domain/areaStatistics.ts'
import { foldKey } from './areaKeys.ts'
import { readHead, type ColumnHead, type FigureRole } from './columnHead.ts'
import { joinKeys, type KeyedArea } from './joinKeys.ts'
import { additive, type Breakdown, type FigureColumns, type TableIndicator, type TableMapping } from './tableMapping.ts' // prettier-ignore
import type { AreaTable } from './tableShape.ts'
import { readFigure } from './valueCell.ts'

const YEAR_HEADING =
  /^(år|ar|year|tid|period|undersökningsår|undersokningsar|mätår|matar|årtal|artal|redovisningsår)$/
const YEAR_CELL = /^(19|20)\d{2}(?!\d)/
const TOTAL =
  /^(tot|totalt|total|samtliga|alla|summa|båda könen|bada konen|män och kvinnor|kvinnor och män|tot(alt)? .*|samtliga .*|alla .*|.* totalt|.* total|0-100\+? år)$/
const DEMOGRAPHY = /kön|kon$|sex|gender|ålder|alder|age|civilst|födel|fodel|medborg|bakgrund/
const DEMOGRAPHIC = /^(män|kvinnor|man|kvinna|pojkar|flickor|\d{1,3}([–-]\d{1,3}|\+)? ?år( och äldre)?)$/
/** More values than this divide the figures and are no indicators. */
const MOST_SPLIT = 60
const SAMPLED = 5000

interface Profile {
  column: number
  name: string
  head: ColumnHead
  /** Different values, folded, of the rows looked at. */
  values: Map<string, string>
  /** Share of filled cells that are figures, of those with letters, and of those that are years. */
  figures: number
  years: number
  filled: number
}

/** How a table is most likely to be read, joined to these areas; null where no column meets them or none holds figures. */
export function proposeTableMapping(table: AreaTable, areas: readonly KeyedArea[]): TableMapping | null {
  const sample = table.rows.slice(0, SAMPLED)
  const profiles = table.columns.map((name, column) => profile(table, sample, name, column))
  const key = keyColumn(profiles, areas)
  if (key === null) return null
  const others = profiles.filter(({ column }) => column !== key)
  const yearColumn =
    others.find(({ name, years, filled }) => YEAR_HEADING.test(foldKey(name)) && years > 0.9 && filled > 0.9) ??
    others.find(({ years, filled, values, head }) => years === 1 && filled > 0.95 && values.size < 60 && head.year === null && !isWide(others)) // prettier-ignore
  const rest = others.filter((other) => other !== yearColumn)
  const groupOf = (row: readonly string[]) =>
    `${foldKey(row[key] ?? '')}\u0000${yearColumn ? (row[yearColumn.column] ?? '') : ''}`
  const dividing = rest.filter((other) => !isFigures(other) && divides(sample, groupOf, other.column))
  const figures = rest.filter((other) => isFigures(other) && !dividing.includes(other))
  const indicators = indicatorsOf(figures, table, dividing.length)
  if (indicators.length === 0) return null
  const kinds = indicators.map(({ kind }) => kind)
  return {
    key,
    yearColumn: yearColumn?.column ?? null,
    year: yearOf(table),
    dashIsZero: kinds.every((kind) => kind !== 'survey'),
    breakdowns: dividing.map((other) => breakdown(other, table, kinds.every(additive))),
    indicators,
  }
}

function profile(table: AreaTable, sample: readonly string[][], name: string, column: number): Profile {
  const values = new Map<string, string>()
  let filled = 0
  let figures = 0
  let years = 0
  for (const row of sample) {
    const cell = row[column] ?? ''
    if (cell === '') continue
    filled++
    if (values.size <= SAMPLED) values.set(foldKey(cell), cell)
    if (readFigure(cell, table.decimalComma) !== 'unreadable') figures++
    if (YEAR_CELL.test(cell)) years++
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled)
  return {
    column,
    name,
    head: readHead(name),
    values,
    figures: share(figures),
    years: share(years),
    filled: sample.length === 0 ? 0 : filled / sample.length,
  }
}

/** The column whose values meet most areas; the first of several as good. */
function keyColumn(profiles: readonly Profile[], areas: readonly KeyedArea[]): number | null {
  let best: { column: number; met: number } | null = null
  for (const { column, values } of profiles) {
    const { matches } = joinKeys([...values.values()], areas)
    const met = new Set(matches.values()).size
    if (met > (best?.met ?? 0)) best = { column, met }
  }
  return best?.column ?? null
}

function isWide(profiles: readonly Profile[]): boolean {
  return profiles.some(({ head, figures }) => head.year !== null && figures > 0.5)
}

/** Bounds in one cell ("31,2–37,9") are no figure and yet of one. */
function isFigures({ figures, filled, head, name }: Profile): boolean {
  if (filled === 0 || DEMOGRAPHY.test(foldKey(name))) return false
  return figures >= 0.5 || (head.role !== 'value' && head.role !== 'n')
}

/** Whether the column takes several values within an area's year: it divides the figures, and is no name beside the key. */
function divides(
  sample: readonly string[][],
  groupOf: (row: readonly string[]) => string,
  column: number,
): boolean {
  const seen = new Map<string, string>()
  for (const row of sample) {
    const group = groupOf(row)
    const value = foldKey(row[column] ?? '')
    const before = seen.get(group)
    if (before === undefined) seen.set(group, value)
    else if (before !== value) return true
  }
  return false
}

function breakdown({ column, values, name }: Profile, table: AreaTable, canAdd: boolean): Breakdown {
  const all = [...new Set(table.rows.map((row) => row[column] ?? ''))]
  const total = all.find((value) => TOTAL.test(foldKey(value)))
  if (total !== undefined) return { column, values: all, use: { how: 'only', value: total } }
  const demographic =
    DEMOGRAPHY.test(foldKey(name)) || [...values.keys()].every((value) => DEMOGRAPHIC.test(value))
  if (canAdd && (demographic || values.size > MOST_SPLIT)) return { column, values: all, use: { how: 'sum' } }
  return { column, values: all, use: { how: 'split' } }
}

/** Figures with the same subject are one indicator; bounds, margin and n go with the figure that they are named for or stand beside. */
function indicatorsOf(figures: readonly Profile[], table: AreaTable, breakdowns: number): TableIndicator[] {
  const byBase = new Map<string, { base: string; columns: FigureColumns[]; profiles: Profile[] }>()
  const heads = figures.map((figure) => ({ ...figure, head: figure.head }))
  const placed: { figure: Profile; of: FigureColumns; base: string }[] = []
  for (const figure of heads) {
    if (figure.head.role !== 'value') continue
    const base = foldKey(figure.head.base)
    const columns: FigureColumns = {
      year: figure.head.year ?? 0,
      value: figure.column,
      low: null,
      high: null,
      margin: null,
      interval: null,
      n: null,
    }
    const indicator = byBase.get(base) ?? { base: figure.head.base, columns: [], profiles: [] }
    indicator.columns.push(columns)
    indicator.profiles.push(figure)
    byBase.set(base, indicator)
    placed.push({ figure, of: columns, base })
  }
  for (const { head, column } of heads) {
    if (head.role === 'value') continue
    const base = foldKey(head.base)
    const year = head.year ?? 0
    const sameYear = placed.filter(({ of }) => of.year === year)
    const named = sameYear.find((other) => base !== '' && other.base === base)
    const beside = sameYear.filter((other) => other.figure.column < column).pop() ?? sameYear[0]
    const target = (named ?? beside)?.of
    if (target) target[head.role as Exclude<FigureRole, 'value'>] ??= column
  }
  return [...byBase.values()].map(({ base, columns }) => {
    const interval = columns.some(({ low, high, margin, interval }) => low !== null || high !== null || margin !== null || interval !== null) // prettier-ignore
    const title = titleName(table)
    const name = base || title || sourceName(table)
    const percentCells = columns.some(({ value }) =>
      table.rows.slice(0, 50).some((row) => /%|±|\(\d/.test(row[value] ?? '')),
    )
    const own = kindOf(base, interval || percentCells)
    const kind = own ?? kindOf(`${table.titles.join(' ')} ${table.file}`, false) ?? (breakdowns > 0 ? 'count' : 'other') // prettier-ignore
    return { name, kind, unit: unitOf(`${base} ${base === '' ? title : ''}`, kind), columns, used: true }
  })
}

function kindOf(text: string, interval: boolean): StatisticKind | null {
  const words = foldKey(text)
  if (/per (100|10|1)[\s\u00a0]?000|\/[\s\u00a0]?100[\s\u00a0]?000|per invånare/.test(words)) return 'other'
  if (interval || /andel|trygg|otrygg|utsatt|oro\b|oroa|ntu|procent|förtroende|upplev|%/.test(words))
    return 'survey'
  if (/folkm|folk\b|befolk|invån|invan|population/.test(words)) return 'population'
  if (/kostnad|utgift|belopp|sek\b|\bkr\b|kronor|tkr|mnkr/.test(words)) return 'cost'
  if (/bostäder|bostad|lägenhet|upplåtelse|hyresrätt|småhus|hushåll/.test(words)) return 'housing'
  if (/antal|anmäl|brott|ärende|händelse|bränder|brand|incident|klotter|stöld|inbrott|misshandel/.test(words))
    return 'count'
  return null
}

function unitOf(text: string, kind: StatisticKind): string {
  const words = foldKey(text)
  if (/(per|\/)[\s\u00a0]?100[\s\u00a0]?000/.test(words)) return 'per 100 000 inv.'
  if (/(per|\/)[\s\u00a0]?10[\s\u00a0]?000/.test(words)) return 'per 10 000 inv.'
  if (/(per|\/)[\s\u00a0]?1[\s\u00a0]?000/.test(words)) return 'per 1 000 inv.'
  if (kind === 'cost') return /mnkr|mkr/.test(words) ? 'mnkr' : /tkr/.test(words) ? 'tkr' : 'kr'
  if (kind === 'survey') return '%'
  return /%|procent|andel/.test(words) ? '%' : ''
}

/** "Folkmängden efter region, ålder och år" → "Folkmängden". */
function titleName({ titles }: AreaTable): string {
  const [title = ''] = titles
  return (title.split(/ (efter|per) (?=\p{L})|[.,;:]/u)[0] ?? '').trim().slice(0, 60)
}

function sourceName({ file }: AreaTable): string {
  return file.replace(/\.\w+$/, '')
}

/** The one year that titles, sheet or file name give; 0 where they give none or several. */
function yearOf({ titles, sheet, file }: AreaTable): number {
  for (const text of [titles.join(' '), sheet ?? '', file]) {
    const years = new Set(
      [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1])),
    )
    if (years.size === 1) return [...years][0]!
  }
  return 0
}
