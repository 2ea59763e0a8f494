import type { Problem } from '../../src/domain/measure.ts'

/** The problem picture: the handbook's (p. 22-27), and what the planted cases act on. */
export const problems: Problem[] = [
  {
    id: 'misshandel-utomhus',
    text: 'Misshandel utomhus ökar, mest i kommundel A och B, på fredags- och lördagsnätter i centrum',
    crimeTypes: ['misshandel-utomhus'],
    period: { from: '2025-01-01', to: '2025-04-30' },
  },
  {
    id: 'stold-ur-fordon-n',
    text: 'Stöld ur fordon på Parkering N, från kväll till morgon',
    crimeTypes: ['stold-ur-fordon'],
    period: { from: '2024-06-01', to: '2025-05-31' },
  },
  {
    id: 'cykelstold-stationen',
    text: 'Cykelstölder vid stationen',
    crimeTypes: ['cykelstold'],
    period: { from: '2024-06-01', to: '2025-05-31' },
  },
  {
    id: 'otrygg-stadsparken',
    text: 'Gångvägen genom Stadsparken känns otrygg efter mörkrets inbrott',
    crimeTypes: ['personran', 'ofredande'],
  },
]
