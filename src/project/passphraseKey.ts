import { argon2id } from 'hash-wasm'
import type { Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'
import { fromHex } from './hex.ts'
import type { Encryption } from './preamble.ts'

/**
 * A project file travels, and whoever holds it can guess at leisure, so the derivation must cost memory as well as time: Argon2id
 * rather than PBKDF2, which graphics cards try by the million. The second recommended choice of RFC 9106, section 4: three
 * passes over 64 MiB in four lanes, a salt of 128 bits; about half a second in a browser. OWASP's least is 19 MiB and two passes.
 */
export const KEY_COST = { derivation: 'argon2id', memoryKiB: 65_536, iterations: 3, parallelism: 4 } as const

/** The 32 bytes that a passphrase stands for. NFC, so that "å" is one sign on every keyboard (RFC 8265, OpaqueString). */
export async function derivedBytes(passphrase: string, key: Encryption['key']): Promise<Bytes> {
  const derived = await argon2id({
    password: passphrase.normalize('NFC'),
    salt: fromHex(key.salt),
    memorySize: key.memoryKiB,
    iterations: key.iterations,
    parallelism: key.parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
  return Uint8Array.from(derived)
}

/** @throws ProjectError `passphraseNeeded`, `noCrypto` */
export async function passphraseKey(passphrase: string, key: Encryption['key']): Promise<CryptoKey> {
  if (passphrase === '') throw new ProjectError('passphraseNeeded', {})
  // Browsers keep it from pages that come over plain http from another machine.
  if (!globalThis.crypto?.subtle) throw new ProjectError('noCrypto', {})
  const bytes = await derivedBytes(passphrase, key)
  try {
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  } finally {
    bytes.fill(0)
  }
}
