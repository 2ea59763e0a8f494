import type { Formatter } from '../format.ts'
import type { PersonColumns, privacy as source } from '../sv/privacy.ts'

const quoted = (f: Formatter, columns: readonly string[]) => f.list(columns.map((name) => `“${name}”`))
const metres = (f: Formatter, value: number) => `${f.integer(Math.round(value))}\u00a0m`

const WHY_PERSONS: Record<PersonColumns['reason'], (columns: string) => string> = {
  register: (columns) =>
    `Every row has a personal identity number of its own (${columns}), and the file does not say enough of crimes: at least two of date, place and type are needed.`,
  birthDates: (columns) => `It has names beside dates of birth (${columns}).`,
  partInCase: (columns) =>
    `It singles out suspects, injured parties or witnesses (${columns}). A crime then stands once for each person, so the counts would be wrong as well.`,
}

export const privacy: typeof source = {
  personFile: (f, p) =>
    `The file looks as if it had one person per row and is not read. ${WHY_PERSONS[p.reason](quoted(f, p.columns))} Remove the personal data in Excel or export one row per crime, and open the file again.`,
  badCoarsening: (_f, p) =>
    p.fault === 'cell'
      ? 'The cell for coarser places has to be between 50 and 500\u00a0m.'
      : 'Places have to be moved at least 10 and at most 1,000\u00a0m, and the largest distance has to exceed the smallest.',
  title: 'Personal data',
  nothingFound: 'No personal data were found in the sample. Every cell is checked when the file is read.',
  dropped: (n, one) => (one ? 'One column is not read.' : `${n} columns are not read.`),
  noticed: 'Nothing is left out, but look the columns over.',
  promise:
    'What is not read never leaves the file: it is neither in the table, nor in exports, nor in saved projects. In the other columns personal identity numbers, phone numbers and e-mail addresses are hidden cell by cell.',
  kinds: {
    identityNumber: 'Personal identity number',
    name: 'Name',
    phone: 'Phone number',
    email: 'E-mail',
    plate: 'Registration plate',
    address: 'Address with number',
    freeText: 'Free text',
    birthDate: 'Date of birth',
    network: 'IP or IMEI number',
    caseNumber: 'Case number',
  },
  why: {
    identityNumber: 'Singles out one person. The map never needs it.',
    name: 'Singles out persons. The map never needs them.',
    phone: 'Leads to whoever has the subscription.',
    email: 'Leads to whoever has the address.',
    plate: 'Leads to the vehicle’s owner.',
    address:
      'A street with a number singles out a home. Coordinates, or the street without a number, are enough for the map.',
    freeText: 'Running text may hold anything about anybody.',
    birthDate: 'Singles out persons together with place and time.',
    network: 'Leads to a telephone or a subscription.',
    caseNumber:
      'Leads to persons only for whoever has the police’s register. Kept, so that rows can be looked up and duplicates found.',
  },
  kindWith: (kind, others) => `${kind} with ${others}`,
  share: (percent) => `in ${percent} of the cells`,
  examples: 'What it looks like',
  byName: 'The column’s name decided',
  used: 'Used to read the row; only the result is kept.',
  typeUsed: 'Used for the type of crime; only types that the taxonomy knows are kept.',
  choice: (column) => `What is done with ${column}`,
  decisions: { drop: 'Do not read', mask: 'Hide in the cells', keep: 'Keep anyway' },
  caseDecisions: { drop: 'Do not read', keep: 'Keep' },
  confirm: {
    question: (column) => `Keep “${column}” as it stands?`,
    text: 'The data will then be in the table, in exports and in projects that you save. The decision is written in the file’s report.',
    yes: 'Yes, keep',
    no: 'No',
  },
  decidedByPerson: 'Your decision',
  another: 'Do not read',
  anotherNone: 'Choose a column',
  takeBack: 'Read after all',
  notStored: 'Not read',
  coarsening: {
    title: 'Coarser places',
    none: 'Exact',
    grid: 'Grid',
    donut: 'Moved',
    label: 'Places',
    lead: {
      none: 'Places stand as in the file. Coarser places are needed where the map is shown to others and a point could single out a home.',
      grid: 'Every place becomes the middle of its cell.',
      donut:
        'Every place is moved at random, at least and at most this far. The same place always moves alike, so repeated crimes at an address still show.',
    },
    cell: 'Side of the cell, m',
    min: 'At least, m',
    max: 'At most, m',
    recommended: {
      grid: (f, cell) => `Recommended: ${metres(f, cell)}.`,
      donut: (f, min, max) => `Recommended: ${metres(f, min)} to ${metres(f, max)}.`,
    },
    columns: (f, columns) =>
      `The columns with coordinates (${f.list(columns)}) are then not stored. Street names in other columns stay.`,
    once: 'How places were moved is never stored, so it cannot be undone. If the file is read again another day they move anew.',
    try: 'Try it',
    trying: 'Reading the places …',
    stop: 'Cancel',
    nothingPlaced: 'No row has a place to compare.',
    effect: 'What it does to the map',
  },
  effect: {
    peak: (f, ratio) =>
      Math.abs(ratio - 1) < 0.005
        ? 'The peak of the density is as high.'
        : ratio < 1
          ? `The peak of the density falls by ${f.percent(1 - ratio)}.`
          : `The peak of the density rises by ${f.percent(ratio - 1)}.`,
    top: (f, kept) =>
      kept >= 0.995
        ? 'The densest cells are the same.'
        : `${f.integer(Math.round(kept * 10))} in 10 of the densest cells are the same.`,
    difference: (f, share) => `Largest difference anywhere: ${f.percent(share)} of the peak.`,
    correlation: (f, r) => `Agreement over the whole map (r): ${f.decimal(r, 3)}.`,
    moved: (f, mean, largest) => `Places move ${metres(f, mean)} on average, ${metres(f, largest)} at most.`,
    basis: (f, n, bandwidth, cell) =>
      `${f.integer(n)} places, radius ${metres(f, bandwidth)}, cells of ${metres(f, cell)}.`,
  },
  report: {
    none: 'No personal data were found.',
    decisions: { drop: 'Not read', mask: 'Hidden in the cells', keep: 'Kept' },
    by: { default: 'by default', person: 'your decision' },
    masked: (f, count) => `${f.integer(count)} ${count === 1 ? 'cell' : 'cells'} hidden`,
    noKinds: 'Nothing was found in the sample',
    used: 'read, only the result kept',
    textless: (f, count) =>
      `${f.integer(count)} ${count === 1 ? 'row that was left out is shown' : 'rows that were left out are shown'} without text: the cells could not be told apart.`,
    coarsened: {
      grid: (f, cell) => `Places are the middle of cells of ${metres(f, cell)}.`,
      donut: (f, min, max) => `Places are moved at random by ${metres(f, min)} to ${metres(f, max)}.`,
    },
    notStored: (f, columns) => `Not stored: ${f.list(columns)}.`,
  },
}
