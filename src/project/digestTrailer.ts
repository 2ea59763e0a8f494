import { createSHA256, type IHasher } from 'hash-wasm'
import type { ByteSink, ByteSource, Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'

/** An unencrypted file ends with the SHA-256 of all bytes before: damage is found before anything is read. */
export const DIGEST_BYTES = 32

const READ_BYTES = 4 * 2 ** 20

/** Passes bytes on; `finish` adds their digest. */
export class DigestedSink implements ByteSink {
  private constructor(
    private readonly sink: ByteSink,
    private readonly hasher: IHasher,
  ) {}

  static async begin(sink: ByteSink): Promise<DigestedSink> {
    return new DigestedSink(sink, (await createSHA256()).init())
  }

  write(bytes: Bytes): Promise<void> | void {
    this.hasher.update(bytes)
    return this.sink.write(bytes)
  }

  async finish(): Promise<void> {
    await this.sink.write(Uint8Array.from(this.hasher.digest('binary')))
  }
}

/** Holds a whole file to its digest. @throws ProjectError `truncated`, `damaged` */
export async function verifyDigest(
  file: ByteSource,
  progress: (done: number) => void | Promise<void> = () => undefined,
): Promise<void> {
  const end = file.size - DIGEST_BYTES
  if (end < 0) throw new ProjectError('truncated', {})
  const hasher = (await createSHA256()).init()
  for (let at = 0; at < end; at += READ_BYTES) {
    hasher.update(await file.read(at, Math.min(at + READ_BYTES, end)))
    await progress(Math.min(1, (at + READ_BYTES) / end))
  }
  const expected = await file.read(end, file.size)
  const found = hasher.digest('binary')
  if (found.some((byte, i) => byte !== expected[i])) throw new ProjectError('damaged', { part: 'digest' })
}
