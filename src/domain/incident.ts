/**
 * What an incident is, as the product holds it (one row of typed columns, never an object per row): brott, händelse, brand or
 * räddningsinsats, reparation or åtgärd av skada. Kinds are never summed.
 */
export const INCIDENT_KINDS = ['crime', 'event', 'fire', 'repair'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** Codes of {@link IncidentColumns.kind}: places in {@link INCIDENT_KINDS}. */
export const KIND_CODES: Readonly<Record<IncidentKind, number>> = { crime: 0, event: 1, fire: 2, repair: 3 }

/** One value for each kind. */
export function byKind<T>(valueOf: (kind: IncidentKind) => T): Record<IncidentKind, T> {
  return {
    crime: valueOf('crime'),
    event: valueOf('event'),
    fire: valueOf('fire'),
    repair: valueOf('repair'),
  }
}

/** Value of {@link IncidentColumns.day} where the date is missing. */
export const MISSING_DAY = -2147483648

/** Value of {@link IncidentColumns.startHour} where the clock time is missing. */
export const MISSING_HOUR = 255

/**
 * Columns of n incidents, all of length n, in the order of the layers and of their source files.
 * Metres are in the data set's metric CRS; times are UTC milliseconds of local wall times.
 */
export interface IncidentColumns {
  /** Number of rows. */
  length: number
  /** Easting in metres; NaN where the row has no position. */
  x: Float64Array
  /** Northing in metres; NaN where the row has no position. */
  y: Float64Array
  /** Longitude in degrees WGS84; NaN where the row has no position. */
  lon: Float64Array
  /** Latitude in degrees WGS84; NaN where the row has no position. */
  lat: Float64Array
  /** Start of the interval, or the only time; NaN where the clock time (or the date) is missing. */
  fromUtcMs: Float64Array
  /** End of the interval; NaN where missing. */
  toUtcMs: Float64Array
  /** Local calendar day of the start as days since 1970-01-01; {@link MISSING_DAY} where the date is missing. */
  day: Int32Array
  /** Local hour of the week of the start, 0 = Monday 00-01; {@link MISSING_HOUR} where the clock time is missing. */
  startHour: Uint8Array
  /** Index into the data set's type labels ({@link TypeLabel}); 0 is always "no type given". */
  type: Uint16Array
  /** See {@link KIND_CODES}. */
  kind: Uint8Array
  /** What it cost in SEK; NaN where the row says nothing. */
  cost: Float64Array
  /**
   * Key of the row, unique over the data set's layers: the layer's first key plus the 0-based data row in its file. In a first
   * layer it is the 1-based data row (header not counted). The key into the database's `incidents` table.
   */
  row: Uint32Array
}

/** Allocates empty columns for `length` rows; floats are NaN, days and hours missing. */
export function allocateColumns(length: number): IncidentColumns {
  return {
    length,
    x: new Float64Array(length).fill(NaN),
    y: new Float64Array(length).fill(NaN),
    lon: new Float64Array(length).fill(NaN),
    lat: new Float64Array(length).fill(NaN),
    fromUtcMs: new Float64Array(length).fill(NaN),
    toUtcMs: new Float64Array(length).fill(NaN),
    day: new Int32Array(length).fill(MISSING_DAY),
    startHour: new Uint8Array(length).fill(MISSING_HOUR),
    type: new Uint16Array(length),
    kind: new Uint8Array(length),
    cost: new Float64Array(length).fill(NaN),
    row: new Uint32Array(length),
  }
}

/** Joins column batches in order into one column store. */
export function concatColumns(batches: readonly IncidentColumns[]): IncidentColumns {
  const total = batches.reduce((sum, batch) => sum + batch.length, 0)
  const joined = allocateColumns(total)
  let at = 0
  for (const batch of batches) {
    for (const key of COLUMN_KEYS) joined[key].set(batch[key] as never, at)
    at += batch.length
  }
  return joined
}

/** The typed arrays of {@link IncidentColumns}. */
export const COLUMN_KEYS = [
  'x',
  'y',
  'lon',
  'lat',
  'fromUtcMs',
  'toUtcMs',
  'day',
  'startHour',
  'type',
  'kind',
  'cost',
  'row',
] as const satisfies readonly Exclude<keyof IncidentColumns, 'length'>[]

/** The buffers of the columns, for a worker's transfer list. */
export function columnBuffers(columns: IncidentColumns): ArrayBuffer[] {
  return COLUMN_KEYS.map((key) => columns[key].buffer as ArrayBuffer)
}
