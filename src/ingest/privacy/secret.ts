/** Bytes of the secret that donut masking is drawn with. */
export const SECRET_BYTES = 32

/** A secret for one reading; it is never stored, so that nobody can draw the same moves again and undo them. */
export function newSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
}
