import { locale } from '../../i18n/locale.svelte.ts'
import type { RelativeRiskResult } from '../../workers/depth/relativeRisk.ts'
import type { Readings } from '../readings.svelte.ts'

/** The two sides by name: "Misshandel utomhus", "alla andra". */
export function sideNames(
  { cases, controls }: Pick<RelativeRiskResult, 'cases' | 'controls'>,
  { types }: Readings,
): { cases: string; controls: string } {
  const nameOf = (id: string) => types.find((type) => type.id === id)?.name ?? id
  return {
    cases: locale.format.list(cases.map(nameOf)),
    controls: controls === null ? locale.texts.depthMaps.relativeRisk.others : nameOf(controls),
  }
}
