import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay } from '../../../map/depthOverlay.ts'
import { FEWEST_UNDER_KERNEL } from '../../../workers/depth/surfacePair.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { sideNames } from '../riskSides.ts'
import { placedSurface } from './comparedSurface.ts'

/** Times expected at which the classes of more begin; those of fewer at their inverse. */
const FACTORS = [1.5, 2, 3] as const
const FRACTIONS = ['⅓', '½', '⅔'] as const

/** Times expected, round "as expected"; outlined where it is more than chance. */
export function relativeRiskOverlay({
  result,
  readings,
  tokens,
  toLonLat,
}: OverlayInput<'relativeRisk'>): DepthOverlay | null {
  if (!result.surface || !result.tolerance) return null
  const f = locale.format
  const { relativeRisk: texts, surface: shared } = locale.texts.depthMaps
  const logs = FACTORS.map(Math.log)
  const distance = f.distance(result.bandwidth)
  const outlines = result.outlines.map((rings) => rings.map((ring) => ring.map(([x, y]) => toLonLat(x, y))))
  return {
    title: texts.legend(sideNames(result, readings).cases),
    notes: [
      `${shared.bandwidth(distance)} ${texts.notes(f.integer(result.tolerance.permutations))}`,
      shared.masked(f.integer(FEWEST_UNDER_KERNEL), distance),
    ],
    classes: [{ label: texts.outline(f), colour: tokens.ink, style: 'outline' }],
    surface: {
      ...placedSurface(result.surface, toLonLat),
      breaks: [...logs.map((log) => -log).reverse(), ...logs],
      breakLabels: [
        ...FRACTIONS.map((value) => texts.factor(value)),
        ...FACTORS.map((value) => texts.factor(f.decimal(value, value % 1 ? 1 : 0))),
      ],
      ...texts.sides,
    },
    areas: outlines.length > 0 ? [{ lonLat: outlines, class: 0 }] : [],
  }
}
