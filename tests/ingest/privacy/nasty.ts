/** An invented export with everything in it that nobody may store. */
export const HEADER = [
  'diarienummer',
  'datum',
  'brottskod',
  'brottstyp',
  'n',
  'e',
  'plats',
  'adress',
  'deso',
  'målnummer',
  'anmälare',
  'telefon',
  'e-post',
  'regnr',
  'händelse i ord',
  'pnr',
  'registrerad',
]

const FIRST = ['Anna', 'Erik', 'Fatima', 'Karin', 'Mohammed', 'Olle', 'Sara', 'Åsa', 'Lars', 'Maja']
const LAST = ['Svensson', 'Lindqvist', 'Hassan', 'Öberg', 'Ali', 'Berg', 'Blom', 'Nyström', 'Ek', 'Falk']
const NUMBERS = [
  '811228-9874',
  '19811228-9874',
  '701063-2391',
  '8112289874',
  '900214-2389',
  '850101-1236',
  '811228+9874',
  '19900214-2389',
  '7010632391',
  '000229-0005',
]
const TYPES = ['Misshandel mot man 18 år eller äldre, utomhus, obekant med offret', 'Klotter', 'Personrån']

/** Row k, 0-based; every value of it that is personal is one that {@link personalValues} gives. */
export function row(k: number): string[] {
  const name = `${FIRST[k % 10]} ${LAST[(k * 3) % 10]}`
  const day = String(1 + (k % 28)).padStart(2, '0')
  return [
    `5000-K${123_456 + k}-25`,
    `2025-03-${day} 23:15`,
    ['0310', '8011', '0807'][k % 3],
    TYPES[k % 3],
    String(6_580_822 + 13 * k),
    String(674_032 + 17 * k),
    ['Karl Johans gata', 'Erikslust', 'Slottsgatan', 'Olof Palmes gata'][k % 4],
    `Storgatan ${12 + k}${k % 2 ? ' B' : ''}`,
    `0180C10${10 + (k % 80)}`,
    String(8_501_011_234 + k),
    name,
    ['070-123 45 67', '0701234567', '+46 70 123 45 67', '08-508 27 000', '0431-123 45'][k % 5],
    `${FIRST[k % 10].toLowerCase()}@exempel.se`,
    ['ABC123', 'DEF12G', 'GHJ456', 'KLM789'][k % 4],
    `${name} uppger att bilen ${k} var borta.`,
    NUMBERS[k % 10],
    `202503${day}2315`,
  ]
}

export const PERSONAL_COLUMNS = ['adress', 'anmälare', 'telefon', 'e-post', 'regnr', 'händelse i ord', 'pnr']

export function personalValues(k: number): string[] {
  const cells = row(k)
  return PERSONAL_COLUMNS.map((name) => cells[HEADER.indexOf(name)])
}

export function nastyRows(count: number): string[][] {
  return Array.from({ length: count }, (_, k) => row(k))
}

export function csvOf(rows: readonly (readonly string[])[], header: readonly string[] = HEADER): string {
  return [header, ...rows].map((cells) => cells.join(';')).join('\r\n')
}
