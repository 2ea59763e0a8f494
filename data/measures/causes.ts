import type { Cause } from '../../src/domain/measure.ts'

const ASSAULT = ['misshandel-utomhus']

/** The handbook's cause analysis (p. 22-27) and those behind the planted cases. */
export const causes: Cause[] = [
  { id: 'overservering-f', kind: 'proximate', problems: ASSAULT, text: 'Överservering på Krog F' },
  { id: 'ko-g', kind: 'proximate', problems: ASSAULT, text: 'Trängsel i kön till Krog G vid stängning' },
  {
    id: 'vakter-h',
    kind: 'proximate',
    problems: ASSAULT,
    text: 'Bristande rutiner hos entrévärdarna på Krog H',
  },
  {
    id: 'fa-nattbussar',
    kind: 'proximate',
    problems: ASSAULT,
    text: 'För få nattbussar, alla inom 15 minuter: många väntar samtidigt på Busstorget',
  },
  { id: 'brak-i', kind: 'proximate', problems: ASSAULT, text: 'Bråk vid Snabbmat I efter stängningsdags' },
  {
    id: 'svarttaxi',
    kind: 'proximate',
    problems: ASSAULT,
    text: 'Svarttaxi kring Busstorget, konflikter om körningar',
  },
  {
    id: 'berusade-ungdomar-j',
    kind: 'proximate',
    problems: ASSAULT,
    text: 'Berusade ungdomar vid Fritidsgården J på torsdagskvällar',
  },
  {
    id: 'langning-n',
    kind: 'proximate',
    problems: ASSAULT,
    text: 'Insmugglad alkohol säljs till ungdomar på Parkering N',
  },
  {
    id: 'tva-ledare-j',
    kind: 'proximate',
    problems: ASSAULT,
    text: 'Bara två ledare på Fritidsgården J under discot',
  },
  {
    id: 'kanda-personer-k',
    kind: 'distal',
    problems: ASSAULT,
    text: 'Återkommande konflikter i bostadsområdet K på helgkvällar',
  },
  {
    id: 'mork-parkering-n',
    kind: 'proximate',
    problems: ['stold-ur-fordon-n'],
    text: 'Mörk parkering med skymmande häckar vid N',
  },
  {
    id: 'oppna-cykelstall',
    kind: 'proximate',
    problems: ['cykelstold-stationen'],
    text: 'Öppna cykelställ utan insyn vid stationen',
  },
  {
    id: 'mork-gangvag',
    kind: 'proximate',
    problems: ['otrygg-stadsparken'],
    text: 'Mörk gångväg genom Stadsparken mellan torget och Parkering N',
  },
  {
    id: 'fa-motesplatser',
    kind: 'distal',
    problems: [...ASSAULT, 'otrygg-stadsparken'],
    text: 'Få mötesplatser för unga på kvällstid',
  },
]
