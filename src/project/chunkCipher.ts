import type { ByteSink, ByteSource, Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'
import { fromHex } from './hex.ts'
import type { Encryption } from './preamble.ts'

/**
 * Bytes encrypted piece by piece with AES-256-GCM, after the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015: Online
 * authenticated-encryption and its nonce-reuse misuse-resistance): the nonce of a piece is seven random bytes, its number (32 bits,
 * big-endian) and whether it is the last. So a piece that is changed, moved, left out or added, and an end that is cut off, all fail
 * to open. The file's preamble is authenticated with every piece. Each can be opened for itself, which gives random access.
 *
 * Before the pieces stands a tag over nothing, under a nonce of its own: it tells a wrong passphrase from damage further on.
 */
const TAG_BYTES = 16
const PREFIX_BYTES = 7
const MORE = 0
const LAST = 1
const KEY_CHECK = 2

const NOTHING: Bytes = new Uint8Array(0)

/** What sealing and opening share. */
interface Lock {
  key: CryptoKey
  /** Bytes of the file before the tag; authenticated, not encrypted. */
  preamble: Bytes
  encryption: Encryption
}

function parameters({ encryption, preamble }: Lock, index: number, flag: number): AesGcmParams {
  const iv = new Uint8Array(12)
  iv.set(fromHex(encryption.noncePrefix))
  new DataView(iv.buffer).setUint32(PREFIX_BYTES, index)
  iv[11] = flag
  return { name: 'AES-GCM', iv, additionalData: preamble, tagLength: TAG_BYTES * 8 }
}

async function seal(lock: Lock, index: number, flag: number, plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(lock, index, flag), lock.key, plain))
}

async function open(lock: Lock, index: number, flag: number, sealed: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(lock, index, flag), lock.key, sealed))
  } catch {
    return null
  }
}

/** Encrypts what is written and hands it on; `finish` closes the last piece. */
export class SealingSink implements ByteSink {
  #piece: Bytes
  #filled = 0
  #index = 0

  private constructor(
    private readonly sink: ByteSink,
    private readonly lock: Lock,
  ) {
    this.#piece = new Uint8Array(lock.encryption.chunkBytes)
  }

  static async begin(sink: ByteSink, lock: Lock): Promise<SealingSink> {
    await sink.write(await seal(lock, 0, KEY_CHECK, NOTHING))
    return new SealingSink(sink, lock)
  }

  async write(bytes: Bytes): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      // A full piece waits until more comes: only then it is known not to be the last.
      if (this.#filled === this.#piece.length) await this.#seal(MORE)
      const part = bytes.subarray(at, at + this.#piece.length - this.#filled)
      this.#piece.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
    }
  }

  async finish(): Promise<void> {
    await this.#seal(LAST)
  }

  async #seal(flag: number): Promise<void> {
    if (this.#index >= 2 ** 32) throw new ProjectError('tooLarge', {})
    const plain = this.#piece.subarray(0, this.#filled)
    await this.sink.write(await seal(this.lock, this.#index++, flag, plain))
    this.#filled = 0
  }
}

/** Opens encrypted bytes where they are asked for. */
export class OpenedSource implements ByteSource {
  readonly size: number
  readonly #pieces: number
  #held: { index: number; plain: Bytes } | null = null

  private constructor(
    private readonly sealed: ByteSource,
    private readonly lock: Lock,
  ) {
    const { chunkBytes } = lock.encryption
    const length = sealed.size - TAG_BYTES
    this.#pieces = Math.ceil(length / (chunkBytes + TAG_BYTES))
    this.size = length - this.#pieces * TAG_BYTES
    if (this.#pieces === 0 || this.size <= (this.#pieces - 1) * chunkBytes)
      throw new ProjectError('truncated', {})
  }

  /** @throws ProjectError `wrongPassphrase` (or the preamble was changed), `truncated` */
  static async begin(sealed: ByteSource, lock: Lock): Promise<OpenedSource> {
    if (sealed.size < TAG_BYTES) throw new ProjectError('truncated', {})
    const tag = await sealed.read(0, TAG_BYTES)
    if ((await open(lock, 0, KEY_CHECK, tag)) === null) throw new ProjectError('wrongPassphrase', {})
    return new OpenedSource(sealed, lock)
  }

  /** Opens every piece once. @throws ProjectError `damaged` where one is not as it was sealed */
  async verify(progress: (done: number) => void | Promise<void> = () => undefined): Promise<void> {
    for (let index = 0; index < this.#pieces; index++) {
      await this.#piece(index)
      await progress((index + 1) / this.#pieces)
    }
  }

  async read(from: number, to: number): Promise<Bytes> {
    const { chunkBytes } = this.lock.encryption
    const bytes = new Uint8Array(to - from)
    for (let at = from; at < to;) {
      const index = Math.floor(at / chunkBytes)
      const plain = await this.#piece(index)
      const part = plain.subarray(at - index * chunkBytes, to - index * chunkBytes)
      bytes.set(part, at - from)
      at += part.length
    }
    return bytes
  }

  async #piece(index: number): Promise<Bytes> {
    if (this.#held?.index === index) return this.#held.plain
    const stride = this.lock.encryption.chunkBytes + TAG_BYTES
    const start = TAG_BYTES + index * stride
    const sealed = await this.sealed.read(start, Math.min(start + stride, this.sealed.size))
    const plain = await open(this.lock, index, index === this.#pieces - 1 ? LAST : MORE, sealed)
    if (plain === null) throw new ProjectError('damaged', { part: `piece ${index + 1} of ${this.#pieces}` })
    this.#held = { index, plain }
    return plain
  }
}
