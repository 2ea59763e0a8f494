import type { Formatter } from '../format.ts'

type Kind =
  | 'identityNumber'
  | 'name'
  | 'phone'
  | 'email'
  | 'plate'
  | 'address'
  | 'freeText'
  | 'birthDate'
  | 'network'
  | 'caseNumber'

/** Columns that make a file one of persons. */
export interface PersonColumns {
  reason: 'register' | 'birthDates' | 'partInCase'
  columns: string[]
}

const quoted = (f: Formatter, columns: readonly string[]) => f.list(columns.map((name) => `”${name}”`))
const cells = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'cell' : 'celler'}`
const metres = (f: Formatter, value: number) => `${f.integer(Math.round(value))}\u00a0m`

const WHY_PERSONS: Record<PersonColumns['reason'], (columns: string) => string> = {
  register: (columns) =>
    `Varje rad har ett eget personnummer (${columns}), och filen säger inte tillräckligt om brott: minst två av datum, plats och brottstyp behövs.`,
  birthDates: (columns) => `Den har namn bredvid födelsedatum (${columns}).`,
  partInCase: (columns) =>
    `Den pekar ut misstänkta, målsägande eller vittnen (${columns}). Ett brott står då en gång för varje person, så antalen skulle dessutom bli fel.`,
}

export const privacy = {
  /** Why a file of persons is refused, and what to do. */
  personFile: (f: Formatter, p: PersonColumns) =>
    `Filen ser ut att ha en person per rad och läses inte in. ${WHY_PERSONS[p.reason](quoted(f, p.columns))} Ta bort personuppgifterna i Excel eller exportera en rad per brott, och öppna filen igen.`,
  badCoarsening: (_f: Formatter, p: { fault: 'cell' | 'ring' }): string =>
    p.fault === 'cell'
      ? 'Rutan för grövre platser ska vara mellan 50 och 500\u00a0m.'
      : 'Platserna ska flyttas minst 10 och högst 1\u00a0000\u00a0m, och det största avståndet ska vara större än det minsta.',
  title: 'Personuppgifter',
  nothingFound: 'Inga personuppgifter hittades i urvalet. Alla celler kontrolleras när filen läses.',
  dropped: (n: string, one: boolean) => (one ? 'En kolumn läses inte in.' : `${n} kolumner läses inte in.`),
  /** Nothing is left out, but there is something to know. */
  noticed: 'Inget lämnas utanför, men se över kolumnerna.',
  promise:
    'Det som inte läses in lämnar aldrig filen: det finns varken i tabellen, i exporter eller i sparade projekt. I övriga kolumner döljs personnummer, telefonnummer och e-postadresser cell för cell.',
  kinds: {
    identityNumber: 'Personnummer',
    name: 'Namn',
    phone: 'Telefonnummer',
    email: 'E-post',
    plate: 'Registreringsnummer',
    address: 'Adress med nummer',
    freeText: 'Fritext',
    birthDate: 'Födelsedatum',
    network: 'IP- eller IMEI-nummer',
    caseNumber: 'Ärendenummer',
  } satisfies Record<Kind, string>,
  /** Why a kind is left out, or kept. */
  why: {
    identityNumber: 'Pekar ut en enda person. Kartan behöver det aldrig.',
    name: 'Pekar ut personer. Kartan behöver dem aldrig.',
    phone: 'Leder till den som har abonnemanget.',
    email: 'Leder till den som har adressen.',
    plate: 'Leder till fordonets ägare.',
    address: 'Gata med nummer pekar ut ett hem. Koordinater eller gatan utan nummer räcker för kartan.',
    freeText: 'Löpande text kan innehålla vad som helst om vem som helst.',
    birthDate: 'Pekar ut personer tillsammans med plats och tid.',
    network: 'Leder till en telefon eller ett abonnemang.',
    caseNumber:
      'Leder till personer bara för den som har polisens register. Behålls, så att rader går att slå upp och dubbletter hittas.',
  } satisfies Record<Kind, string>,
  /** The kind that a column is for, and what else stands in it. */
  kindWith: (kind: string, others: string) => `${kind} med ${others}`,
  /** How often a kind stands in the cells that were looked at. */
  share: (percent: string) => `i ${percent} av cellerna`,
  examples: 'Så ser det ut',
  byName: 'Kolumnens namn avgjorde',
  used: 'Används för att läsa raden; bara resultatet sparas.',
  typeUsed: 'Används för brottstypen; bara typer som indelningen känner sparas.',
  choice: (column: string) => `Vad som görs med ${column}`,
  decisions: { drop: 'Läs inte in', mask: 'Dölj i cellerna', keep: 'Behåll ändå' },
  caseDecisions: { drop: 'Läs inte in', keep: 'Behåll' },
  confirm: {
    question: (column: string) => `Behålla ”${column}” som den står?`,
    text: 'Då finns uppgifterna i tabellen, i exporter och i projekt som du sparar. Beslutet skrivs i filens rapport.',
    yes: 'Ja, behåll',
    no: 'Nej',
  },
  decidedByPerson: 'Ditt beslut',
  another: 'Läs inte in',
  anotherNone: 'Välj kolumn',
  takeBack: 'Läs in ändå',
  notStored: 'Läses inte in',
  coarsening: {
    title: 'Grövre platser',
    none: 'Exakta',
    grid: 'Rutnät',
    donut: 'Flyttade',
    label: 'Platser',
    lead: {
      none: 'Platserna står som i filen. Grövre platser behövs om kartan ska visas för andra och en punkt kan peka ut ett hem.',
      grid: 'Varje plats blir mitten av sin ruta.',
      donut:
        'Varje plats flyttas slumpvis, minst och högst så här långt. Samma plats flyttas alltid lika, så upprepade brott på en adress syns ännu.',
    },
    cell: 'Rutans sida, m',
    min: 'Minst, m',
    max: 'Högst, m',
    recommended: {
      grid: (f: Formatter, cell: number) => `Rekommenderat: ${metres(f, cell)}.`,
      donut: (f: Formatter, min: number, max: number) =>
        `Rekommenderat: ${metres(f, min)} till ${metres(f, max)}.`,
    },
    columns: (f: Formatter, columns: string[]) =>
      `Kolumnerna med koordinater (${f.list(columns)}) sparas då inte. Gatunamn i andra kolumner blir kvar.`,
    once: 'Hur platserna flyttats sparas aldrig, så det går inte att räkna tillbaka. Läses filen in igen en annan dag flyttas de på nytt.',
    try: 'Pröva',
    trying: 'Läser platserna …',
    stop: 'Avbryt',
    nothingPlaced: 'Ingen rad har en plats att jämföra.',
    effect: 'Vad det gör med kartan',
  },
  /** What coarsening does to the density, in an analyst's words. */
  effect: {
    peak: (f: Formatter, ratio: number) =>
      Math.abs(ratio - 1) < 0.005
        ? 'Täthetens topp är lika hög.'
        : ratio < 1
          ? `Täthetens topp sjunker med ${f.percent(1 - ratio)}.`
          : `Täthetens topp stiger med ${f.percent(ratio - 1)}.`,
    top: (f: Formatter, kept: number) =>
      kept >= 0.995
        ? 'De tätaste cellerna är desamma.'
        : `${f.integer(Math.round(kept * 10))} av 10 av de tätaste cellerna är desamma.`,
    difference: (f: Formatter, share: number) => `Störst skillnad någonstans: ${f.percent(share)} av toppen.`,
    correlation: (f: Formatter, r: number) => `Överensstämmelse i hela kartan (r): ${f.decimal(r, 3)}.`,
    moved: (f: Formatter, mean: number, largest: number) =>
      `Platserna flyttas ${metres(f, mean)} i medeltal, som mest ${metres(f, largest)}.`,
    basis: (f: Formatter, n: number, bandwidth: number, cell: number) =>
      `${f.integer(n)} platser, radie ${metres(f, bandwidth)}, celler om ${metres(f, cell)}.`,
  },
  /** The report of a load. */
  report: {
    none: 'Inga personuppgifter hittades.',
    decisions: {
      drop: 'Lästes inte in',
      mask: 'Doldes i cellerna',
      keep: 'Behölls',
    },
    by: { default: 'förvalt', person: 'ditt beslut' },
    masked: (f: Formatter, count: number) => `${cells(f, count)} dolda`,
    noKinds: 'Inget hittades i urvalet',
    used: 'lästes, bara resultatet sparat',
    textless: (f: Formatter, count: number) =>
      `${f.integer(count)} ${count === 1 ? 'utelämnad rad visas' : 'utelämnade rader visas'} utan text: cellerna gick inte att hålla isär.`,
    coarsened: {
      grid: (f: Formatter, cell: number) => `Platserna är mitten av rutor om ${metres(f, cell)}.`,
      donut: (f: Formatter, min: number, max: number) =>
        `Platserna är slumpvis flyttade ${metres(f, min)} till ${metres(f, max)}.`,
    },
    notStored: (f: Formatter, columns: string[]) => `Inte sparade: ${f.list(columns)}.`,
  },
}
