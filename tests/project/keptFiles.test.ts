import { beforeEach, describe, expect, it } from 'vitest'
import {
  keptFiles,
  keptInfo,
  KeptSink,
  readKept,
  removeEntry,
  type KeptFileHandle,
  type KeptFolder,
} from '../../src/project/keptFiles.ts'
import type { Bytes } from '../../src/project/index.ts'
import { written } from './support.ts'

/** A private file system with so much room. */
class Folder implements KeptFolder {
  files = new Map<string, Uint8Array>()
  room = Infinity
  busy = false
  /** How many removals are refused yet, as while a worker that was stopped still holds its file. */
  refusals = 0

  async *values() {
    for (const name of this.files.keys()) yield { kind: 'file', name }
  }

  async getFileHandle(name: string, options?: { create: boolean }): Promise<KeptFileHandle> {
    if (!this.files.has(name) && options?.create) this.files.set(name, new Uint8Array(0))
    return {
      getFile: async () => new File([(this.files.get(name) ?? new Uint8Array(0)) as Bytes], name),
      createSyncAccessHandle: async () => {
        if (this.busy) throw new DOMException('held', 'NoModificationAllowedError')
        return {
          write: (bytes, { at }) => {
            if (at + bytes.length > this.room) throw new DOMException('full', 'QuotaExceededError')
            // A write may take less than it is given.
            const part = bytes.subarray(0, Math.max(1, bytes.length >> 1))
            const grown = new Uint8Array(at + part.length)
            grown.set(this.files.get(name)!)
            grown.set(part, at)
            this.files.set(name, grown)
            return part.length
          },
          truncate: () => undefined,
          flush: () => undefined,
          close: () => undefined,
        }
      },
    }
  }

  async removeEntry(name: string): Promise<void> {
    if (this.refusals-- > 0) throw new DOMException('held', 'NoModificationAllowedError')
    if (!this.files.has(name)) throw new DOMException('gone', 'NotFoundError')
    this.files.delete(name)
  }
}

let folder: Folder
beforeEach(() => (folder = new Folder()))

async function keep(bytes: Bytes, kind: 'whole' | 'changes' = 'whole'): Promise<void> {
  const sink = await KeptSink.begin(folder, kind)
  sink.write(bytes)
  expect(await sink.keep()).toBe(bytes.length)
}

const names = () => [...folder.files.keys()]

describe('what is kept', () => {
  it('is written whole, and leaves what it takes the place of', async () => {
    const project = await written({ passphrase: null })
    await keep(Uint8Array.of(1))
    await keep(Uint8Array.of(2), 'changes')
    await keep(Uint8Array.of(3), 'changes')
    expect(names()).toEqual(['1.lagesbild', '3.changes.lagesbild'])
    await keep(project)
    expect(names()).toEqual(['4.lagesbild'])
    const [file] = await keptFiles(folder)
    expect(new Uint8Array(await (await readKept(folder, file!)).arrayBuffer())).toEqual(project)
    expect(await keptInfo(folder)).toMatchObject({ bytes: project.length, header: { name: 'Centrum' } })
  })

  it('stays where a later write finds no room', async () => {
    await keep(Uint8Array.of(1, 2, 3))
    folder.room = 2
    const sink = await KeptSink.begin(folder, 'whole')
    expect(() => sink.write(Uint8Array.of(1, 2, 3))).toThrowError(
      expect.objectContaining({ code: 'storageFull' }) as Error,
    )
    await sink.discard()
    expect(names()).toEqual(['1.lagesbild'])
  })

  it('is left alone while another tab holds it', async () => {
    folder.busy = true
    await expect(KeptSink.begin(folder, 'whole')).rejects.toMatchObject({ code: 'storageBusy' })
  })

  it('is removed once the worker that wrote it has let go, or was removed already', async () => {
    await keep(Uint8Array.of(1))
    folder.refusals = 2
    await removeEntry(folder, '1.lagesbild')
    expect(names()).toEqual([])
    await removeEntry(folder, '1.lagesbild')
  })

  it('is not said to be removed while another tab holds it', async () => {
    await keep(Uint8Array.of(1))
    folder.refusals = Infinity
    await expect(removeEntry(folder, '1.lagesbild', 60)).rejects.toMatchObject({ code: 'storageBusy' })
    expect(names()).toEqual(['1.lagesbild'])
  })

  it('is nothing where there is nothing of ours', async () => {
    folder.files.set('annat.txt', Uint8Array.of(1))
    expect(await keptFiles(folder)).toEqual([])
    expect(await keptInfo(folder)).toBeNull()
  })
})
