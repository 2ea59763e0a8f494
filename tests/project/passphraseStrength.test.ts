import { expect, it } from 'vitest'
import { ADVISED_LENGTH, passphraseStrength } from '../../src/project/passphraseStrength.ts'

it('hints at what is guessed first, and counts signs as they are read', () => {
  expect(ADVISED_LENGTH).toBe(12)
  expect(passphraseStrength('')).toBe('none')
  expect(passphraseStrength('hemligheten')).toBe('short')
  expect(passphraseStrength('ababababababababab')).toBe('monotonous')
  expect(passphraseStrength('hemligheterna')).toBe('fair')
  expect(passphraseStrength('moln lampa trettio bro')).toBe('good')
  // Eleven signs, however the rings and dots are typed.
  expect(passphraseStrength('åäöåäöåäöåä'.normalize('NFD'))).toBe('short')
})
