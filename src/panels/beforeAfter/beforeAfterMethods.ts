import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { MethodUse } from '../methods/methodIds.ts'
import type { BeforeAfterView } from './beforeAfterView.svelte.ts'

/** What the map before and after rests on, with the defaults used now. */
export function beforeAfterMethods(app: Lagesbild, view: BeforeAfterView): MethodUse[] {
  const { surfaces, chance } = app.beforeAfter
  const f = locale.format
  const { used } = locale.texts.methods
  const { notes } = locale.texts.beforeAfter.exports
  const shown = view.mode === 'difference' ? chance : surfaces
  const density: MethodUse = {
    id: 'kernelDensity',
    now: shown
      ? [
          used.density({
            bandwidth: f.distance(shown.bandwidth),
            cell: f.distance(shown.grid.cellSize),
            n: view.written(shown.before + shown.after),
          }),
          notes.periods(view.periods),
        ]
      : [],
  }
  if (view.mode !== 'difference') return [density]
  const now = chance
    ? [notes.periods(view.periods), locale.texts.beforeAfter.reading.method(f.integer(chance.permutations))]
    : []
  const tests = chance
    ? [
        used.fdr,
        used.tests({ tests: f.integer(chance.tested), hits: f.integer(chance.tested - chance.mayBeChance) }),
      ]
    : []
  return [
    { id: 'changeByChance', now },
    { id: 'densityChange' },
    { id: 'adjustPValues', now: tests },
    density,
  ]
}
