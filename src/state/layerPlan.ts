import { NO_REMOVAL, type RowRemoval } from '../domain/rowKeys.ts'
import type { Layer } from './layers.ts'

/** What a file becomes when something is open already. */
export type OpenPlan =
  /** The only layer: what is open leaves. */
  | { as: 'all' }
  /** A layer of its own beside the others. */
  | { as: 'layer' }
  /** More rows of a layer that is there: next month's file. Those that it has already are left out unless kept. */
  | { as: 'append'; to: string; keepDuplicates: boolean }
  /** Another version of a layer's file. */
  | { as: 'replace'; layer: string }

/** Rows that leave when a plan is carried out, beside those that its file replaces one by one. */
export function removalBy(plan: OpenPlan, layers: readonly Layer[]): RowRemoval | null {
  if (plan.as === 'all') return null
  if (plan.as !== 'replace') return NO_REMOVAL
  return { ...NO_REMOVAL, ranges: layers.filter(({ id }) => id === plan.layer).map(({ range }) => range) }
}

/** Files in which a plan's file may find incidents that it holds too: those of the series that it continues. */
export function comparedBy(plan: OpenPlan, layers: readonly Layer[]): Layer[] {
  if (plan.as === 'append') {
    const series = layers.find(({ id }) => id === plan.to)?.series
    return layers.filter((layer) => layer.series === series)
  }
  if (plan.as === 'replace') {
    const series = layers.find(({ id }) => id === plan.layer)?.series
    return layers.filter((layer) => layer.series === series && layer.id !== plan.layer)
  }
  return []
}

/** The layers once a plan's file is in: a replacement takes its predecessor's place, name and series. */
export function layersAfter(plan: OpenPlan, layers: readonly Layer[], added: Layer): Layer[] {
  switch (plan.as) {
    case 'all':
      return [added]
    case 'layer':
      return [...layers, added]
    case 'append': {
      const series = layers.find(({ id }) => id === plan.to)?.series ?? added.series
      const last = layers.findLastIndex((layer) => layer.series === series)
      return layers.toSpliced(last + 1, 0, { ...added, series })
    }
    case 'replace': {
      const before = layers.find(({ id }) => id === plan.layer)
      const series = !before || before.series === before.id ? added.series : before.series
      return layers.map((layer) =>
        layer.id === plan.layer
          ? { ...added, series }
          : layer.series === plan.layer
            ? { ...layer, series: added.id }
            : layer,
      )
    }
  }
}

/** The layers without one; the next of its series takes its part as the first. */
export function layersWithout(id: string, layers: readonly Layer[]): Layer[] {
  const left = layers.filter((layer) => layer.id !== id)
  const heir = left.find(({ series }) => series === id)
  return heir ? left.map((layer) => (layer.series === id ? { ...layer, series: heir.id } : layer)) : left
}
