import { createBLAKE3 } from 'hash-wasm'
import type { IncidentColumns } from '../../domain/incident.ts'
import type { Projection } from '../crs.ts'
import type { Coarsening, DonutMask } from './choices.ts'
import { SECRET_BYTES } from './secret.ts'

/** Writes the moved position of a place in metres to `out`. */
export type Mover = (x: number, y: number, out: Float64Array) => void

/**
 * The move that a coarsening makes. Donut masking draws each place's move from the place and the secret: the same place always moves
 * alike, so that repeats at an address stay repeats, and their mean does not point back at it; with the same secret everything comes
 * out alike again (Hampton et al. 2010, American Journal of Epidemiology 172, for the ring).
 * @param secret {@link SECRET_BYTES} bytes; used by donut masking only
 */
export async function moverFor(coarsening: Coarsening, secret: Uint8Array): Promise<Mover> {
  return coarsening.kind === 'grid' ? snapper(coarsening.cell) : await donut(coarsening, secret)
}

const moved = new Float64Array(2)

/** Moves the place of one row, in metres and in degrees; a row without one stays so. */
export function moveRow(columns: IncidentColumns, at: number, move: Mover, metric: Projection): void {
  const x = columns.x[at]!
  if (Number.isNaN(x)) return
  move(x, columns.y[at]!, moved)
  const [lon, lat] = metric.inverse(moved[0]!, moved[1]!)
  columns.x[at] = moved[0]!
  columns.y[at] = moved[1]!
  columns.lon[at] = lon
  columns.lat[at] = lat
}

function snapper(cell: number): Mover {
  const middle = (value: number) => (Math.floor(value / cell) + 0.5) * cell
  return (x, y, out) => {
    out[0] = middle(x)
    out[1] = middle(y)
  }
}

/** Places whose move is remembered, so that repeats cost no second draw. */
const REMEMBERED = 200_000

async function donut({ min, max }: DonutMask, secret: Uint8Array): Promise<Mover> {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`The secret has ${secret.length} bytes`)
  const hasher = await createBLAKE3(256, secret)
  const place = new Float64Array(2)
  const bytes = new Uint8Array(place.buffer)
  const known = new Map<string, readonly [number, number]>()
  return (x, y, out) => {
    // To the centimetre: one place written in two CRSs is one place.
    place[0] = Math.round(x * 100)
    place[1] = Math.round(y * 100)
    const key = `${place[0]} ${place[1]}`
    let move = known.get(key)
    if (!move) {
      const digest = hasher.init().update(bytes).digest('binary')
      const drawn = new DataView(digest.buffer, digest.byteOffset)
      // Even over the ring's surface: the square of the distance is uniform.
      const distance = Math.sqrt(min ** 2 + (drawn.getUint32(0) / 2 ** 32) * (max ** 2 - min ** 2))
      const angle = (drawn.getUint32(4) / 2 ** 32) * 2 * Math.PI
      move = [distance * Math.cos(angle), distance * Math.sin(angle)]
      if (known.size < REMEMBERED) known.set(key, move)
    }
    out[0] = x + move[0]
    out[1] = y + move[1]
  }
}
