import type { Cause } from '../../src/domain/measure.ts'

/** The handbook's cause analysis (p. 22-27) and those behind the planted cases. */
export const causes: Cause[] = [
  { id: 'overservering-f', kind: 'proximate', text: 'Överservering på Krog F' },
  { id: 'ko-g', kind: 'proximate', text: 'Trängsel i kön till Krog G vid stängning' },
  { id: 'vakter-h', kind: 'proximate', text: 'Bristande rutiner hos entrévärdarna på Krog H' },
  {
    id: 'fa-nattbussar',
    kind: 'proximate',
    text: 'För få nattbussar, alla inom 15 minuter: många väntar samtidigt på Busstorget',
  },
  { id: 'brak-i', kind: 'proximate', text: 'Bråk vid Snabbmat I efter stängningsdags' },
  { id: 'svarttaxi', kind: 'proximate', text: 'Svarttaxi kring Busstorget, konflikter om körningar' },
  {
    id: 'berusade-ungdomar-j',
    kind: 'proximate',
    text: 'Berusade ungdomar vid Fritidsgården J på torsdagskvällar',
  },
  { id: 'langning-n', kind: 'proximate', text: 'Insmugglad alkohol säljs till ungdomar på Parkering N' },
  { id: 'tva-ledare-j', kind: 'proximate', text: 'Bara två ledare på Fritidsgården J under discot' },
  {
    id: 'kanda-personer-k',
    kind: 'distal',
    text: 'Återkommande konflikter i bostadsområdet K på helgkvällar',
  },
  { id: 'mork-parkering-n', kind: 'proximate', text: 'Mörk parkering med skymmande häckar vid N' },
  { id: 'oppna-cykelstall', kind: 'proximate', text: 'Öppna cykelställ utan insyn vid stationen' },
  {
    id: 'mork-gangvag',
    kind: 'proximate',
    text: 'Mörk gångväg genom Stadsparken mellan torget och Parkering N',
  },
  { id: 'fa-motesplatser', kind: 'distal', text: 'Få mötesplatser för unga på kvällstid' },
]
