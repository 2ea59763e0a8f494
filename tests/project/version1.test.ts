import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { BlobSource, ProjectReader } from '../../src/project/index.ts'
import { readDocuments } from '../../src/state/projectDocuments.ts'
import { AnalysisEngine } from '../../src/workers/engine/analysisEngine.ts'

/**
 * Files of version 1 as the product wrote them: sixty made-up incidents in two areas, the filter on Klotter, one saved view. They stay
 * as they are, whatever later versions write.
 */
describe.each([
  { file: 'version1.lagesbild', passphrase: null },
  { file: 'version1-encrypted.lagesbild', passphrase: 'fyra ord för version ett' },
])('$file', ({ file, passphrase }) => {
  const open = () => {
    const bytes = readFileSync(resolve(import.meta.dirname, 'fixtures', file))
    return ProjectReader.begin(new BlobSource(new Blob([bytes])), { passphrase })
  }

  it('opens with its data, areas, types, views and screen', async () => {
    const reader = await open()
    const { data, areas, types, project, screen } = readDocuments(await documents(reader))
    expect(reader.manifest.name).toBe('Sextio brott')
    expect(data).toMatchObject({ invented: false, timeZone: 'Europe/Stockholm', crs: { epsg: 3006 } })
    expect(data.labels.map(({ label }) => label).sort()).toEqual(['', 'Klotter', 'Personrån'])
    expect(data.layers).toHaveLength(1)
    expect(data.layers[0]).toMatchObject({ fileName: 'sextio brott.csv', rows: 60, rejected: 0 })
    expect(data.layers[0]!.keys.row).toEqual(Uint32Array.from({ length: 60 }, (_, k) => k + 1))
    expect(areas.sets[0]!.areas.map(({ name }) => name)).toEqual(['Väst', 'Öst'])
    expect(areas.active).toBe(areas.sets[0]!.id)
    expect(types.taxonomy.categories.length).toBeGreaterThan(3)
    expect(project.views.map(({ name }) => name)).toEqual(['Klottret'])
    expect(screen.fragment).toContain('t=klotter')
  })

  it('counts as it did, and keeps the cells of its source', async () => {
    const reader = await open()
    const { data } = readDocuments(await documents(reader))
    const columns = await reader.columns(data.labels.length)
    const { labels, timeZone, crs } = data
    const { summary } = new AnalysisEngine({ labels, timeZone, crs, columns, sensitive: [] })
    expect(summary).toMatchObject({ rows: 60, withPosition: 53, withClock: 51, kinds: { crime: 60 } })
    const cells = tableFromIPC((await reader.source(0))!)
    expect(cells.schema.fields.map(({ name }) => name)).toEqual([
      'row',
      'tidpunkt',
      'brottstyp',
      'n',
      'e',
      'löpnummer',
    ])
    expect(Array.from(cells.getChild('löpnummer')!)).toEqual(
      Array.from({ length: 60 }, (_, k) => `rad ${k + 1}`),
    )
  })
})

async function documents(reader: ProjectReader): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const subject of Object.keys(reader.manifest.documents)) all[subject] = await reader.document(subject)
  return all
}
