import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../src/i18n/format.ts'
import { en } from '../../src/i18n/en.ts'
import { sv } from '../../src/i18n/sv.ts'
import { resultCsv } from '../../src/panels/verification/resultCsv.ts'
import { CHECKS, KNOWN_DEVIATIONS, measureDeviations, runChecks } from '../../src/verification/index.ts'

/** Notations stand as they are: they hold a digit or a sign of arithmetic. */
const NOTATION = /[\d=×→↓↑₁₂₃₄₅₆₇₈₉σ]/

describe.each([
  ['sv', sv.verification],
  ['en', en.verification],
] as const)('the page in %s', (language, texts) => {
  const f = createFormatter(language)

  it('has words for every check, figure, value and deviation, and none too many', () => {
    expect(Object.keys(texts.checks).sort()).toEqual(CHECKS.map(({ id }) => id).sort())
    expect(Object.keys(texts.deviations).sort()).toEqual(KNOWN_DEVIATIONS.map(({ id }) => id).sort())
    const names = new Set(CHECKS.flatMap(({ figures }) => figures.map(({ name }) => name)))
    const words = [...names].filter(
      (name): name is string => typeof name === 'string' && !NOTATION.test(name),
    )
    expect(words.sort()).toEqual(Object.keys(texts.figures).sort())
    const values = new Set(CHECKS.flatMap(({ figures }) => figures.map(({ expected }) => expected)))
    const said = [...values].filter(
      (value): value is string => typeof value === 'string' && !/\d/.test(value),
    )
    expect(said.sort()).toEqual(Object.keys(texts.values).sort())
  })

  it('tells each measured deviation with its figures', () => {
    const told = [...measureDeviations()].flatMap(({ id, measured }) => {
      const { here } = texts.deviations[id as keyof typeof texts.deviations]
      expect(here === undefined, id).toBe(measured === null)
      return measured && here ? [here(f, measured)] : []
    })
    expect(told.length).toBeGreaterThanOrEqual(9)
    for (const text of told) expect(text).toMatch(/\d/)
    expect(told.join(' ')).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('saves a row for each figure', () => {
    const checks = [...runChecks()]
    const csv = resultCsv(checks, texts, f, ['note'])
    const rows = csv.trimEnd().split('\r\n')
    expect(rows).toHaveLength(1 + checks.flatMap(({ figures }) => figures).length + 2)
    const block = rows.find((row) => row.includes('getisOrdGiStar') && row.includes('4'))!
    expect(block).toContain(language === 'sv' ? '4,8989794855664' : '4.8989794855664')
  })
})

describe('the measured deviations', () => {
  const measured = Object.fromEntries([...measureDeviations()].map(({ id, measured }) => [id, measured]))
  it('are of the size that the peers showed', () => {
    expect(measured.qgisScaled!.gap).toBeCloseTo(7.25, 9)
    expect(measured.qgisMirrored!.gap).toBeGreaterThan(0.05)
    expect(measured.qgisMirrored!.gap).toBeLessThan(0.25)
    expect(measured.pixelFft!.gap).toBeGreaterThan(0.03)
    expect(measured.grassCut!.gap).toBeLessThan(Math.exp(-8))
    expect(measured.grassCut!.gap).toBeGreaterThan(1e-5)
    expect(measured.sagaCell!.gap).toBeCloseTo(400, 9)
    expect(measured.sfhotspotRule).toMatchObject({ ours: expect.closeTo(1, 12) })
    expect(measured.sfhotspotRule!.theirs).toBeGreaterThan(3)
    expect(measured.nearRepeatLabels).toMatchObject({ ours: 1, theirs: 0 })
    expect(measured.giStarRectangle!.theirs).toBeGreaterThan(measured.giStarRectangle!.ours)
    expect(measured.topShare!.theirs).toBe(1)
    expect(measured.topShare!.ours).toBeLessThan(0.1)
  })
})
