import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeEffect, type EffectJudgement, type ReasonCode } from '../../../src/analysis/index.ts'
import type { Language } from '../../../src/i18n/format.ts'
import { checkLines } from '../../../src/panels/effect/checkLines.ts'
import { reasonSentence } from '../../../src/panels/effect/reasonWords.ts'
import { verdictWords } from '../../../src/panels/effect/verdictWords.ts'
import { alone, PAPER, pair } from '../../analysis/compare/evidence.ts'
import { contextOf, evidences, judged, judgements } from './judgements.ts'

const LANGUAGES: Language[] = ['sv', 'en']
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const said = (judgement: EffectJudgement, language: Language = 'sv', noun?: string) => {
  const { headline, rest } = verdictWords(judgement, contextOf(language, noun))
  return plain([headline, ...rest].join(' '))
}

describe('the cases of the demo', () => {
  it('parking N reads as an effect, word for word', () => {
    expect(said(judged())).toBe(
      'Stöld ur fordon minskade från 207 till 110 (−47 %, 95 % KI −58 till −33). ' +
        'I jämförelseområdet var det oförändrat. ' +
        'Resultatet talar för en effekt (nivå 3 på Marylandskalan). Ingen förflyttning syns.',
    )
    expect(said(judged(), 'en')).toBe(
      'Theft from vehicle fell from 207 to 110 (−47%, 95% CI −58 to −33). ' +
        'In the control area it was unchanged. ' +
        'The result speaks for an effect (level 3 on the Maryland scale). No displacement is seen.',
    )
  })

  it('the cycle racks read as moved round the corner, with no net gain', () => {
    const text = said(
      judged({
        counts: {
          target: pair(48, 24),
          control: pair(40, 40),
          displacement: pair(36, 60),
          displacementControl: pair(30, 30),
        },
        history: { days: 365, target: 48, control: 40 },
      }),
      'sv',
      'Cykelstöld',
    )
    expect(text).toMatch(/^Cykelstöld minskade från 48 till 24 \(−50 %, 95 % KI −71 till −17\)\./)
    expect(text).toContain('Det som minskade här ökade lika mycket intill: ingen nettovinst.')
    expect(text).not.toMatch(/Resultatet talar/)
  })

  it('street E reads as a way back from a peak, and youth centre J as too few', () => {
    const peak = said(judged({ counts: { target: pair(81, 43), control: pair(88, 88) }, chosenForPeak: true, history: { days: 365, target: 43, control: 88 } }), 'sv', 'Skadegörelse') // prettier-ignore
    expect(peak).toBe(
      'Ingen bedömning: perioden före var en topp. Skadegörelse på platsen: 81 före och 43 efter. ' +
        'Perioden före var ovanligt hög: 81, mot 43 i samma månader tidigare år. ' +
        'Platsen valdes för att den hade många brott. ' +
        'Att antalet sedan gick tillbaka var att vänta, och kan inte räknas åtgärden till godo.',
    )
    expect(said(judgeEffect(alone(4, 1)), 'sv', 'Misshandel utomhus')).toBe(
      'För få för att bedöma. Misshandel utomhus på platsen: 4 före och 1 efter. ' +
        'Väntat antal är 2,5 före och 2,5 efter, och det behövs minst 5 i vardera perioden. ' +
        'Med samma nivå skulle det ta 2 år före och 2 år efter.',
    )
  })

  it('two measures at once are not told apart', () => {
    const text = said(
      judged({
        counts: {
          target: pair(22, 11),
          control: pair(18, 18),
          displacement: pair(8, 8),
          displacementControl: pair(7, 7),
        },
        history: { days: 365, target: 22, control: 18 },
        otherMeasures: [{ id: 'patrull', touches: ['target'] }],
      }),
    )
    expect(text).toMatch(/Samtidigt pågick Fredagspass: vad som beror på vilken åtgärd går inte att säga\./)
  })
})

