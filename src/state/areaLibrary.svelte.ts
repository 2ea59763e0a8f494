import type { Area, AreaSet } from '../domain/area.ts'
import { populationOf, type AreaStatistic, type StatisticTable } from '../domain/areaStatistics.ts'

/** Figures that a replaced area set no longer has an area for. */
export interface LostFigures {
  /** Name of the table's file. */
  file: string
  /** Keys that are gone. */
  areas: string[]
  /** Figures that went with them. */
  figures: number
}

/** The area sets that are loaded and the tables joined to them; one set is active. */
export class AreaLibrary {
  sets = $state.raw<AreaSet[]>([])
  tables = $state.raw<StatisticTable[]>([])
  activeId = $state<string | null>(null)
  readonly active: AreaSet | null = $derived(this.sets.find(({ id }) => id === this.activeId) ?? null)
  /** Tables of the active set, in the order they were joined. */
  readonly activeTables: readonly StatisticTable[] = $derived(
    this.tables.filter(({ areaSet }) => areaSet === this.activeId),
  )
  /** Indicators of the active set. */
  readonly statistics: readonly AreaStatistic[] = $derived(
    this.activeTables.flatMap(({ statistics }) => statistics),
  )
  /** The active areas, with the population of the tables joined to them. */
  readonly areas: Area[] = $derived(withPopulation(this.active?.areas ?? [], this.statistics))

  tablesOf(areaSet: string): StatisticTable[] {
    return this.tables.filter((table) => table.areaSet === areaSet)
  }

  /** Adds a set; one of the same id gives way. */
  put(set: AreaSet): void {
    const known = this.sets.some(({ id }) => id === set.id)
    this.sets = known ? this.sets.map((other) => (other.id === set.id ? set : other)) : [...this.sets, set]
  }

  activate(id: string | null): void {
    this.activeId = id
  }

  /** Puts a set in another's place: tables stay where the keys agree. Returns what was lost, table by table. */
  replace(id: string, set: AreaSet): LostFigures[] {
    const lost: LostFigures[] = []
    const keys = new Set(set.areas.map((area) => area.id))
    this.tables = this.tables.map((table) => {
      if (table.areaSet !== id) return table
      const { kept, missing } = keptFigures(table, keys)
      if (missing.figures > 0) lost.push(missing)
      return { ...kept, areaSet: set.id }
    })
    this.sets = this.sets.map((other) => (other.id === id ? set : other))
    if (this.activeId === id) this.activeId = set.id
    return lost
  }

  /** Takes a set away, with the tables joined to it. */
  remove(id: string): void {
    this.sets = this.sets.filter((set) => set.id !== id)
    this.tables = this.tables.filter((table) => table.areaSet !== id)
    if (this.activeId === id) this.activeId = null
  }

  /** Adds a joined table; one of the same id gives way. */
  putTable(table: StatisticTable): void {
    const known = this.tables.some(({ id }) => id === table.id)
    this.tables = known
      ? this.tables.map((other) => (other.id === table.id ? table : other))
      : [...this.tables, table]
  }

  removeTable(id: string): void {
    this.tables = this.tables.filter((table) => table.id !== id)
  }
}

/** An area's own figures hold for the years that no table gives. */
function withPopulation(areas: Area[], statistics: readonly AreaStatistic[]): Area[] {
  if (!statistics.some(({ kind }) => kind === 'population')) return areas
  return areas.map((area) => ({
    ...area,
    population: { ...area.population, ...populationOf(statistics, area.id) },
  }))
}

function keptFigures(table: StatisticTable, keys: ReadonlySet<string>) {
  const gone = new Set<string>()
  const covered = new Set<string>()
  let figures = 0
  const statistics = table.statistics.map((statistic) => ({
    ...statistic,
    values: statistic.values.filter(({ area }) => {
      if (keys.has(area)) return covered.add(area)
      gone.add(area)
      figures++
      return false
    }),
  }))
  const missing: LostFigures = { file: table.file, areas: [...gone], figures }
  const areasWithout = [...keys].filter((key) => !covered.has(key))
  return { kept: { ...table, statistics, areasWithout }, missing }
}
