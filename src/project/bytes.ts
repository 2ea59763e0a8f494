/** Bytes in a buffer that is not shared: what the web's own interfaces take. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Bytes that can be read anywhere, a piece at a time. */
export interface ByteSource {
  readonly size: number
  /** Bytes [from, to), within the size. @throws ProjectError */
  read(from: number, to: number): Promise<Bytes>
}

/** Takes bytes in order. */
export interface ByteSink {
  write(bytes: Bytes): Promise<void> | void
}

/** The bytes of a file, from `start` on; the browser reads them from the disk as they are asked for. */
export class BlobSource implements ByteSource {
  readonly size: number

  constructor(
    private readonly blob: Blob,
    private readonly start = 0,
    end = blob.size,
  ) {
    this.size = end - start
  }

  async read(from: number, to: number): Promise<Bytes> {
    return new Uint8Array(await this.blob.slice(this.start + from, this.start + to).arrayBuffer())
  }
}

/** Runs joined to this size become blobs, which browsers keep outside the page's heap. */
const FOLD_BYTES = 8 * 2 ** 20

/** Gathers bytes as one blob. */
export class BlobSink implements ByteSink {
  #folded: Blob[] = []
  #loose: Bytes[] = []
  #looseBytes = 0

  /** @param bytes kept, not copied */
  write(bytes: Bytes): void {
    this.#loose.push(bytes)
    this.#looseBytes += bytes.length
    if (this.#looseBytes >= FOLD_BYTES) this.#fold()
  }

  finish(type: string): Blob {
    this.#fold()
    return new Blob(this.#folded, { type })
  }

  #fold(): void {
    this.#folded.push(new Blob(this.#loose))
    this.#loose = []
    this.#looseBytes = 0
  }
}
