/**
 * Breaks that a person can start from, never applied by themselves: changes of law that are certain, by their number in Svensk författningssamling.
 * SFS 2018:618, in force 1 July 2018, made rape rest on the absence of voluntary participation; SFS 2005:90, in force 1 April 2005, was a new
 * chapter on sexual offences with a wider definition of rape.
 */
export const BREAK_PROPOSALS = {
  consent: { date: '2018-07-01', types: ['valdtakt-ute', 'valdtakt-inne'] },
  sexualOffences: { date: '2005-04-01', types: ['valdtakt-ute', 'valdtakt-inne'] },
} as const
