import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ProjectError, type Bytes } from '../../src/project/index.ts'
import { LITTLE_COST, readAll, seededBytes, written } from './support.ts'

const PASSPHRASE = 'korrekt häst batteri häfta'
const CHUNK = 200
let clear: Bytes
let locked: Bytes
let lockedAgain: Bytes

beforeAll(async () => {
  const options = { passphrase: PASSPHRASE, cost: LITTLE_COST, chunkBytes: CHUNK }
  clear = await written({ passphrase: null })
  locked = await written({ ...options, random: seededBytes(1) })
  lockedAgain = await written({ ...options, random: seededBytes(2) })
})

/** Where the tag and the encrypted pieces begin. */
const pieces = (bytes: Bytes) => 14 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(10, true)

async function outcome(bytes: Bytes): Promise<string> {
  try {
    await readAll(bytes, PASSPHRASE)
    return 'opened'
  } catch (error) {
    return error instanceof ProjectError ? error.code : `unforeseen: ${String(error)}`
  }
}

function flipped(bytes: Bytes, at: number, bit: number): Bytes {
  const changed = bytes.slice()
  changed[at]! ^= 1 << bit
  return changed
}

const REFUSED = ['notProject', 'newerVersion', 'damaged', 'truncated', 'unsound', 'wrongPassphrase']

describe.each([
  ['in clear', () => clear],
  ['encrypted', () => locked],
] as const)('a project %s', (_, file) => {
  it('opens untouched', async () => {
    expect(await outcome(file())).toBe('opened')
  })

  it('does not open with any one bit changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(7), async (place, bit) => {
        expect(REFUSED).toContain(await outcome(flipped(file(), place % file().length, bit)))
      }),
      { numRuns: 400 },
    )
  })

  it('does not open cut off anywhere, or with anything after its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (place) => {
        expect(REFUSED).toContain(await outcome(file().slice(0, place % file().length)))
      }),
      { numRuns: 150 },
    )
    const longer = new Uint8Array(file().length + 1)
    longer.set(file())
    expect(REFUSED).toContain(await outcome(longer))
  })
})

describe('encrypted pieces', () => {
  const stride = CHUNK + 16
  const piece = (bytes: Bytes, index: number) => {
    const start = pieces(bytes) + 16 + index * stride
    return bytes.subarray(start, start + stride)
  }

  it('cannot change places', async () => {
    const swapped = locked.slice()
    swapped.set(piece(locked, 1), pieces(locked) + 16)
    swapped.set(piece(locked, 0), pieces(locked) + 16 + stride)
    expect(await outcome(swapped)).toBe('damaged')
  })

  it('cannot be left out, at the end as elsewhere', async () => {
    const start = pieces(locked) + 16
    const whole = Math.floor((locked.length - start) / stride)
    expect(await outcome(locked.slice(0, start + whole * stride))).toBe('damaged')
    const without = new Uint8Array(locked.length - stride)
    without.set(locked.subarray(0, start))
    without.set(locked.subarray(start + stride), start)
    expect(await outcome(without)).toBe('damaged')
  })

  it('cannot come from another save with the same passphrase', async () => {
    const mixed = locked.slice()
    mixed.set(piece(lockedAgain, 2), pieces(locked) + 16 + 2 * stride)
    expect(await outcome(mixed)).toBe('damaged')
  })

  it('belong to their header: another one, however well formed, opens nothing', async () => {
    const text = new TextDecoder().decode(locked.subarray(14, pieces(locked)))
    const other = text.replace('"chunkBytes":200', '"chunkBytes":100')
    expect(other).not.toBe(text)
    const changed = locked.slice()
    changed.set(new TextEncoder().encode(other), 14)
    expect(await outcome(changed)).toBe('wrongPassphrase')
  })
})

it('is told by its first bytes, whatever it is called', async () => {
  expect(await outcome(new Uint8Array(0))).toBe('notProject')
  expect(await outcome(new TextEncoder().encode('tid;typ\n2024-05-01;Klotter\n'))).toBe('notProject')
  expect(await outcome(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe('notProject')
})
