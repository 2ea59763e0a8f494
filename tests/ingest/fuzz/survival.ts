import { expect } from 'vitest'
import { CrimeTypesError, parseCrimeTypes } from '../../../src/domain/crimeTypesFile.ts'
import { createFormatter } from '../../../src/i18n/format.ts'
import { en } from '../../../src/i18n/en.ts'
import { sv } from '../../../src/i18n/sv.ts'
import { AreasError } from '../../../src/ingest/areas/areasError.ts'
import { readAreaShapes } from '../../../src/ingest/areas/areaReading.ts'
import { joinTable } from '../../../src/ingest/areas/joinTable.ts'
import { proposeTableMapping } from '../../../src/ingest/areas/proposeTableMapping.ts'
import { readRecords } from '../../../src/ingest/areas/tableRecords.ts'
import { shapeTable } from '../../../src/ingest/areas/tableShape.ts'
import {
  IngestError,
  load,
  look,
  readFeatures,
  recognise,
  saysWhenOrWhere,
  type LoadBatch,
  type SourceFile,
} from '../../../src/ingest/index.ts'
import { failureSentence } from '../../../src/panels/data/failureSentence.ts'
import { ProjectError } from '../../../src/project/index.ts'
import { readAll } from '../../project/support.ts'

const CATALOGUES = [
  { texts: sv, format: createFormatter('sv') },
  { texts: en, format: createFormatter('en') },
]

/** How often each outcome came, to tell that a suite is not all refusals. */
export const tally = { loaded: 0, areas: 0, refused: 0 }

/** Everything that the page does with a file that is dropped on it, up to the screen. */
export async function takenIn(bytes: Uint8Array, name: string): Promise<void> {
  const source = new File([bytes as BlobPart], name) as SourceFile
  await orRefused(async () => {
    const { kind } = await recognise(source)
    if (kind === 'own') return void parseCrimeTypes(await source.text())
    if (kind === 'areas') {
      const { shapes } = readAreaShapes(await readFeatures(source), null)
      for (const { polygon } of shapes)
        expect(polygon.flat(2).every((at) => at.every(Number.isFinite))).toBe(true)
      tally.areas++
      return
    }
    if (kind === 'routes') return void (await readFeatures(source))
    const { description, mapping, preview } = await look(source)
    expect(preview.rows.length).toBeLessThanOrEqual(20)
    expect(new Set(description.columns.map((column) => column.toLowerCase())).size).toBe(
      description.columns.length,
    )
    if (!saysWhenOrWhere(mapping)) return
    const batches: LoadBatch[] = []
    const report = await load(source, description, mapping, { onBatch: (batch) => void batches.push(batch) })
    const rejected = Object.values(report.rejectedByReason).reduce((sum, count) => sum + count, 0)
    expect(report.rowsRead).toBe(report.rowsLoaded + rejected)
    expect(batches.reduce((sum, { columns }) => sum + columns.length, 0)).toBe(report.rowsLoaded)
    for (const { columns, labels } of batches)
      for (let i = 0; i < columns.length; i++) {
        expect(columns.type[i]).toBeLessThan(labels.length)
        expect(Number.isNaN(columns.x[i]!)).toBe(Number.isNaN(columns.lat[i]!))
        expect(Math.abs(columns.x[i]!)).not.toBe(Infinity)
      }
    tally.loaded++
  })
}

/** Statistics of areas. */
export async function takenAsFigures(bytes: Uint8Array, name: string): Promise<void> {
  await orRefused(async () => {
    const table = shapeTable(await readRecords(new File([bytes as BlobPart], name) as SourceFile))
    const areas = [
      { id: '0180', name: 'Stockholm' },
      { id: '1480', name: 'Göteborg' },
    ]
    const mapping = proposeTableMapping(table, areas)
    if (!mapping) return
    joinTable(table, mapping, areas, { id: 'a', areaSet: 'b' })
    tally.loaded++
  })
}

export async function takenAsProject(bytes: Uint8Array): Promise<void> {
  await orRefused(async () => {
    await readAll(bytes as Uint8Array<ArrayBuffer>)
    tally.loaded++
  })
}

export async function takenAsCrimeTypes(bytes: Uint8Array): Promise<void> {
  await orRefused(() => {
    parseCrimeTypes(new TextDecoder().decode(bytes))
    tally.loaded++
    return Promise.resolve()
  })
}

/** Lets nothing pass but failures that have words, and no change of what every object inherits. */
async function orRefused(take: () => Promise<void>): Promise<void> {
  try {
    await take()
  } catch (error) {
    if (error instanceof ProjectError) expect(error.code).toMatch(/^[a-zA-Z]+$/)
    else if (error instanceof IngestError || error instanceof AreasError || error instanceof CrimeTypesError)
      for (const words of CATALOGUES) {
        const sentence = failureSentence(error, words as never)
        expect(sentence).toMatch(/[.)?]$/)
        expect(sentence).not.toMatch(/undefined|\[object/)
      }
    else throw error
    tally.refused++
  }
  expectNothingInherited()
}

const INHERITED = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
  (prototype) => ({
    prototype,
    names: Reflect.ownKeys(prototype).length,
  }),
)

function expectNothingInherited(): void {
  for (const { prototype, names } of INHERITED) expect(Reflect.ownKeys(prototype).length).toBe(names)
  expect('polluted' in {}).toBe(false)
}
