import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NO_CONTENT, type FileContent } from '../../../src/domain/preventionFile/records.ts'
import type { FileSubject } from '../../../src/domain/preventionFile/tables.ts'
import type { FileLanguage } from '../../../src/domain/preventionFile/vocabularies.ts'
import { readOwn } from '../../../src/ingest/prevention/readOwn.ts'
import type { SourceFile } from '../../../src/ingest/source.ts'
import { workFile } from '../../../src/report/prevention/workFile.ts'
import type { WorkFormat } from '../../../src/report/prevention/workFormats.ts'
import { anyMeasures, anyWalks } from './anyWork.ts'

const LANGUAGES = ['sv', 'en'] as const

async function thereAndBack(
  content: FileContent,
  subject: FileSubject,
  format: WorkFormat,
  language: FileLanguage,
): Promise<void> {
  const blob = await workFile(content, subject, format, language)
  const file = Object.defineProperty(blob, 'name', { value: `fil.${format}` }) as SourceFile
  const read = await readOwn(file)
  expect(read?.problems).toEqual([])
  expect(read?.subject).toBe(subject)
  expect(read?.content).toEqual(content)
}

describe.each(LANGUAGES)('walks and measures with headings in %s come back as they were', (language) => {
  it.each(['xlsx', 'csv', 'geojson'] as const)('any walks through %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        anyWalks.filter((walks) => walks.length > 0),
        (walks) => thereAndBack({ ...NO_CONTENT, walks }, 'walks', format, language),
      ),
      { numRuns: 60 },
    )
  })

  it.each(['xlsx', 'csv', 'geojson'] as const)('any measures through %s', async (format) => {
    const held = anyMeasures.filter((work) => Object.values(work).some((list) => list.length > 0))
    await fc.assert(
      fc.asyncProperty(held, (work) => thereAndBack(work, 'measures', format, language)),
      { numRuns: 60 },
    )
  })

  it('any walk through GPX', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWalks.filter((walks) => walks.length > 0),
        ([walk]) => thereAndBack({ ...NO_CONTENT, walks: [walk!] }, 'walks', 'gpx', language),
      ),
      { numRuns: 60 },
    )
  })

  it('the demo through every format', async () => {
    const demo = <T>(name: string) =>
      JSON.parse(readFileSync(new URL(`../../../public/demo/${name}.json`, import.meta.url), 'utf8')) as T
    const walks = demo<FileContent['walks']>('walks')
    const work = demo<Pick<FileContent, 'measures' | 'causes' | 'problems'>>('measures')
    expect(walks).toHaveLength(2)
    expect(work.measures.length).toBeGreaterThan(8)
    for (const format of ['xlsx', 'csv', 'geojson'] as const) {
      await thereAndBack({ ...NO_CONTENT, walks }, 'walks', format, language)
      await thereAndBack({ ...NO_CONTENT, ...work }, 'measures', format, language)
    }
    for (const walk of walks) await thereAndBack({ ...NO_CONTENT, walks: [walk] }, 'walks', 'gpx', language)
  })
})
