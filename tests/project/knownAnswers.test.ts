import { createDecipheriv, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { derivedBytes, KEY_COST } from '../../src/project/passphraseKey.ts'
import { readPreamble } from '../../src/project/index.ts'
import { fromHex, toHex } from '../../src/project/hex.ts'
import { LITTLE_COST, seededBytes, sourceOf, written } from './support.ts'

describe('the derivation of the key', () => {
  it('is Argon2id version 1.3, as the reference implementation has it', async () => {
    // phc-winner-argon2, src/test.c: hashtest(0x13, 2, 16, 1, "password", "somesalt", …, Argon2_id), and with other parameters.
    const cases = [
      [65_536, 2, 1, 'password', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
      [256, 2, 1, 'password', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
      [256, 2, 2, 'password', '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
      [65_536, 2, 1, 'differentpassword', '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
    ] as const
    for (const [memoryKiB, iterations, parallelism, passphrase, expected] of cases) {
      const salt = toHex(new TextEncoder().encode('somesalt'))
      const key = { ...KEY_COST, memoryKiB, iterations, parallelism, salt }
      expect(toHex(await derivedBytes(passphrase, key))).toBe(expected)
    }
  })

  it('costs at least what OWASP asks for: 19 MiB and two passes', () => {
    expect(KEY_COST.memoryKiB).toBeGreaterThanOrEqual(19_456)
    expect(KEY_COST.iterations).toBeGreaterThanOrEqual(2)
  })
})

describe('an encrypted project', () => {
  it("is opened by Node's own AES-256-GCM, piece by piece, from what its header says", async () => {
    const passphrase = 'ett känt svar'
    const bytes = await written({
      passphrase,
      cost: LITTLE_COST,
      chunkBytes: 300,
      random: seededBytes(3),
    })
    const { header, bytes: preamble } = await readPreamble(sourceOf(bytes))
    const { key, noncePrefix, chunkBytes } = header.encryption!
    const secret = await derivedBytes(passphrase, key)
    const body = bytes.subarray(preamble.length)
    const open = (index: number, flag: number, sealed: Uint8Array) => {
      const nonce = Buffer.concat([fromHex(noncePrefix), Buffer.alloc(5)])
      nonce.writeUInt32BE(index, 7)
      nonce[11] = flag
      const decipher = createDecipheriv('aes-256-gcm', secret, nonce)
      decipher.setAAD(preamble)
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    }
    expect(open(0, 2, body.subarray(0, 16))).toHaveLength(0)
    const count = Math.ceil((body.length - 16) / (chunkBytes + 16))
    expect(count).toBeGreaterThan(3)
    const plain = Buffer.concat(
      Array.from({ length: count }, (_, index) => {
        const start = 16 + index * (chunkBytes + 16)
        return open(index, index === count - 1 ? 1 : 0, body.subarray(start, start + chunkBytes + 16))
      }),
    )
    expect(plain.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(plain.subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006')
  })

  it('ends in the digest that Node computes where it is not encrypted', async () => {
    const bytes = await written({ passphrase: null })
    const digest = await webcrypto.subtle.digest('SHA-256', bytes.subarray(0, -32))
    expect(toHex(bytes.subarray(-32))).toBe(toHex(new Uint8Array(digest)))
  })
})
