import { locale } from '../../i18n/locale.svelte.ts'
import { figure } from '../../plots/figure.ts'
import type { Readings } from '../readings.svelte.ts'
import type { AreaFunnelFigures } from './areaFunnelFigures.ts'
import { periodOf } from './periodOf.ts'

/** Areas that the sentence names. */
const NAMED = 3

/** Which areas lie outside the limits of chance, and what they are held against. */
export function funnelSentence(found: AreaFunnelFigures, readings: Readings): string {
  const texts = locale.texts.depthTests.areaFunnel
  const { f } = readings
  const one = (value: number) => figure(f, Math.round(10 * value) / 10)
  const outside = found.rows.filter(({ place }) => place !== 'within')
  const first =
    outside.length === 0
      ? texts.within(f.integer(found.rows.length))
      : texts.outside({
          names: f.list(
            outside.slice(0, NAMED).map((row) =>
              texts.name({
                name: row.name,
                count: figure(f, row.count),
                expected: one(row.expected),
                far: row.place === 'farAbove' || row.place === 'farBelow',
              }),
            ),
          ),
          outside: f.integer(outside.length),
          areas: f.integer(found.rows.length),
        })
  const basis = texts.basis({
    n: figure(f, found.n),
    noun: readings.shortNoun(2),
    period: periodOf(readings),
    rate: one(found.rate),
  })
  return `${first} ${basis}`
}
