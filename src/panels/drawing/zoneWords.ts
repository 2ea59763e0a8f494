import type { Zone } from '../../domain/evaluation.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import { ringWidth } from '../effect/ringWidth.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'

/** What a place of the open evaluation is called: "Åtgärdsplats", "Ring 0–150 m". */
export function zoneName({ effect }: Pick<Lagesbild, 'effect'>, zone: Zone): string {
  const names = locale.texts.effect.zones
  if (zone !== 'displacement') return names[zone]
  const { target, displacement } = effect.plan?.zones ?? {}
  const metres = target && displacement ? ringWidth(target, displacement) : null
  return names.displacement(metres === null ? null : locale.format.distance(metres))
}
