import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { NO_CONTENT, type FileContent } from '../../../src/domain/preventionFile/records.ts'
import { readOwn } from '../../../src/ingest/prevention/readOwn.ts'
import { findPersonal } from '../../../src/ingest/prevention/workTexts.ts'
import { recognise } from '../../../src/ingest/recognise.ts'
import type { SourceFile } from '../../../src/ingest/source.ts'
import { workFile } from '../../../src/report/prevention/workFile.ts'

const demoBytes = (name: string) => readFileSync(new URL(`../../../public/demo/${name}`, import.meta.url))
const demo = <T>(name: string) => JSON.parse(demoBytes(name).toString('utf8')) as T
const named = (blob: Blob, name: string) => Object.defineProperty(blob, 'name', { value: name }) as SourceFile

const walks = demo<FileContent['walks']>('walks.json')
const work = demo<Pick<FileContent, 'measures' | 'causes' | 'problems'>>('measures.json')

describe.each(['sv', 'en'] as const)('files with headings in %s', (language) => {
  it.each(['xlsx', 'csv', 'geojson'] as const)('are told by their content: %s', async (format) => {
    const ofWalks = await workFile({ ...NO_CONTENT, walks }, 'walks', format, language)
    const ofMeasures = await workFile({ ...NO_CONTENT, ...work }, 'measures', format, language)
    expect(await recognise(named(ofWalks, 'a'))).toEqual({ kind: 'walks' })
    expect(await recognise(named(ofMeasures, 'a'))).toEqual({ kind: 'measures' })
  })

  it('are told without the mark that other programs drop', async () => {
    const blob = await workFile({ ...NO_CONTENT, walks }, 'walks', 'geojson', language)
    const { features } = JSON.parse(await blob.text()) as GeoJSON.FeatureCollection
    // As QGIS saves it: no foreign members, and lists as JSON texts.
    const saved = features.map(({ properties, ...rest }) => ({
      ...rest,
      properties: Object.fromEntries(
        Object.entries(properties ?? {}).map(([key, value]: [string, unknown]) => [
          key,
          typeof value === 'object' ? JSON.stringify(value) : value,
        ]),
      ),
    }))
    const file = named(new Blob([JSON.stringify({ type: 'FeatureCollection', features: saved })]), 'b')
    expect(await recognise(file)).toEqual({ kind: 'walks' })
    expect((await readOwn(file))?.content.walks).toEqual(walks)
  })
})

it('a walk as GPX is a walk', async () => {
  const blob = await workFile({ ...NO_CONTENT, walks: [walks[0]!] }, 'walks', 'gpx', 'sv')
  expect(await recognise(named(blob, 'a'))).toEqual({ kind: 'walks' })
})

it("the demo's other files stay what they are", async () => {
  const kind = async (name: string) =>
    (await recognise(named(new Blob([demoBytes(name) as BlobPart]), name))).kind
  expect(await kind('incidents.csv')).toBe('incidents')
  expect(await kind('repairs.csv')).toBe('incidents')
  expect(await kind('areas.geojson')).toBe('areas')
})

it("nothing in the demo's texts is taken for a person's", () => {
  expect(findPersonal({ ...NO_CONTENT, walks, ...work })).toEqual([])
})

it('ten thousand observations go through every format', async () => {
  const [walk] = walks
  const many = {
    ...walk!,
    observations: Array.from({ length: 10_000 }, (_, k) => ({
      ...walk!.observations[k % walk!.observations.length]!,
      id: `o${k}`,
      lon: 18 + k / 1e5,
    })),
  }
  for (const format of ['xlsx', 'csv', 'geojson', 'gpx'] as const) {
    const blob = await workFile({ ...NO_CONTENT, walks: [many] }, 'walks', format, 'sv')
    const file = named(blob, 'stor')
    expect((await recognise(file)).kind).toBe('walks')
    const read = await readOwn(file)
    expect(read!.problems).toEqual([])
    expect(isDeepStrictEqual(read!.content.walks, [many])).toBe(true)
  }
}, 120_000)

it('a text that Excel cannot hold is a failure with words, and goes through the others', async () => {
  const long = { ...walks[0]!, organiser: 'å'.repeat(40_000) }
  const content = { ...NO_CONTENT, walks: [long] }
  await expect(workFile(content, 'walks', 'xlsx', 'sv')).rejects.toMatchObject({ code: 'textTooLong' })
  for (const format of ['csv', 'geojson', 'gpx'] as const)
    expect(
      (await readOwn(named(await workFile(content, 'walks', format, 'sv'), 'lång')))?.content.walks,
    ).toEqual([long])
})
