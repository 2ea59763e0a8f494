/** The five steps of the handbook (p. 20-63) and what each asks; the questions stand in the text catalogue, the answers in the prevention work. */
export const PROCESS_STEPS = [
  { step: 'initiate', fields: ['shared', 'lead'] },
  { step: 'own', fields: ['police', 'municipality', 'lacking'] },
  { step: 'joint', fields: ['picture', 'causes', 'goals', 'baseline', 'measures'] },
  { step: 'carryOut', fields: ['deviations'] },
  { step: 'followUp', fields: ['outcome', 'next'] },
] as const

export type ProcessStep = (typeof PROCESS_STEPS)[number]['step']
export type ProcessField = (typeof PROCESS_STEPS)[number]['fields'][number]

/** Where the person's own words on a measure's follow-up are kept. */
export const planField = (measure: string) => `plan.${measure}`
