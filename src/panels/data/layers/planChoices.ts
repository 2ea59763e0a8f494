import type { SourceDescription, Mapping } from '../../../ingest/index.ts'
import type { Dataset } from '../../../state/dataset.svelte.ts'
import type { OpenPlan } from '../../../state/layerPlan.ts'
import type { Layer } from '../../../state/layers.ts'

/** What a person asked for before choosing the file. */
export type PlanWish = { as: 'append'; to: string } | { as: 'replace'; layer: string }

/** Days that may lie between two files of one series: a month's file that starts a week late continues the last. */
const GAP_DAYS = 35

/** What a file can become beside what is loaded, the likeliest first; only `all` where nothing of the person's own is. */
export function planChoices(
  dataset: Dataset | null,
  description: SourceDescription,
  period: { from: number; to: number } | null,
): OpenPlan[] {
  if (!dataset || dataset.invented) return [{ as: 'all' }]
  const firsts = dataset.layers.filter(({ id, series }) => id === series)
  const appends = firsts
    .filter((layer) => sameColumns(layer, description))
    .map((layer): OpenPlan => ({ as: 'append', to: layer.id, keepDuplicates: false }))
  const others = firsts
    .filter((layer) => !sameColumns(layer, description))
    .map((layer): OpenPlan => ({ as: 'append', to: layer.id, keepDuplicates: false }))
  const continues = appends.filter((plan) => plan.as === 'append' && adjoins(dataset.layers, plan.to, period))
  const rest = appends.filter((plan) => !continues.includes(plan))
  const replaces = dataset.layers.map(({ id }): OpenPlan => ({ as: 'replace', layer: id }))
  return [...continues, { as: 'layer' }, ...rest, ...others, ...replaces, { as: 'all' }]
}

/** The choice that a wish means, else the first. */
export function firstPlan(
  choices: readonly OpenPlan[],
  wish: PlanWish | null,
  layers: readonly Layer[],
): OpenPlan {
  if (wish?.as === 'replace') {
    const found = choices.find((plan) => plan.as === 'replace' && plan.layer === wish.layer)
    if (found) return found
  }
  if (wish?.as === 'append') {
    const series = layers.find(({ id }) => id === wish.to)?.series
    const found = choices.find((plan) => plan.as === 'append' && plan.to === series)
    if (found) return found
  }
  return choices[0] ?? { as: 'all' }
}

/** The layer that a plan continues or replaces. */
export function plannedOn(plan: OpenPlan, layers: readonly Layer[]): Layer | null {
  const id = plan.as === 'append' ? plan.to : plan.as === 'replace' ? plan.layer : null
  return layers.find((layer) => layer.id === id) ?? null
}

/** One word for a plan, as a value among others. */
export function planKey(plan: OpenPlan): string {
  if (plan.as === 'append') return `append:${plan.to}`
  return plan.as === 'replace' ? `replace:${plan.layer}` : plan.as
}

/** Whether a file has the columns of a layer, in whatever order. */
export function sameColumns(layer: Layer, { columns }: Pick<SourceDescription, 'columns'>): boolean {
  const names = (all: readonly string[]) =>
    all
      .map((name) => name.trim().toLowerCase())
      .sort()
      .join('\n')
  return names(layer.report.columns) === names(columns)
}

/** Whether the period follows, precedes or overlaps that of a series, with a gap of at most a month. */
function adjoins(
  layers: readonly Layer[],
  series: string,
  period: { from: number; to: number } | null,
): boolean {
  const periods = layers.filter((layer) => layer.series === series).flatMap((layer) => layer.period ?? [])
  if (!period || periods.length === 0) return false
  const from = Math.min(...periods.map((one) => one.from))
  const to = Math.max(...periods.map((one) => one.to))
  return period.from <= to + GAP_DAYS && period.to >= from - GAP_DAYS
}

/** How a file's columns are read where it continues or replaces a layer with the same columns: as that layer's were. */
export function mappingLike(layer: Layer, description: SourceDescription, proposed: Mapping): Mapping {
  const before = layer.report.columns
  const same = before.length === description.columns.length
  const inOrder = same && before.every((name, i) => name === description.columns[i])
  return inOrder ? { ...layer.mapping, metric: proposed.metric } : proposed
}
