import type { Zone } from '../../domain/evaluation.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { zoneNames } from '../effect/effectReading.ts'

/** What a place of the open evaluation is called, as in its table: "Åtgärdsplats", "Ring 0–150 m". */
export function zoneName({ effect }: Pick<Lagesbild, 'effect'>, zone: Zone): string {
  const { texts, format } = locale
  if (effect.plan) return zoneNames({ texts, format }, effect.plan)[zone]
  return zone === 'displacement' ? texts.effect.zones.displacement(null) : texts.effect.zones[zone]
}
