import { describe, expect, it } from 'vitest'
import { ArchiveWriter } from '../../src/project/archive.ts'
import { BlobSink, ProjectError, ProjectReader, type Bytes } from '../../src/project/index.ts'
import { DigestedSink } from '../../src/project/digestTrailer.ts'
import { migrate } from '../../src/project/manifest.ts'
import { writePreamble } from '../../src/project/preamble.ts'
import { CREATED, someColumns, sourceOf, written } from './support.ts'

interface Forged {
  entries?: Record<string, Bytes>
  /** Changes the manifest that belongs to the entries. */
  manifest?: (manifest: Record<string, unknown>) => unknown
}

/** A file whose every digest is right and whose contents this product would not write. */
async function forged({ entries = {}, manifest = (same) => same }: Forged): Promise<Bytes> {
  const sink = new BlobSink()
  const digested = await DigestedSink.begin(sink)
  await digested.write(
    writePreamble({ encryption: null, name: 'x', created: CREATED, data: '', rows: 0, layers: 0 }),
  )
  const archive = new ArchiveWriter(digested)
  for (const [name, bytes] of Object.entries(entries)) await archive.add(name, bytes)
  await archive.finish(
    manifest({
      product: { name: 'Lägesbild', version: '9' },
      name: 'x',
      created: CREATED,
      byteOrder: 'little',
      entries: archive.records,
      incidents: null,
      incidentsDigest: '',
      documents: {},
    }),
  )
  await digested.finish()
  return new Uint8Array(await sink.finish('').arrayBuffer())
}

const text = (value: string): Bytes => new TextEncoder().encode(value)

async function codeOf(task: Promise<unknown>): Promise<string> {
  try {
    await task
    return 'opened'
  } catch (error) {
    return error instanceof ProjectError ? error.code : `unforeseen: ${String(error)}`
  }
}

const open = (bytes: Bytes) => ProjectReader.begin(sourceOf(bytes), { passphrase: null })

describe('a file that is whole and still not one of ours', () => {
  it.each([
    ['no manifest of ours', { manifest: () => ({ hej: 1 }) }],
    ['a manifest that is a list', { manifest: () => [] }],
    ['another byte order', { manifest: (own: object) => ({ ...own, byteOrder: 'big' }) }],
    [
      'entries that nothing lists',
      { entries: { a: text('a') }, manifest: (own: object) => ({ ...own, entries: [] }) },
    ],
    [
      'one entry listed twice',
      {
        entries: { a: text('a') },
        manifest: (own: { entries: object[] }) => ({ ...own, entries: [...own.entries, ...own.entries] }),
      },
    ],
  ] as [string, Forged][])('is refused with %s', async (_, forgery) => {
    expect(await codeOf(open(await forged(forgery)))).toBe('unsound')
  })

  it('is refused where an entry is not what the list says', async () => {
    const reader = await open(
      await forged({
        entries: { 'd.json': text('{}') },
        manifest: (own) => ({
          ...own,
          documents: { d: 'd.json', e: 'gone.json' },
          entries: (own.entries as { sha256: string }[]).map((entry) => ({
            ...entry,
            sha256: 'f'.repeat(64),
          })),
        }),
      }),
    )
    expect(await codeOf(reader.document('d'))).toBe('damaged')
    expect(await codeOf(reader.document('e'))).toBe('unsound')
    expect(await reader.document('toString')).toBeUndefined()
    expect(await reader.document('__proto__')).toBeUndefined()
  })

  it('cannot reach an object’s ancestor through its JSON', async () => {
    const reader = await open(
      await forged({
        entries: { 'd.json': text('{"__proto__": {"polluted": 1}, "a": {"__proto__": {"polluted": 1}}}') },
        manifest: (own) => ({ ...own, documents: { d: 'd.json' } }),
      }),
    )
    expect(await reader.document('d')).toEqual({ a: {} })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('does not make room for more than it brings', async () => {
    const columns = { key: 'x', type: 'float64', entry: 'x' }
    const bomb = await open(
      await forged({
        entries: { x: new Uint8Array(8) },
        manifest: (own) => ({ ...own, incidents: { rows: 2 ** 32 - 1, columns: [columns], runs: [] } }),
      }),
    )
    expect(await codeOf(bomb.columns(1))).toBe('unsound')
    const array = await open(
      await forged({
        entries: {
          'd.json': text('{"typedArray":{"type":"float64","length":9007199254740991,"entry":"a"}}'),
          a: text(''),
        },
        manifest: (own) => ({ ...own, documents: { d: 'd.json' } }),
      }),
    )
    expect(await codeOf(array.document('d'))).toBe('unsound')
  })

  it('does not unpack what is far larger than the file', async () => {
    const bytes = await forged({ entries: { a: new Uint8Array(100 * 2 ** 20) } })
    expect(bytes.length).toBeLessThan(2 ** 18)
    expect(await codeOf(open(bytes))).toBe('tooLarge')
  })

  it('is refused where its documents are no JSON', async () => {
    for (const broken of ['{', '\ud800', '{"typedArray": 5}']) {
      const bytes = broken === '\ud800' ? Uint8Array.of(0xff, 0xfe) : text(broken)
      const reader = await open(
        await forged({
          entries: { 'd.json': bytes },
          manifest: (own) => ({ ...own, documents: { d: 'd.json' } }),
        }),
      )
      expect(await codeOf(reader.document('d')), broken).toBe('unsound')
    }
  })
})

describe('columns from outside', () => {
  const harm: [string, (columns: ReturnType<typeof someColumns>) => void][] = [
    ['a type that no label stands for', ({ type }) => (type[1] = 3)],
    ['a kind that there is not', ({ kind }) => (kind[1] = 4)],
    ['an hour past the week', ({ startHour }) => (startHour[1] = 168)],
    ['a day that no calendar of months reaches', ({ day }) => (day[1] = 2_000_000_000)],
    ['a place that is endless', ({ x }) => (x[1] = Infinity)],
    ['half a place', ({ y }) => (y[1] = NaN)],
    ['a key that stands twice', ({ row }) => (row[1] = row[0]!)],
  ]
  it.each(harm)('are refused with %s', async (_, change) => {
    const columns = someColumns()
    change(columns)
    const reader = await open(await written({ passphrase: null }, columns))
    expect(await codeOf(reader.columns(3))).toBe('unsound')
  })
})

describe('older versions', () => {
  it('are brought up step by step, each once and in order', () => {
    const steps = ['a', 'b', 'c'].map((sign) => (older: unknown) => `${older as string}${sign}`)
    expect(migrate('1', 1, steps)).toBe('1abc')
    expect(migrate('3', 3, steps)).toBe('3c')
    expect(migrate('4', 4, steps)).toBe('4')
  })
})
