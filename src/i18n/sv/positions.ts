import type { Formatter } from '../format.ts'

/** A point as seen from a place. */
interface Near {
  name: string
  km: number
  direction: 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw'
}

const DIRECTIONS: Record<Near['direction'], string> = {
  n: 'norr',
  ne: 'nordost',
  e: 'öster',
  se: 'sydost',
  s: 'söder',
  sw: 'sydväst',
  w: 'väster',
  nw: 'nordväst',
}

const rows = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'rad' : 'rader'}`
const distance = (f: Formatter, km: number) => f.distance(Math.round(km) * 1000)
const away = (f: Formatter, { name, km, direction }: Near) =>
  `${distance(f, km)} ${DIRECTIONS[direction]} om ${name}`

export const positions = {
  stand: 'Koordinater i',
  stands: { pair: 'två kolumner', single: 'en kolumn' },
  column: 'Kolumn',
  order: 'Ordning',
  orders: { north: 'nord, öst (lat, long)', east: 'öst, nord (long, lat)' },
  swap: 'Byt axlar',
  otherCrs: 'Filens eget',
  /** What the columns' names say against what is in them. */
  axes: {
    swedishX: (north: string, east: string) =>
      `${north} i filen är norrkoordinat och ${east} är östkoordinat, som är svensk sed. De läses så.`,
    swapped: (north: string, east: string) =>
      `Rubrikerna är omkastade i filen: ${east} innehåller östkoordinater och ${north} nordkoordinater. De läses efter innehållet.`,
  },
  zones: {
    legend: 'Var ligger platserna?',
    why: 'De lokala zonerna har samma tal. Välj den zon där mitten av data hamnar rätt.',
    place: (f: Formatter, near: Near) =>
      near.km < 4 ? `i ${near.name}` : near.km < 12 ? `vid ${near.name}` : away(f, near),
  },
  map: {
    label: 'Karta över platserna i urvalet',
    sampled: 'I urvalet:',
    none: 'Inga rader i urvalet har en plats på kartan.',
    inPlace: (f: Formatter, count: number, near: Near) =>
      near.km < 6
        ? `${rows(f, count)} ligger i och omkring ${near.name}.`
        : `${rows(f, count)} har sin mitt ${away(f, near)}.`,
    spread: (f: Formatter, count: number, near: Near, km: number) =>
      `${rows(f, count)} är spridda över ${distance(f, km)} med mitten ${near.km < 6 ? `i ${near.name}` : away(f, near)}.`,
    abroad: (f: Formatter, count: number, lat: number, lon: number) =>
      `${rows(f, count)} ligger utanför Sverige, kring ${f.decimal(Math.abs(lat), 2)}° ${lat < 0 ? 'S' : 'N'}, ${f.decimal(Math.abs(lon), 2)}° ${lon < 0 ? 'V' : 'Ö'}.`,
    outside: (f: Formatter, count: number) => `${rows(f, count)} ligger utanför Sverige.`,
    outsideAbroad: (f: Formatter, count: number) => `${rows(f, count)} ligger långt därifrån.`,
    atZero: (f: Formatter, count: number) => `${rows(f, count)} har koordinaterna 0, 0.`,
    without: (f: Formatter, count: number) => `${rows(f, count)} saknar koordinater.`,
    unread: (f: Formatter, count: number) => `${rows(f, count)} har koordinater som inte går att läsa.`,
    kept: 'Rader utan plats räknas ändå i tider och typer.',
    outline: 'Kustlinje: Natural Earth. Orter: GeoNames (CC BY 4.0).',
  },
  times: {
    midnightUnknown: 'Läs 00:00 som okänt klockslag',
    midnightShare: (f: Formatter, count: number, share: number) =>
      `${rows(f, count)} i urvalet, ${f.percent(share)} av dem med klockslag, står på exakt 00:00. Det kan vara riktiga tider, men är oftare det som blir när bara datumet fyllts i.`,
  },
  addresses: {
    title: 'Platser genom adress',
    offer: (f: Formatter, count: number) =>
      `${rows(f, count)} i urvalet saknar koordinater men har en adress. Med en fil över adresser och deras koordinater kan de få en plats. Inget skickas någonstans.`,
    choose: 'Adressregister …',
    other: 'Annat register …',
    remove: 'Ta bort',
    reading: (name: string) => `Läser ${name}`,
    holds: (f: Formatter, name: string, count: number) => `${name}: ${f.integer(count)} adresser med plats.`,
    skipped: (f: Formatter, count: number) => `${rows(f, count)} i registret saknar adress eller plats.`,
    noColumns: 'Registret har ingen kolumn som ser ut som gata eller adress. Välj den nedan.',
    noPosition: 'Registret har inga koordinater som går att känna igen.',
    failed: 'Registret gick inte att läsa',
    ownColumns: 'Adressen i filen',
    registerColumns: 'Adressen i registret',
    parts: {
      street: 'Gata eller adress',
      number: 'Husnummer',
      letter: 'Bokstav',
      postalCode: 'Postnummer',
      town: 'Ort',
    },
    lowest: 'Godta',
    lowestOptions: {
      exact: 'bara exakta träffar',
      withoutLetter: 'även utan bokstav',
      nearestNumber: 'även närmaste nummer',
      street: 'även gatans mitt',
    },
    levels: {
      exact: 'Exakt',
      withoutLetter: 'Utan bokstav',
      nearestNumber: 'Närmaste nummer på samma sida',
      street: 'Gatans mitt',
      ambiguous: 'Gatan finns på flera orter',
      notFound: 'Finns inte i registret',
      noAddress: 'Ingen adress',
    },
    level: 'Träff',
    count: 'Rader',
    worst: 'Som mest fel',
    used: 'Placeras',
    yes: 'ja',
    no: 'nej',
    caption: 'Så hittades adresserna',
    captionSample: 'Så hittas adresserna i urvalet',
    placed: (f: Formatter, count: number, register: string) =>
      `${rows(f, count)} utan koordinater fick sin plats av adressen i ${register}.`,
  },
}
