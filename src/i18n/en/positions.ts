import type { positions as source } from '../sv/positions.ts'
import type { Formatter } from '../format.ts'

const DIRECTIONS = {
  n: 'north',
  ne: 'north-east',
  e: 'east',
  se: 'south-east',
  s: 'south',
  sw: 'south-west',
  w: 'west',
  nw: 'north-west',
} as const

type Near = Parameters<typeof source.zones.place>[1]

const rows = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'row' : 'rows'}`
const lie = (count: number) => (count === 1 ? 'lies' : 'lie')
const have = (count: number) => (count === 1 ? 'has' : 'have')
const distance = (f: Formatter, km: number) => f.distance(Math.round(km) * 1000)
const away = (f: Formatter, { name, km, direction }: Near) =>
  `${distance(f, km)} ${DIRECTIONS[direction]} of ${name}`

export const positions: typeof source = {
  stand: 'Coordinates in',
  stands: { pair: 'two columns', single: 'one column' },
  column: 'Column',
  order: 'Order',
  orders: { north: 'north, east (lat, long)', east: 'east, north (long, lat)' },
  swap: 'Swap axes',
  otherCrs: "The file's own",
  axes: {
    swedishX: (north, east) =>
      `${north} in the file is the northing and ${east} the easting, as is the custom in Sweden. They are read that way.`,
    swapped: (north, east) =>
      `The headings are swapped in the file: ${east} holds eastings and ${north} northings. They are read by what they hold.`,
  },
  zones: {
    legend: 'Where are the places?',
    why: 'The local zones share their figures. Choose the zone that puts the middle of the data where it belongs.',
    place: (f, near) =>
      near.km < 4 ? `in ${near.name}` : near.km < 12 ? `near ${near.name}` : away(f, near),
  },
  map: {
    label: 'Map of the places in the sample',
    sampled: 'In the sample:',
    none: 'No row of the sample has a place on the map.',
    inPlace: (f, count, near) =>
      near.km < 6
        ? `${rows(f, count)} ${lie(count)} in and around ${near.name}.`
        : `${rows(f, count)} ${have(count)} their middle ${away(f, near)}.`,
    spread: (f, count, near, km) =>
      `${rows(f, count)} ${lie(count)} scattered over ${distance(f, km)} with their middle ${near.km < 6 ? `in ${near.name}` : away(f, near)}.`,
    abroad: (f, count, lat, lon) =>
      `${rows(f, count)} ${lie(count)} outside Sweden, around ${f.decimal(Math.abs(lat), 2)}° ${lat < 0 ? 'S' : 'N'}, ${f.decimal(Math.abs(lon), 2)}° ${lon < 0 ? 'W' : 'E'}.`,
    outside: (f, count) => `${rows(f, count)} ${lie(count)} outside Sweden.`,
    outsideAbroad: (f, count) => `${rows(f, count)} ${lie(count)} far from there.`,
    atZero: (f, count) => `${rows(f, count)} ${have(count)} the coordinates 0, 0.`,
    without: (f, count) => `${rows(f, count)} ${have(count)} no coordinates.`,
    unread: (f, count) => `${rows(f, count)} ${have(count)} coordinates that cannot be read.`,
    kept: 'Rows without a place still count in times and types.',
    outline: 'Coastline: Natural Earth. Places: GeoNames (CC BY 4.0).',
  },
  times: {
    midnightUnknown: 'Read 00:00 as an unknown time',
    midnightShare: (f, count, share) =>
      `${rows(f, count)} of the sample, ${f.percent(share)} of those with a clock time, ${count === 1 ? 'stands' : 'stand'} at exactly 00:00. They may be real times, but are more often what comes of filling in the date alone.`,
  },
  addresses: {
    title: 'Places by address',
    offer: (f, count) =>
      `${rows(f, count)} of the sample ${have(count)} no coordinates but an address. With a file of addresses and their coordinates they can get a place. Nothing is sent anywhere.`,
    choose: 'Address register …',
    other: 'Another register …',
    remove: 'Remove',
    reading: (name) => `Reading ${name}`,
    holds: (f, name, count) => `${name}: ${f.integer(count)} addresses with a place.`,
    skipped: (f, count) => `${rows(f, count)} of the register ${have(count)} no address or no place.`,
    noColumns: 'No column of the register looks like a street or an address. Choose it below.',
    noPosition: 'The register has no coordinates that can be recognised.',
    failed: 'The register could not be read',
    ownColumns: 'The address in the file',
    registerColumns: 'The address in the register',
    parts: {
      street: 'Street or address',
      number: 'House number',
      letter: 'Letter',
      postalCode: 'Postal code',
      town: 'Town',
    },
    lowest: 'Accept',
    lowestOptions: {
      exact: 'exact matches only',
      withoutLetter: 'also without the letter',
      nearestNumber: 'also the nearest number',
      street: "also the street's middle",
    },
    levels: {
      exact: 'Exact',
      withoutLetter: 'Without the letter',
      nearestNumber: 'Nearest number on the same side',
      street: "The street's middle",
      ambiguous: 'The street is in several towns',
      notFound: 'Not in the register',
      noAddress: 'No address',
    },
    level: 'Match',
    count: 'Rows',
    worst: 'At most off by',
    used: 'Placed',
    yes: 'yes',
    no: 'no',
    caption: 'How the addresses were found',
    captionSample: 'How the addresses of the sample are found',
    placed: (f, count, register) =>
      `${rows(f, count)} without coordinates got ${count === 1 ? 'its' : 'their'} place from the address in ${register}.`,
  },
}
