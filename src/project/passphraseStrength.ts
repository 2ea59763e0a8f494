/** How long a passphrase is advised to be: four words, or twelve signs at random. */
export const ADVISED_LENGTH = 12

export type PassphraseStrength = 'none' | 'short' | 'monotonous' | 'fair' | 'good'

/** Signs of which a passphrase must have as many different ones not to be a run of a few. */
const DIFFERENT_SIGNS = 6

/** A hint, which stops nobody: what is short, or of a few signs over and over, is guessed first. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const signs = [...passphrase.normalize('NFC')]
  if (signs.length === 0) return 'none'
  if (signs.length < ADVISED_LENGTH) return 'short'
  if (new Set(signs).size < DIFFERENT_SIGNS) return 'monotonous'
  return signs.length < 20 ? 'fair' : 'good'
}