describe('whatever the judgement', () => {
  it('claims no effect below level 3, and nothing at all where it is withheld', () => {
    const levels = new Set<string>()
    fc.assert(
      fc.property(judgements, fc.constantFrom(...LANGUAGES), (judgement, language) => {
        const text = said(judgement, language)
        levels.add(judgement.verdict === 'withheld' ? 'withheld' : String(judgement.maryland))
        if (judgement.verdict === 'withheld') {
          expect(text).not.toMatch(/%|minskade|ökade|\bfell\b|\brose\b|[Ee]ffekt|[Ee]ffect|\bKI\b|\bCI\b/)
        } else if (judgement.maryland === 2) {
          expect(text).not.toMatch(/effekt|effect/i)
          expect(text).toMatch(/nivå 2|level 2/)
        } else {
          const claims = /talar för en effekt|talar resultatet för en effekt|speaks for an effect/.test(text)
          expect(claims).toBe(judgement.effect === 'reduction')
          expect(text).toMatch(/nivå 3|level 3/)
          if (judgement.onTheWhole === 'fewer') expect(text).not.toMatch(/nettovinst|net gain/)
        }
        expect(text).not.toMatch(/undefined|NaN|null|Infinity| {2}/)
      }),
      { numRuns: 300 },
    )
    expect(levels).toEqual(new Set(['2', '3', 'withheld']))
  })

  it('says in percent only what the judgement holds, and counts that are its counts', () => {
    fc.assert(
      fc.property(judgements, (judgement) => {
        if (judgement.verdict === 'withheld') return
        const { format: f } = contextOf('sv')
        const { target, control } = judgement
        const held = [
          ...[target, control].flatMap((place) =>
            place ? [place.before, place.after].map((n) => f.integer(n)) : [],
          ),
          ...[target, control].flatMap((place) =>
            place
              ? [place.change, place.changeInterval.lower, place.changeInterval.upper].map((x) =>
                  f.integer(Math.abs(Math.round(100 * x))),
                )
              : [],
          ),
          f.integer(100 * judgement.level),
          String(judgement.maryland),
          ...('difference' in judgement.displacement
            ? [f.integer(judgement.displacement.difference), f.decimal(judgement.displacement.difference, 1)]
            : []),
        ].map(plain)
        const figures = said(judgement).match(/\d+(?: \d{3})*(?:,\d+)?/g) ?? []
        for (const figure of figures) expect(held).toContain(figure)
      }),
      { numRuns: 200 },
    )
  })

  it('every reason has a sentence in both languages, and a withheld one no percent', () => {
    const seen = new Set<ReasonCode>()
    fc.assert(
      fc.property(evidences, fc.constantFrom(...LANGUAGES), (evidence, language) => {
        const judgement = judgeEffect(evidence)
        const context = contextOf(language)
        for (const reason of judgement.reasons) {
          seen.add(reason.code)
          expect(reasonSentence(reason, judgement, context)).toMatch(/^\S.{20,}\.$/)
        }
        for (const { text } of checkLines(judgement, evidence, context)) {
          expect(text).not.toMatch(/undefined|NaN|Infinity|null| {2}/)
          if (judgement.verdict === 'withheld') expect(text).not.toMatch(/%|\beffekt/)
        }
      }),
      { numRuns: 500 },
    )
    expect([...seen].sort()).toEqual([
      'already-changing',
      'baseline-short',
      'concurrent-measures',
      'control-level-differs',
      'control-too-few',
      'data-break',
      'dispersion-unknown',
      'displacement-without-control',
      'measures-in-zone',
      'no-control',
      'overdispersed',
      'periods-misplaced',
      'pre-trend-differs',
      'pre-trend-untested',
      'regression-to-mean',
      'season-mismatch',
      'selection-unknown',
      'too-few',
      'zones-overlap',
    ])
  })
})

describe('what is not shown is not claimed', () => {
  it('a control that failed its checks is told neither as changed nor as unchanged', () => {
    const far = judged({ counts: { target: pair(207, 110), control: pair(20, 20) } })
    expect(far).toMatchObject({ maryland: 2 })
    expect(said(far)).not.toMatch(/jämförelseområdet/i)
  })

  it('a small control is not called unchanged', () => {
    const small = judged({
      counts: { target: pair(60, 20), control: pair(20, 20) },
      history: { days: 365, target: 60, control: 20 },
    })
    expect(small).toMatchObject({ maryland: 3 })
    expect(said(small)).toContain('syns ingen säker ändring (från 20 till 20)')
  })

  it('no displacement is seen, where all of it could have gone unseen', () => {
    const loud = judged({
      counts: { ...PAPER.counts, displacement: pair(2000, 2000), displacementControl: pair(2000, 2000) },
    })
    expect(said(loud)).toContain('men även om allt hade flyttat intill hade det inte skilts från slumpen')
  })

  it('days of the month have their endings', () => {
    const { title } = contextOf('sv').texts.effect.series
    const told = (first: string, last: string) => title('Brott', { first, last })
    expect(told('25', '24')).toBe('Brott per månad (25:e till 24:e)')
    expect(told('22', '21')).toBe('Brott per månad (22:a till 21:a)')
    expect(told('12', '11')).toBe('Brott per månad (12:e till 11:e)')
    expect(told('2', '1')).toBe('Brott per månad (2:a till 1:a)')
  })
})

describe('what passed is told', () => {
  it('the trend with its p, and earlier years by the length of the period', () => {
    const [first] = checkLines(judged(), PAPER, contextOf('sv'))
    expect(first.kind).toBe('passed')
    expect(plain(first.text)).toMatch(/^Lika trend före \(p = 0,\d+\)\./)
    expect(plain(first.text)).toContain('Perioden före är inget toppår (207, tidigare 203,8).')
  })
})
