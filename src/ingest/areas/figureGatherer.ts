import type { AreaStatistic, StatisticValue } from '../../domain/areaStatistics.ts'
import { foldKey } from './areaKeys.ts'
import { readRow, type RowFigure } from './rowFigure.ts'
import { additive, type TableIndicator, type TableMapping } from './tableMapping.ts'
import type { AreaTable } from './tableShape.ts'

/** What was odd about a table's figures. Cells; rows for `noKey` and `noYear`; areas' years for the last three. */
export interface TableNote {
  code:
    | 'missing'
    | 'dashes'
    | 'unreadable'
    | 'outsideInterval'
    | 'noKey'
    | 'noYear'
    /** The same figure once more. */
    | 'repeated'
    /** Two different figures for the same area and year: neither is taken. */
    | 'conflicting'
    /** Several figures that must not be added up: none is taken. */
    | 'notSummed'
  count: number
  examples: string[]
}

interface Gathered extends RowFigure {
  year: number
  parts: number
  withheld: boolean
}

/** An indicator, or one value of a breakdown that is split, by area and year. */
interface Series {
  indicator: number
  part: string
  figures: Map<string, Map<number, Gathered>>
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/g
const EXAMPLES = 5

/** Collects the figures of the indicators, row by row, in any order. */
export class FigureGatherer {
  readonly #series = new Map<string, Series>()
  /** Figures by all that tells them apart: the same again is no second one. */
  readonly #seen = new Map<string, number>()
  readonly #notes = new Map<TableNote['code'], TableNote>()

  constructor(
    private readonly table: AreaTable,
    private readonly mapping: TableMapping,
  ) {}

  get notes(): TableNote[] {
    return [...this.#notes.values()]
  }

  note(code: TableNote['code'], example: string): void {
    const note = this.#notes.get(code) ?? { code, count: 0, examples: [] }
    note.count++
    if (note.examples.length < EXAMPLES && example !== '' && !note.examples.includes(example))
      note.examples.push(example.slice(0, 60))
    this.#notes.set(code, note)
  }

  row(row: readonly string[], area: string): void {
    const { breakdowns, yearColumn, year, indicators, dashIsZero } = this.mapping
    const split: string[] = []
    for (const { column, use } of breakdowns) {
      const value = row[column] ?? ''
      if (use.how === 'only' && foldKey(value) !== foldKey(use.value)) return
      if (use.how === 'split') split.push(value)
    }
    const ofRow = yearColumn === null ? 0 : lastYear(row[yearColumn] ?? '')
    if (yearColumn !== null && ofRow === 0) this.note('noYear', row[yearColumn] ?? '')
    const cells = breakdowns.map(({ column }) => foldKey(row[column] ?? '')).join('\u0000')
    indicators.forEach((indicator, k) => {
      if (!indicator.used) return
      for (const columns of indicator.columns) {
        const options = { decimalComma: this.table.decimalComma, dashIsZero }
        const { figure, code, cell } = readRow(row, columns, indicator.kind, options)
        if (code) this.note(code, cell)
        if (figure) this.#put(k, split.join(', '), area, ofRow || columns.year || year, figure, cells)
      }
    })
  }

  /** The indicators in the order of the mapping, parts of a breakdown in that of the table. */
  statistics(id: string): AreaStatistic[] {
    const { indicators } = this.mapping
    const several = indicators.filter(({ used }) => used).length > 1
    const ordered = [...this.#series.values()].sort(
      (a, b) => a.indicator - b.indicator || this.#rank(a.part) - this.#rank(b.part),
    )
    return ordered.map(({ indicator, part, figures }, k) => {
      const { name, kind, unit } = indicators[indicator]!
      return {
        id: `${id}.${k}`,
        name: part === '' ? name : several ? `${name}: ${part}` : part,
        kind,
        unit,
        values: [...figures].flatMap(([area, years]) =>
          [...years.values()]
            .filter((figure) => this.#stands(figure, indicators[indicator]!, area))
            .sort((a, b) => a.year - b.year)
            .map((figure) => valueOf(area, figure)),
        ),
      }
    })
  }

  #rank(part: string): number {
    const split = this.mapping.breakdowns.find(({ use }) => use.how === 'split')
    const at = split ? split.values.indexOf(part) : -1
    return at < 0 ? Infinity : at
  }

  #stands(figure: Gathered, { kind }: TableIndicator, area: string): boolean {
    if (figure.withheld) {
      this.note('conflicting', area)
      return false
    }
    if (figure.parts > 1 && !additive(kind)) {
      this.note('notSummed', area)
      return false
    }
    return true
  }

  #put(indicator: number, part: string, area: string, year: number, figure: RowFigure, cells: string): void {
    const name = `${indicator}\u0000${part}`
    const series = this.#series.get(name) ?? {
      indicator,
      part,
      figures: new Map<string, Map<number, Gathered>>(),
    }
    this.#series.set(name, series)
    const years = series.figures.get(area) ?? new Map<number, Gathered>()
    series.figures.set(area, years)
    const before = years.get(year)
    const identity = `${indicator}\u0000${area}\u0000${year}\u0000${cells}`
    const same = this.#seen.get(identity)
    this.#seen.set(identity, figure.value)
    if (!before) years.set(year, { ...figure, year, parts: 1, withheld: false })
    else if (same === figure.value) this.note('repeated', area)
    else if (same !== undefined) before.withheld = true
    else {
      before.value += figure.value
      before.parts++
      if (before.n !== undefined && figure.n !== undefined) before.n += figure.n
      delete before.low
      delete before.high
    }
  }
}

function valueOf(area: string, { year, value, low, high, n }: Gathered): StatisticValue {
  return {
    area,
    year,
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(n === undefined ? {} : { n }),
  }
}

/** The last year named in a cell; 0 for none. */
function lastYear(cell: string): number {
  return Number([...cell.matchAll(YEAR)].pop()?.[1] ?? 0)
}
