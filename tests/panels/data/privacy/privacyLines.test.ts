import { describe, expect, it } from 'vitest'
import { en } from '../../../../src/i18n/en.ts'
import { createFormatter } from '../../../../src/i18n/format.ts'
import { sv } from '../../../../src/i18n/sv.ts'
import { PRIVACY_KINDS, type PrivacyReport } from '../../../../src/ingest/index.ts'
import { coarsenedPlaces, privacyLines } from '../../../../src/panels/data/privacy/privacyLines.ts'

const WORDS = [
  { texts: sv, format: createFormatter('sv') },
  { texts: en, format: createFormatter('en') },
] as const
const [SWEDISH] = WORDS

const REPORT: PrivacyReport = {
  columns: [
    {
      column: 'pnr',
      kinds: [{ kind: 'identityNumber', share: 0.95 }],
      decision: 'drop',
      by: 'default',
      used: false,
      masked: 0,
    },
    {
      column: 'adress',
      kinds: [{ kind: 'address', share: 1 }],
      decision: 'drop',
      by: 'default',
      used: true,
      masked: 0,
    },
    {
      column: 'regnr',
      kinds: [{ kind: 'plate', share: 1 }],
      decision: 'keep',
      by: 'person',
      used: false,
      masked: 0,
    },
    { column: 'plats', kinds: [], decision: 'keep', by: 'default', used: false, masked: 1234 },
  ],
  textlessRows: 1,
  coarsening: { method: { kind: 'donut', min: 30, max: 100 }, dropped: ['n', 'e'], effect: null },
}

describe('the privacy report in words', () => {
  it('says for every column what, by whom, and why', () => {
    expect(privacyLines(REPORT, SWEDISH).columns).toEqual([
      {
        name: 'pnr',
        decision: 'Lästes inte in',
        by: 'förvalt',
        detail: 'Personnummer i 95\u00a0% av cellerna',
      },
      {
        name: 'adress',
        decision: 'Lästes inte in',
        by: 'förvalt',
        detail: 'Adress med nummer i 100\u00a0% av cellerna; lästes, bara resultatet sparat',
      },
      {
        name: 'regnr',
        decision: 'Behölls',
        by: 'ditt beslut',
        detail: 'Registreringsnummer i 100\u00a0% av cellerna',
      },
      {
        name: 'plats',
        decision: 'Behölls',
        by: 'förvalt',
        detail: 'Inget hittades i urvalet; 1\u00a0234 celler dolda',
      },
    ])
  })

  it('says how places were moved, and which columns are not stored', () => {
    const { coarsened, textless } = privacyLines(REPORT, SWEDISH)
    expect(coarsened).toBe('Platserna är slumpvis flyttade 30\u00a0m till 100\u00a0m. Inte sparade: n och e.')
    expect(textless).toMatch(/^1 utelämnad rad visas utan text/)
    expect(privacyLines({ ...REPORT, coarsening: null, textlessRows: 0 }, SWEDISH)).toMatchObject({
      coarsened: null,
      textless: null,
    })
  })

  it('says each way of making places coarser once, for whatever shows them', () => {
    const grid: PrivacyReport = {
      ...REPORT,
      coarsening: { method: { kind: 'grid', cell: 100 }, dropped: [], effect: null },
    }
    expect(coarsenedPlaces([REPORT, grid, REPORT, { ...REPORT, coarsening: null }], SWEDISH)).toEqual([
      'Platserna är slumpvis flyttade 30\u00a0m till 100\u00a0m.',
      'Platserna är mitten av rutor om 100\u00a0m.',
    ])
  })

  it.each(WORDS)('has a name and a reason for every kind', ({ texts }) => {
    const { kinds, why } = texts.privacy
    expect(Object.keys(kinds).sort()).toEqual([...PRIVACY_KINDS].sort())
    for (const kind of PRIVACY_KINDS) {
      expect(kinds[kind].length).toBeGreaterThan(3)
      expect(why[kind]).toMatch(/\.$/)
    }
  })

  it.each(WORDS)('tells what coarsening does so that the figures can be heard', ({ texts, format: f }) => {
    const { effect } = texts.privacy
    const sentences = [
      effect.peak(f, 0.92),
      effect.peak(f, 1.27),
      effect.peak(f, 1),
      effect.top(f, 0.9),
      effect.top(f, 1),
      effect.difference(f, 0.08),
      effect.correlation(f, 0.987),
      effect.moved(f, 71.4, 99.9),
      effect.basis(f, 1234, 150, 30),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/)
  })

  it('says it as an analyst would', () => {
    const { effect } = sv.privacy
    const { format: f } = SWEDISH
    expect(`${effect.peak(f, 0.92)} ${effect.top(f, 0.9)}`).toBe(
      'Täthetens topp sjunker med 8\u00a0%. 9 av 10 av de tätaste cellerna är desamma.',
    )
  })
})
