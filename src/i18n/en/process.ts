import type { Formatter } from '../format.ts'
import type { Catalogue } from '../sv.ts'

interface ChangeFigures {
  before: number
  now: number
  fraction: number
  lower: number
  upper: number
  clear: boolean
  tooFew: boolean
}

const interval = (f: Formatter, { lower, upper }: Pick<ChangeFigures, 'lower' | 'upper'>) =>
  `${f.change(lower).replace(/%$/, '')} to ${upper > 9.99 ? 'over +900%' : f.change(upper)}`

const moved = (f: Formatter, p: ChangeFigures) =>
  p.now === p.before
    ? `unchanged at ${f.integer(p.now)}`
    : `from ${f.integer(p.before)} to ${f.integer(p.now)}${p.tooFew || !Number.isFinite(p.fraction) ? '' : ` (${f.change(p.fraction)}, 95% CI ${interval(f, p)})`}`

const verb = (p: ChangeFigures) => (p.now > p.before ? 'rose ' : p.now < p.before ? 'fell ' : 'were ')

export const process: Catalogue['process'] = {
  title: 'The process',
  followUp: {
    title: 'Follow-up of the problem picture',
    problem: 'Problem',
    from: 'Follow-up from',
    to: 'to and including',
    propose: 'Propose a period',
    all: 'In all',
    outside: 'Outside the areas',
    sentence: (f, p) => `${p.types}: reports ${verb(p)}${moved(f, p)}, ${p.period} against ${p.earlier}.`,
    area: (f, p) => `${p.name}: ${moved(f, p)}.`,
    doubt: (p) => {
      const total =
        p.total === 'few'
          ? 'They are too few to judge the change.'
          : p.total === 'clear'
            ? 'The change is more than chance.'
            : 'The change may be chance.'
      if (p.areas === 0) return total
      if (p.clearAreas === 0)
        return p.total === 'chance'
          ? 'In all and in every area the change may be chance.'
          : `${total} In each single area it may be chance.`
      return `${total} In ${p.clearAreas} of ${p.areas} areas it is more than chance.`
    },
    notEffect:
      'The follow-up says whether the problem changed, not why. The effect of measures is judged one by one against comparison areas.',
    columns: {
      name: 'Area',
      before: 'before',
      after: 'after',
      difference: 'difference',
      change: 'change',
      interval: '95% CI',
      verdict: 'judgement',
      lower: '95% CI lower',
      upper: '95% CI upper',
    },
    interval,
    verdict: { clear: 'more than chance', chance: 'may be chance', few: 'too few to judge' },
    noProblem:
      'There is no problem with crime types to follow up. Add the problem and its crime types among the measures.',
    noPeriod: 'The data reach over no period with the same period the year before. Choose another period.',
    notCovered: (period) =>
      `The data do not reach over ${period}. Choose a period whose same period the year before is in the data too.`,
    invalid: 'The period ends before it begins.',
    compares: (period, before) => `Follow-up ${period}, compared with ${before}.`,
    picture: (period) => `The problem picture is of ${period}.`,
    counted: (f, p) =>
      `n = ${f.integer(p.before)} before and ${f.integer(p.now)} after. Exact 95% interval from the ratio.`,
    caution: 'Reported crime is not all crime.',
    csvName: 'follow-up-problem-picture',
    failed: 'The follow-up could not be counted.',
  },
}
