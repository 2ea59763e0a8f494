import type { IncidentColumns } from '../../domain/incident.ts'

/** Positions that are rounded before they came to us: a "place" is then a cell of this size. */
export interface PositionLattice {
  /** Metres between neighbouring positions, easterly and northerly. */
  stepX: number
  stepY: number
  /** Decimals of degrees, or null where metres were rounded. */
  decimals: number | null
}

/** Positions that are looked at. */
const SAMPLE = 20_000
/** Fewer different coordinates could be round by chance. */
const FEWEST = 10
/** Share that has to lie on the lattice: some rows may come from another source. */
const MOST_OF_THEM = 0.99
/** Degrees of latitude in metres (mean of the WGS 84 ellipsoid). */
const DEGREE = 111_132
const METRE_STEPS = [1000, 500, 250, 200, 100, 50, 25, 20, 10]

/** The lattice on which a data set's positions lie, whatever is chosen of it; null where they are finer than some ten metres. */
export function positionLattice({ length, x, y, lon, lat }: IncidentColumns): PositionLattice | null {
  const every = Math.max(1, Math.floor(length / SAMPLE))
  const sampled = (column: Float64Array) => {
    const values = new Set<number>()
    for (let i = 0; i < length; i += every) if (!Number.isNaN(column[i])) values.add(column[i])
    return [...values]
  }
  const eastings = sampled(x)
  const northings = sampled(y)
  if (eastings.length >= FEWEST && northings.length >= FEWEST)
    for (const step of METRE_STEPS)
      if (onSteps(eastings, step) && onSteps(northings, step))
        return { stepX: step, stepY: step, decimals: null }
  const longitudes = sampled(lon)
  const latitudes = sampled(lat)
  for (const decimals of [1, 2, 3, 4]) {
    if (!isRoundTo(longitudes, decimals) || !isRoundTo(latitudes, decimals)) continue
    const middle = latitudes.reduce((sum, value) => sum + value, 0) / latitudes.length
    const stepY = DEGREE / 10 ** decimals
    return { stepX: stepY * Math.cos((middle * Math.PI) / 180), stepY, decimals }
  }
  return null
}

/** Whether the values leave the same rest, to the metre, when divided by the step: corners or centres of a grid. */
function onSteps(values: number[], step: number): boolean {
  const rests = new Map<number, number>()
  for (const value of values) {
    const rest = (((Math.round(value) % step) + step) % step) % step
    rests.set(rest, (rests.get(rest) ?? 0) + 1)
  }
  return Math.max(...rests.values()) >= MOST_OF_THEM * values.length
}

function isRoundTo(degrees: number[], decimals: number): boolean {
  if (degrees.length < FEWEST) return false
  const scale = 10 ** decimals
  // A projection there and back costs less than a thousandth of the step.
  const round = degrees.filter((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-3)
  return round.length >= MOST_OF_THEM * degrees.length
}
