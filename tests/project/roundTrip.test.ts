import { describe, expect, it } from 'vitest'
import { COLUMN_KEYS } from '../../src/domain/incident.ts'
import { looksLikeProject, ProjectReader, readPreamble } from '../../src/project/index.ts'
import {
  CREATED,
  DOCUMENTS,
  LITTLE_COST,
  readAll,
  seededBytes,
  someColumns,
  sourceOf,
  written,
} from './support.ts'

const LOCKED = { passphrase: 'fyra ord är bättre', cost: LITTLE_COST, chunkBytes: 64 }

describe.each([
  { name: 'in clear', options: { passphrase: null }, passphrase: null },
  { name: 'encrypted', options: LOCKED, passphrase: LOCKED.passphrase },
])('a project $name', ({ options, passphrase }) => {
  it('gives back every column to the bit, the source and the documents', async () => {
    const columns = someColumns(101)
    const bytes = await written(options, columns)
    expect(looksLikeProject(bytes.subarray(0, 8))).toBe(true)
    const read = await readAll(bytes, passphrase)
    for (const key of COLUMN_KEYS)
      expect(new Uint8Array(read.columns[key].buffer), `${key} to the bit, missing values too`).toEqual(
        new Uint8Array(columns[key].buffer),
      )
    expect(read.source).toBe('cells')
    expect(read.documents).toEqual(DOCUMENTS)
    expect(read.manifest).toMatchObject({ name: 'Centrum', created: CREATED, byteOrder: 'little' })
  })

  it('holds no rows at all as well', async () => {
    expect((await readAll(await written(options, someColumns(0)), passphrase)).columns.length).toBe(0)
  })

  it('is the same bytes for the same content, time and random numbers', async () => {
    const random = () => ({ ...options, random: seededBytes(7) })
    expect(await written(random())).toEqual(await written(random()))
  })
})

describe('what a file says in clear', () => {
  it('is its name, time and counts where it is not encrypted', async () => {
    const { header, version } = await readPreamble(sourceOf(await written({ passphrase: null })))
    expect(version).toBe(1)
    expect(header).toEqual({
      encryption: null,
      name: 'Centrum',
      created: CREATED,
      data: 'abc',
      rows: 5,
      layers: 1,
    })
  })

  it('is how it is encrypted and nothing else where it is', async () => {
    const bytes = await written(LOCKED)
    const { header, bytes: preamble } = await readPreamble(sourceOf(bytes))
    expect(Object.keys(header)).toEqual(['encryption'])
    expect(Object.keys(header.encryption!).sort()).toEqual(['chunkBytes', 'cipher', 'key', 'noncePrefix'])
    const inClear = new TextDecoder('latin1').decode(bytes)
    for (const word of ['Centrum', '2026-11', 'manifest', 'incidents', 'PK\u0003\u0004', 'cells'])
      expect(inClear, word).not.toContain(word)
    expect(new TextDecoder().decode(preamble)).not.toContain('rows')
  })

  it('never repeats a salt or a nonce from one save to the next', async () => {
    const headers = await Promise.all(
      Array.from({ length: 8 }, async () => (await readPreamble(sourceOf(await written(LOCKED)))).header),
    )
    expect(new Set(headers.map(({ encryption }) => encryption!.key.salt)).size).toBe(8)
    expect(new Set(headers.map(({ encryption }) => encryption!.noncePrefix)).size).toBe(8)
  })
})

describe('a passphrase', () => {
  it('is the same however its accents are typed', async () => {
    const bytes = await written({ ...LOCKED, passphrase: 'Ängsö' })
    expect((await readAll(bytes, 'A\u0308ngso\u0308')).source).toBe('cells')
  })

  it('that is wrong or missing is told apart from damage', async () => {
    const bytes = await written(LOCKED)
    const open = (passphrase: string | null) => ProjectReader.begin(sourceOf(bytes), { passphrase })
    await expect(open('Fyra ord är bättre')).rejects.toMatchObject({ code: 'wrongPassphrase' })
    await expect(open(null)).rejects.toMatchObject({ code: 'passphraseNeeded' })
    await expect(open('')).rejects.toMatchObject({ code: 'passphraseNeeded' })
  })
})

describe('an unencrypted project', () => {
  it('opens as a zip in any tool that takes one with something before it', async () => {
    const { unzipSync } = await import('fflate')
    const bytes = await written({ passphrase: null })
    const { bytes: preamble } = await readPreamble(sourceOf(bytes))
    const files = unzipSync(bytes.subarray(preamble.length))
    expect(JSON.parse(new TextDecoder().decode(files['documents/dataset.json']))).toMatchObject({
      labels: DOCUMENTS.dataset.labels,
    })
    expect(Object.keys(files).filter((name) => name.startsWith('incidents/columns/'))).toHaveLength(
      COLUMN_KEYS.length,
    )
  })
})
