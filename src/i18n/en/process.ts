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

const KINDS = { outcome: 'Effect', process: 'Process', output: 'Output' }

export const process: Catalogue['process'] = {
  title: 'The process',
  back: 'Measures',
  intro:
    'The handbook’s work from problem picture to follow-up on one page. What you write is saved with the project; what already stands among the measures is taken from there.',
  print: 'Print',
  excel: 'Excel',
  csv: 'CSV',
  exportFailed: 'The file could not be written.',
  madeBy: (p) => `${[p.name, p.date].filter(Boolean).join(', ')}. Made with Lägesbild.`,
  personal: {
    found: (found) =>
      `This looks like personal data: ${found}. Write a function or a unit instead: what is left here is saved with the project.`,
    takeOut: 'Take them out',
    letStand: 'Leave as is',
  },
  stepLabel: (n, title) => `${n}. ${title}`,
  steps: {
    initiate: {
      title: 'Initiate',
      says: 'Agree that there is a shared problem, and on who leads the work.',
    },
    own: {
      title: 'Own preparations',
      says: 'Each party maps out what it knows: statistics first, then priorities, then a closer look.',
    },
    joint: {
      title: 'Joint preparations',
      says: 'Merge into one problem picture, analyse causes, set goals, choose measures and plan the follow-up. Never a measure before the problem picture.',
    },
    carryOut: {
      title: 'Carry out',
      says: 'Do what was decided, and keep a dated log.',
    },
    followUp: {
      title: 'Follow up',
      says: 'Was it done as decided (process), and did the problem change (effect)?',
    },
  },
  fields: {
    shared: 'Which problem do we agree that we share?',
    lead: 'Who leads the work? Steering group, project group and two coordinators, one from the police and one from the municipality. Write functions, not names.',
    police: 'What do the police know?',
    municipality:
      'What do the municipality and others know: school, leisure, social services, housing company, technical services?',
    lacking: 'What do we not know, and how do we find out?',
    picture: 'Our joint problem picture: what, where, when, and with which consequences',
    causes: 'What have we found about the causes?',
    goals: 'Which goals matter most, and why are they reasonable?',
    baseline: 'What do we need to know before we start, to be able to measure a change afterwards?',
    measures: 'Why these measures? What was not chosen?',
    deviations: 'What did not go as planned, and why?',
    outcome: 'What does the follow-up say, and how certain is it?',
    next: 'What do we continue, what do we change, and when do we follow up again?',
  },
  problems: {
    title: 'Problems',
    none: 'No problems are entered.',
    period: (period) => `problem picture of ${period}`,
    edit: 'Change problems and causes',
  },
  causes: {
    title: 'Causes',
    none: 'no causes given',
    kind: { proximate: 'proximate', distal: 'distal' },
    loose: 'Causes without a problem',
  },
  goals: {
    title: 'Outcome goals',
    none: 'No outcome goals are set.',
  },
  warnings: {
    title: 'This is missing',
    none: 'Every measure has a cause, every cause a measure and every outcome goal a number and a baseline.',
    show: 'Show the warnings',
  },
  plan: {
    title: 'Plan',
    columns: { activity: 'Activity', goal: 'Goal', responsible: 'Responsible', followUp: 'Follow-up' },
    none: 'No measures are entered.',
    add: 'Enter measures',
    open: (title) => `Open ${title}`,
    noteOf: (title) => `Follow-up of ${title}`,
    fromTo: (from, to) => `from ${from} to ${to}`,
    target: (to) => `target ${to}`,
    noNumber: 'no number given',
    by: (day) => `by ${day}`,
    achieved: (p) => {
      const target = p.target === '' ? '' : p.kind === 'outcome' ? ` (target ${p.target})` : ` of ${p.target}`
      return `${KINDS[p.kind]}: ${p.what} ${p.achieved}${target}`
    },
    fileName: 'action-plan',
    sheet: 'Plan',
    note: 'Output and process are activity: they never count as effect.',
  },
  sheet: {
    name: 'The process',
    step: 'Step',
    question: 'Question',
    answer: 'Answer',
    problem: 'Problem',
    cause: 'Cause',
  },
  links: {
    effect: 'Effect of the measures',
    process: 'Process follow-up',
    felt: 'Felt and reported',
  },
  followUp: {
    title: 'Follow-up of the problem picture',
    problem: 'Problem',
    from: 'Follow-up from',
    to: 'to and including',
    propose: 'Propose a period',
    all: 'In all',
    outside: 'Outside the areas',
    sentence: (f, p) => `${p.types}: reports ${verb(p)}${moved(f, p)}, ${p.period} against ${p.earlier}.`,
    doubt: (p) => {
      const total =
        p.total === 'few'
          ? 'There are too few to judge the change.'
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
      `The data do not reach over ${period}. Choose a period that the data cover, both then and the year before.`,
    tooLong:
      'The period is longer than a year and would be compared with itself. Choose twelve months at most.',
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
