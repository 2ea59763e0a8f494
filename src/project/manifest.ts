import * as v from 'valibot'
import { COLUMN_KEYS } from '../domain/incident.ts'
import { COLUMN_TYPES } from './columns.ts'
import { ProjectError } from './errors.ts'

/** Version of the product, as in package.json, that is written into what is saved. */
export const PRODUCT_VERSION = '0.1.0'

const size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const rows = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1))

/** What an archive of a project holds: the list that its last entry, `manifest.json`, is. */
export const manifestSchema = v.object({
  product: v.object({ name: v.literal('Lägesbild'), version: v.string() }),
  name: v.pipe(v.string(), v.maxLength(500)),
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** Of all numbers in the columns. */
  byteOrder: v.literal('little'),
  /** Every entry but the manifest. */
  entries: v.array(v.object({ name: v.string(), bytes: size, sha256: v.string() })),
  /** The incidents as typed columns; null in a file that only adds to another's (see `bytesOf`). */
  incidents: v.nullable(
    v.object({
      rows,
      columns: v.array(
        v.object({ key: v.picklist(COLUMN_KEYS), type: v.picklist(COLUMN_TYPES), entry: v.string() }),
      ),
      /**
       * The rows in their order, in runs of one layer each. `source` holds the cells of the layer's file for the run, as an Arrow IPC
       * stream: row keys (uint32), then the file's columns (utf8); null where there is no file.
       */
      runs: v.array(v.object({ layer: rows, rows, source: v.nullable(v.string()) })),
    }),
  ),
  /**
   * SHA-256 over the digests of the incidents' entries: which rows these documents belong to. A file without incidents belongs to the
   * one with the same value.
   */
  incidentsDigest: v.string(),
  /** JSON entries by their subject. */
  documents: v.record(v.string(), v.string()),
})

export type ProjectManifest = v.InferOutput<typeof manifestSchema>

/** A manifest as an earlier version wrote it, in the form of the next version. */
export type Migration = (manifest: unknown) => unknown

/** `MIGRATIONS[n - 1]` brings a manifest of version n to version n + 1. */
export const MIGRATIONS: readonly Migration[] = []

/** Brings a manifest of an older version step by step to the present form. */
export function migrate(
  manifest: unknown,
  version: number,
  steps: readonly Migration[] = MIGRATIONS,
): unknown {
  return steps.slice(version - 1).reduce((older, step) => step(older), manifest)
}

/** @throws ProjectError `unsound` */
export function parseManifest(manifest: unknown, version: number): ProjectManifest {
  const parsed = v.safeParse(manifestSchema, migrate(manifest, version))
  if (parsed.success) return parsed.output
  throw new ProjectError('unsound', { part: v.getDotPath(parsed.issues[0]) ?? 'manifest' })
}
