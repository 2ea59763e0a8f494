import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { places } from './places.ts'
import { seeded } from './seeded.ts'

/** Crime types with their share of the rows. */
const TYPES: readonly (readonly [name: string, share: number])[] = [
  ['Stöld ur motorfordon', 0.24],
  ['Övriga tillgreppsbrott', 0.16],
  ['Cykelstöld', 0.12],
  ['Tillgrepp av motorfordon', 0.1],
  ['Klotter', 0.08],
  ['Skadegörelse, motorfordon', 0.08],
  ['Bedrägeri', 0.06],
  ['Misshandel utomhus', 0.05],
  ['Stöld/snatteri i butik', 0.05],
  ['Olaga hot', 0.03],
  ['Personrån', 0.02],
  ['Inbrott i bostad', 0.01],
]
const STREETS = ['Storgatan', 'Kyrkogatan', 'Södra Järnvägsgatan', 'Ängsvägen', 'Fabriksgatan', 'Åkervägen']
const FIRST_DAY = Date.UTC(2019, 0, 1)
const DAYS = 7 * 365
const SQUARE = { x: 684_000, y: 6_442_000, side: 16_000 }
const ROWS_A_CHUNK = 5_000

/** Writes a file of incidents as an export would look: ten columns, about 90 bytes a row, half in clusters. Resolves to its bytes. */
export async function writeIncidents(path: string, rows: number, seed = 1): Promise<number> {
  const random = seeded(seed)
  const { x, y } = places(rows, 'half', SQUARE, seed)
  const out = createWriteStream(path)
  let bytes = 0
  let chunk = '\ufeffdiarienummer;brottstyp;från;till;n;e;plats;slag;kod;källa\r\n'
  const flush = async () => {
    bytes += Buffer.byteLength(chunk)
    if (!out.write(chunk)) await once(out, 'drain')
    chunk = ''
  }
  for (let i = 0; i < rows; i++) {
    const start = FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000 + minuteOfDay(random) * 60_000
    const end = random() < 0.3 ? wall(start + Math.floor(random() * 900) * 60_000) : ''
    const street = `${STREETS[Math.floor(random() * STREETS.length)]} ${1 + Math.floor(random() * 90)}`
    const [code, type] = drawType(random())
    const number = `K${String(i + 1).padStart(8, '0')}`
    chunk += `${number};${type};${wall(start)};${end};${y[i].toFixed(1)};${x[i].toFixed(1)};${street};brott;${code};prov\r\n`
    if (i % ROWS_A_CHUNK === ROWS_A_CHUNK - 1) await flush()
  }
  await flush()
  out.end()
  await finished(out)
  return bytes
}

/** More by night: the mean of two minutes drawn evenly, turned so that its peak stands at 21. */
function minuteOfDay(random: () => number): number {
  const middle = Math.floor(((random() + random()) / 2) * 1440)
  return (middle + 540) % 1440
}

function drawType(p: number): [code: number, type: string] {
  let sum = 0
  for (const [k, [type, share]] of TYPES.entries()) {
    sum += share
    if (p < sum) return [k + 1, type]
  }
  return [TYPES.length, TYPES[TYPES.length - 1][0]]
}

/** "2024-05-01 22:10" of a time that carries wall clock digits. */
function wall(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ')
}
